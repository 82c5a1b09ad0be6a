import type { PetitionTrend } from '@shengmian/contract'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Button } from '../../../ui/antd.ts'
import { longMonth } from './month-words.ts'
import { texts } from './texts.ts'
import { TrendLine } from './trend-line.tsx'

export type Decision = PetitionTrend['decisions'][number]

export interface TrendActs {
  readonly onDecide: (item: PetitionTrend, verdict: 'raised' | 'kept') => void
  readonly onTakeBack: (item: PetitionTrend, decision: Decision) => void
  readonly onFigures: (unit: string) => void
}

interface TrendRowProps extends TrendActs {
  readonly item: PetitionTrend
  readonly months: readonly string[]
  readonly canWrite: boolean
}

/** One unit: its line, the numbers below the line, what the rule says of them, and what was decided. */
export function TrendRow({ item, months, canWrite, onDecide, onTakeBack, onFigures }: TrendRowProps) {
  const t = useText()
  const lines = item.decisions.length === 0 ? 2 : 3
  return (
    <tbody className={`trend trend-${item.kind}`} aria-label={item.name}>
      <tr>
        <th scope="rowgroup" rowSpan={lines}>
          {canWrite ? (
            <button
              type="button"
              className="button-link is-name"
              aria-label={t(texts.figuresOf, { name: item.name })}
              onClick={() => onFigures(item.unit)}
            >
              {item.name}
            </button>
          ) : (
            item.name
          )}
          <div className="muted">{item.place.name}</div>
          <div className={`trend-kind-near trend-kind-${item.kind}`} data-kind={t(texts.kinds[item.kind])} aria-hidden />
        </th>
        <td colSpan={months.length} className="trend-cell">
          <TrendLine volumes={item.volumes} />
        </td>
        <HalfCell half={item.earlier} />
        <HalfCell half={item.recent} />
        <td rowSpan={2}>
          <Verdict item={item} />
        </td>
        <td rowSpan={2} className="trend-urgency">
          <Urgency item={item} canWrite={canWrite} onDecide={onDecide} />
        </td>
      </tr>
      <tr>
        {item.volumes.map((volume, k) => (
          <td
            key={months[k]}
            className={`number trend-volume${volume === null ? ' trend-unknown' : ''}${k === months.length / 2 ? ' trend-half' : ''}`}
          >
            {volume === null ? <span className="unverified">{t(texts.unknown)}</span> : volume === 'small' ? '<5' : volume}
          </td>
        ))}
      </tr>
      {item.decisions.length === 0 ? null : (
        <tr>
          <td colSpan={months.length + 4} className="trend-decisions">
            {item.decisions.map((decision) => (
              <DecisionLine
                key={decision.id}
                decision={decision}
                label={t(texts.takeBackOf, { name: item.name })}
                onTakeBack={canWrite ? () => onTakeBack(item, decision) : null}
              />
            ))}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function HalfCell({ half }: { readonly half: PetitionTrend['earlier'] }) {
  const t = useText()
  return (
    <td rowSpan={2} className="number right">
      {half.known === 0 ? (
        <span className="unverified">{t(texts.unknown)}</span>
      ) : (
        <strong>{half.least === half.most ? half.least : `${half.least}–${half.most}`}</strong>
      )}
      <div className="muted">{t(texts.months, { n: half.known })}</div>
    </td>
  )
}

function Verdict({ item }: { readonly item: PetitionTrend }) {
  const t = useText()
  const { kind, said } = item
  if (said === null)
    return (
      <>
        <span className="unverified">{t(texts.kinds[kind])}</span>
        <div className="muted">{t(texts.tooFew)}</div>
      </>
    )
  return (
    <>
      <strong className={`trend-kind-${kind}`}>{t(texts.kinds[kind])}</strong>
      <ul className="trend-said muted">
        {(['isMore', 'isSteady', 'isLarge'] as const).map((part) => (
          <li key={part}>
            {t(texts.said[part])} <span>{t(said[part] ? texts.yes : texts.no)}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Urgency({ item, canWrite, onDecide }: Pick<TrendRowProps, 'item' | 'canWrite' | 'onDecide'>) {
  const t = useText()
  if (item.urgency === null) return <span className="muted">{t(texts.noLevel)}</span>
  return (
    <>
      <span className="number">{t(texts.now, { n: item.urgency })}</span>
      {item.proposed === null ? null : (
        <>
          <div className="trend-proposed number">{t(texts.proposed, { n: item.proposed })}</div>
          {canWrite ? (
            <div className="trend-acts">
              <Button
                size="small"
                type="primary"
                aria-label={`${t(texts.raise)} ${item.name}`}
                onClick={() => onDecide(item, 'raised')}
              >
                {t(texts.raise)}
              </Button>
              <Button size="small" aria-label={`${t(texts.keep)} ${item.name}`} onClick={() => onDecide(item, 'kept')}>
                {t(texts.keep)}
              </Button>
            </div>
          ) : null}
        </>
      )}
    </>
  )
}

interface DecisionLineProps {
  readonly decision: Decision
  readonly label: string
  readonly onTakeBack: (() => void) | null
}

function DecisionLine({ decision, label, onTakeBack }: DecisionLineProps) {
  const t = useText()
  const { language } = useLanguage()
  const { by, at, verdict, after, reason, through, revoked } = decision
  const what = verdict === 'raised' ? t(texts.raised, { n: after ?? '' }) : t(texts.kept)
  return (
    <div className={revoked === null ? '' : 'muted'}>
      {t(texts.decision, { by, at: shortInstant(at, language), what, through: longMonth(through, language), reason })}
      {revoked === null ? (
        onTakeBack === null ? null : (
          <button type="button" className="button-link" aria-label={label} onClick={onTakeBack}>
            {t(texts.takeBack)}
          </button>
        )
      ) : (
        <span>{t(texts.revoked, { by: revoked.by, at: shortInstant(revoked.at, language), reason: revoked.reason })}</span>
      )}
    </div>
  )
}
