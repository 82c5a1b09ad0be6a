import { useText } from '../../../lib/language.tsx'
import { Light } from '../../../ui/light.tsx'
import type { Roster } from './roster-table.tsx'

const texts = {
  newFaces: { zh: '新面孔', en: 'New faces' },
  share: { zh: '{count}人，占{of}人的{share}%', en: '{count} of {of}, {share}%' },
  holds: { zh: '达到{threshold}%的要求', en: 'at least {threshold}%, as required' },
  short: { zh: '未达到{threshold}%的要求', en: 'below the {threshold}% required' },
  origin: { zh: '来自哪里', en: 'Where they come from' },
  local: { zh: '（进驻地本地）', en: ' (local)' },
  unknown: { zh: '工作地未核', en: 'home unverified' },
  people: { zh: '{n}人', en: '{n}' },
}

/** Share of those who never inspected the place, with its n; counts by city of origin. */
export function RosterFigures({ roster }: { readonly roster: Roster }) {
  const t = useText()
  const { count, of, share, threshold, holds } = roster.newFaces
  const percent = (part: number) => Math.round(part * 100)
  return (
    <>
      <h2>{t(texts.newFaces)}</h2>
      <p>
        {t(texts.share, { count, of, share: percent(share) })}
        <br />
        {holds ? null : <Light colour="yellow" />} {t(holds ? texts.holds : texts.short, { threshold: percent(threshold) })}
      </p>
      <h2>{t(texts.origin)}</h2>
      <dl className="roster-origins">
        {roster.byOrigin.map((origin) => (
          <div key={`${origin.city?.code ?? ''} ${origin.local}`}>
            <dt>
              {origin.city?.name ?? <span className="unverified">{t(texts.unknown)}</span>}
              {origin.local ? <span className="muted">{t(texts.local)}</span> : null}
            </dt>
            <dd className="number">{t(texts.people, { n: origin.people })}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
