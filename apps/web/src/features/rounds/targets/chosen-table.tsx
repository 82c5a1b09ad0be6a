import { useText } from '../../../lib/language.tsx'
import { knownSkills, skillName } from '../../../lib/round-words.ts'
import { Input, InputNumber, Select } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { ageOf } from './chosen.ts'
import { texts } from './texts.ts'
import { OfficialsCell, UnitCells } from './unit-cells.tsx'
import type { TargetDraft } from './use-target-draft.ts'

interface ChosenTableProps {
  readonly draft: TargetDraft
  readonly on: string
  readonly isLocked: boolean
}

/** What is chosen, with workload, skills needed and the reason that a recent target needs. */
export function ChosenTable({ draft, on, isLocked }: ChosenTableProps) {
  const t = useText()
  const items = [...draft.chosen.values()].toSorted((one, other) => (one.place.code < other.place.code ? -1 : 1))
  if (items.length === 0) return <Empty title={t(texts.emptyChosen)}>{t(texts.emptyWhy)}</Empty>
  return (
    <table className="list chosen-table">
      <thead>
        <tr>
          <th>{t(texts.unit)}</th>
          <th>{t(texts.class)}</th>
          <th>{t(texts.since)}</th>
          <th>{t(texts.last)}</th>
          <th>{t(texts.workload)}</th>
          <th>{t(texts.needs)}</th>
          <th>{t(texts.reason)}</th>
          <th>{t(texts.officials)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const isMissing = ageOf(item.lastInspected, on) === 'recent' && (item.reason ?? '').trim().length < 2
          return (
            <tr key={item.unit}>
              <td title={item.name}>
                {item.name}
                {item.supervisor === null ? null : (
                  <div className="chosen-supervisor" title={item.supervisor}>
                    {t(texts.supervisor, { name: item.supervisor })}
                  </div>
                )}
              </td>
              <UnitCells unit={item} on={on} />
              <td>
                <InputNumber
                  size="small"
                  min={0}
                  max={100_000}
                  aria-label={`${item.name} ${t(texts.workload)}`}
                  value={item.workload}
                  disabled={isLocked}
                  onChange={(workload) => draft.edit(item.unit, { workload })}
                />
              </td>
              <td>
                <Select
                  size="small"
                  mode="tags"
                  aria-label={`${item.name} ${t(texts.needs)}`}
                  value={[...item.needs]}
                  disabled={isLocked}
                  onChange={(needs: string[]) => draft.edit(item.unit, { needs })}
                  options={knownSkills.map((skill) => ({ value: skill, label: t(skillName(skill)) }))}
                />
              </td>
              <td>
                <Input
                  size="small"
                  aria-label={`${item.name} ${t(texts.reason)}`}
                  value={item.reason ?? ''}
                  disabled={isLocked}
                  {...(isMissing ? { status: 'error' as const, placeholder: t(texts.needReason) } : {})}
                  onChange={(event) => draft.edit(item.unit, { reason: event.target.value })}
                />
              </td>
              <OfficialsCell officials={item.officials} />
              <td>
                <button
                  type="button"
                  className="button-link"
                  disabled={isLocked}
                  aria-label={`${t(texts.remove)} ${item.name}`}
                  onClick={() => draft.remove([item.unit])}
                >
                  {t(texts.remove)}
                </button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
