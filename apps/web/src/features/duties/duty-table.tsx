import type { DutyMatrix } from '@shengmian/contract'
import { useText } from '../../lib/language.tsx'
import { Input, Select } from '../../ui/antd.ts'
import './duties.css'

const texts = {
  task: { zh: '事项', en: 'Task' },
  part: { zh: '{task}：{holder}', en: '{task}: {holder}' },
  R: { zh: '办', en: 'R' },
  A: { zh: '责', en: 'A' },
  C: { zh: '商', en: 'C' },
  I: { zh: '知', en: 'I' },
}
const PARTS = ['R', 'A', 'C', 'I'] as const

export type DutyParts = Pick<DutyMatrix, 'holders' | 'tasks'>

interface DutyTableProps {
  readonly matrix: DutyParts
  /** `null`: only to look at. */
  readonly onChange: ((matrix: DutyParts) => void) | null
}

/** Tasks by holders; the letter says what somebody's part is. */
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
                        t(texts[part])
                      )
                    ) : (
                      <Select
                        size="small"
                        allowClear
                        value={part}
                        aria-label={t(texts.part, { task: task.title, holder })}
                        options={PARTS.map((value) => ({ value, label: t(texts[value]) }))}
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
