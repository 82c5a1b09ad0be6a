import type { Readable } from 'node:stream'
import type { DutyMatrix } from '@shengmian/contract'
import { writeWorkbook } from '../../registry/index.ts'

/** One sheet: tasks by holders; and below it what the letters mean. */
export async function writeMatrixSheet({ holders, tasks }: DutyMatrix): Promise<Readable> {
  const rows = [
    ['任务', ...holders],
    ...tasks.map(({ title, parts }) => [title, ...holders.map((_holder, index) => parts[index] ?? '')]),
    [],
    ['R 具体负责；A 总负责（每项仅一家）；C 须征求意见；I 须告知'],
  ]
  return writeWorkbook([
    {
      name: '职责分工',
      hasHeader: true,
      widths: [36, ...holders.map(() => 14)],
      rows: rows.map((row) => row.map((value) => ({ value }))),
    },
  ])
}
