import { longDay } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Checkbox, Input } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import type { PlannedUnit } from './use-year-draft.ts'
import { texts } from './texts.ts'

interface YearTableProps {
  readonly items: readonly PlannedUnit[]
  readonly canPlan: boolean
  readonly onEdit: (unit: string, part: Partial<PlannedUnit>) => void
  readonly onRemove: (unit: string) => void
}

/** The units of a year: which are key, by what criteria, and the reason where one is inspected again soon. */
export function YearTable({ items, canPlan, onEdit, onRemove }: YearTableProps) {
  const t = useText()
  const { language } = useLanguage()
  if (items.length === 0) return <Empty title={t(texts.emptyYear)}>{t(texts.emptyYearWhy)}</Empty>
  return (
    <table className="list">
      <thead>
        <tr>
          <th>{t(texts.unit)}</th>
          <th>{t(texts.place)}</th>
          <th>{t(texts.last)}</th>
          <th>{t(texts.key)}</th>
          <th>{t(texts.criteria)}</th>
          <th>{t(texts.reason)}</th>
          <th>{t(texts.state)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.unit}>
            <td>
              {item.name}
              {item.visits.includes('look-back') ? (
                <span className="muted"> {t(item.visits.includes('first') ? texts.andAgain : texts.again)}</span>
              ) : null}
            </td>
            <td>{item.place.name}</td>
            <td className="number">{item.lastInspected === null ? t(texts.noRecord) : longDay(item.lastInspected, language)}</td>
            <td>
              <Checkbox
                aria-label={`${item.name} ${t(texts.key)}`}
                checked={item.key}
                disabled={!canPlan}
                onChange={(event) => onEdit(item.unit, { key: event.target.checked })}
              />
            </td>
            <td>
              <Input
                size="small"
                aria-label={`${item.name} ${t(texts.criteria)}`}
                placeholder={item.key ? t(texts.criteriaEg) : ''}
                value={item.criteria ?? ''}
                disabled={!canPlan || !item.key}
                onChange={(event) => onEdit(item.unit, { criteria: event.target.value })}
              />
            </td>
            <td>
              <Input
                size="small"
                aria-label={`${item.name} ${t(texts.reason)}`}
                value={item.reason ?? ''}
                disabled={!canPlan}
                onChange={(event) => onEdit(item.unit, { reason: event.target.value })}
              />
            </td>
            <td>{item.inspectedIn === null ? <span className="muted">{t(texts.open)}</span> : t(texts.done)}</td>
            <td>
              <button
                type="button"
                className="button-link"
                disabled={!canPlan}
                aria-label={`${t(texts.remove)} ${item.name}`}
                onClick={() => onRemove(item.unit)}
              >
                {t(texts.remove)}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
