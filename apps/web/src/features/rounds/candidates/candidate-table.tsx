import type { listCandidates, ReplyOf } from '@shengmian/contract'
import { useText } from '../../../lib/language.tsx'
import { InputNumber } from '../../../ui/antd.ts'
import { factorKeys, factorNames, type FactorKey, type ScoreRow } from './use-score-draft.ts'

const texts = {
  rank: { zh: '名次', en: 'Rank' },
  unit: { zh: '单位', en: 'Unit' },
  score: { zh: '得分', en: 'Score' },
  take: { zh: '选入本轮', en: 'Take' },
  taken: { zh: '已选入', en: 'Taken' },
  low: { zh: '靠后，须写理由', en: 'low: needs a reason' },
  unsaved: { zh: '先保存', en: 'save first' },
}

interface CandidateTableProps {
  readonly rows: readonly ScoreRow[]
  readonly ranked: ReplyOf<typeof listCandidates>['items']
  /** From this rank on, taking one needs a reason. */
  readonly lowFrom: number
  readonly isLocked: boolean
  readonly onEdit: (unit: string, key: FactorKey, value: number) => void
  readonly onTake: (unit: string, isLow: boolean) => void
}

/** The three numbers of each candidate beside its rank. */
export function CandidateTable({ rows, ranked, lowFrom, isLocked, onEdit, onTake }: CandidateTableProps) {
  const t = useText()
  const places = new Map(ranked.map((one) => [one.unit, one]))
  return (
    <table className="list">
      <thead>
        <tr>
          <th className="right">{t(texts.rank)}</th>
          <th>{t(texts.unit)}</th>
          {factorKeys.map((key) => (
            <th key={key}>{t(factorNames[key])}</th>
          ))}
          <th className="right">{t(texts.score)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const place = places.get(row.unit)
          const isLow = place !== undefined && place.rank >= lowFrom
          return (
            <tr key={row.unit}>
              <td className="right number">{place?.rank ?? '—'}</td>
              <td>
                {row.name} {isLow ? <span className="tag tag-warn">{t(texts.low)}</span> : null}
              </td>
              {factorKeys.map((key) => (
                <td key={key}>
                  <InputNumber
                    size="small"
                    min={0}
                    max={100}
                    aria-label={`${row.name} ${t(factorNames[key])}`}
                    disabled={isLocked}
                    value={row[key]}
                    onChange={(value) => onEdit(row.unit, key, value ?? 0)}
                  />
                </td>
              ))}
              <td className="right number">{place?.score.toFixed(1) ?? '—'}</td>
              <td className="right">
                {place === undefined ? <span className="why-not">{t(texts.unsaved)}</span> : null}
                {place?.chosen === true ? <span className="muted">{t(texts.taken)}</span> : null}
                {place?.chosen === false ? (
                  <button
                    type="button"
                    className="button-link"
                    disabled={isLocked}
                    aria-label={`${t(texts.take)} ${row.name}`}
                    onClick={() => onTake(row.unit, isLow)}
                  >
                    {t(texts.take)}
                  </button>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
