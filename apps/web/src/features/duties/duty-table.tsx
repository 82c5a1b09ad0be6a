import { dutyParts, type DutyMatrix } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Input, Select } from '../../ui/antd.ts'
import './duties.css'

const texts = {
  task: { zh: '事项', en: 'Task' },
  part: { zh: '{task}：{holder}', en: '{task}: {holder}' },
}
const PARTS = ['A', 'R', 'C', 'I'] as const

export type DutyParts = Pick<DutyMatrix, 'holders' | 'tasks'>

interface DutyTableProps {
  readonly matrix: DutyParts
  /** `null`: only to look at. */
  readonly onChange: ((matrix: DutyParts) => void) | null
}

/** Tasks by holders; the sign says what somebody's part is. */
export function DutyTable({ matrix, onChange }: DutyTableProps) {
  const t = useText()
  const change = (row: number, task: Partial<DutyParts['tasks'][number]>) =>
    onChange?.({ ...matrix, tasks: matrix.tasks.map((one, at) => (at === row ? { ...one, ...task } : one)) })
  return (
    <div className="duty-box">
      <table className="list duty-table">
        <thead>
          <tr>
            <th>{t(texts.task)}</th>
            {matrix.holders.map((holder) => (
              <th key={holder}>{holder}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.tasks.map((task, row) => (
            <tr key={row}>
              <td>
                {onChange === null ? (
                  task.title
                ) : (
                  <Input
                    size="small"
                    maxLength={200}
                    value={task.title}
                    aria-label={t(texts.task)}
                    onChange={(event) => change(row, { title: event.target.value })}
                  />
                )}
              </td>
              {matrix.holders.map((holder, column) => {
                const part = task.parts[column] ?? null
                return (
                  <td key={holder} className={part === null ? '' : `duty-${part}`}>
                    {onChange === null ? (
                      part === null ? null : (
                        t(dutyParts[part])
                      )
                    ) : (
                      <Select
                        size="small"
                        allowClear
                        value={part}
                        aria-label={t(texts.part, { task: task.title, holder })}
                        options={PARTS.map((value) => ({ value, label: t(dutyParts[value]) }))}
                        onChange={(value) =>
                          change(row, {
                            parts: matrix.holders.map((_one, at) => (at === column ? (value ?? null) : (task.parts[at] ?? null))),
                          })
                        }
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
