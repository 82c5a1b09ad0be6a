import { useText } from '../../../lib/language.tsx'
import { ZonePanel } from '../arrows/zone-panel.tsx'
import { panelOf, type RotationPairs, type RotationZone } from './words.ts'

const texts = {
  members: { zh: '{n}个成员', en: '{n} members' },
  all: { zh: '全体', en: 'All' },
  alike: { zh: '巡情相近', en: 'Alike in' },
  noReason: { zh: '没有写明为什么相近', en: 'no reason given' },
  left: { zh: '还有', en: 'Left' },
  rounds: { zh: '{n}轮', en: '{n} rounds' },
  between: { zh: '至少{a}轮，至多{b}轮', en: '{a} to {b} rounds' },
  endless: { zh: '不限', en: 'no end' },
  atLeast: { zh: '至少{n}轮', en: 'at least {n} rounds' },
  drawn: { zh: '从{n}种合法轮次中抽出，机会均等', en: 'drawn among {n} legal rounds, all equally likely' },
}

interface ZoneCardProps {
  readonly zone: RotationZone
  readonly now: RotationPairs
  readonly before: RotationPairs
}

/** A zone: its picture, why its members are alike, how many rounds it has and what ends them. */
export function ZoneCard({ zone, now, before }: ZoneCardProps) {
  const t = useText()
  const count = () => {
    if (zone.most === null) return zone.reached === null ? t(texts.endless) : t(texts.atLeast, { n: zone.reached })
    return zone.most === zone.reached
      ? t(texts.rounds, { n: zone.most })
      : t(texts.between, { a: zone.reached ?? 0, b: zone.most })
  }
  return (
    <section className="rotation-zone" aria-label={zone.name ?? t(texts.all)}>
      {now.length === 0 ? (
        <h2>{zone.name ?? t(texts.all)}</h2>
      ) : (
        <ZonePanel panel={panelOf(zone, now, before)} showsBefore={before.length > 0} />
      )}
      <dl>
        {zone.name === null ? null : (
          <>
            <dt>{t(texts.alike)}</dt>
            <dd>
              {zone.similarity === '' ? <span className="muted">{t(texts.noReason)}</span> : zone.similarity}{' '}
              <span className="muted number">{t(texts.members, { n: zone.members.length })}</span>
            </dd>
          </>
        )}
        <dt>{t(texts.left)}</dt>
        <dd>
          <strong className="number">{count()}</strong> <span className="muted">{t(zone.limit)}</span>
        </dd>
      </dl>
      {zone.legal === null ? null : <p className="muted">{t(texts.drawn, { n: Number(zone.legal).toLocaleString('en') })}</p>}
    </section>
  )
}
