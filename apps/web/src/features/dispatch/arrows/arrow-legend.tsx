import { useText } from '../../../lib/language.tsx'

const texts = {
  now: { zh: '本轮：甲派组进驻乙', en: 'This round: A inspects B' },
  before: { zh: '上轮（{name}）', en: 'Last round ({name})' },
  read: {
    zh: '各地位置固定，便于与往轮对照；没有单一派出地的组只列在表中。',
    en: 'A place keeps its spot from round to round; teams without one home stand in the table alone.',
  },
}

export function ArrowLegend({ lastRound }: { readonly lastRound: string | null }) {
  const t = useText()
  return (
    <div className="arrow-legend">
      <span className="arrow-now">
        <svg width="50" height="12" aria-hidden="true">
          <path d="M0 6 H46" markerEnd="url(#head-now)" />
        </svg>
        {t(texts.now)}
      </span>
      {lastRound === null ? null : (
        <span className="arrow-before">
          <svg width="50" height="12" aria-hidden="true">
            <path d="M0 6 H46" markerEnd="url(#head-before)" />
          </svg>
          {t(texts.before, { name: lastRound })}
        </span>
      )}
      <span className="muted">{t(texts.read)}</span>
    </div>
  )
}
