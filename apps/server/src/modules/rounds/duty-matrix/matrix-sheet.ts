import type { Readable } from 'node:stream'
import { dutyParts, type DutyMatrix } from '@shengmian/contract'
import { dutySigns } from '../../documents/index.ts'
import { writeWorkbook } from '../../registry/index.ts'

/** One sheet: tasks by holders; and below it what the signs mean. */
export async function writeMatrixSheet({ holders, tasks }: DutyMatrix): Promise<Readable> {
  const rows = [
    ['事项', ...holders],
    ...tasks.map(({ title, parts }) => [title, ...holders.map((_holder, index) => signOf(parts[index]))]),
    [],
    [`${dutySigns()}。`],
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

function signOf(part: DutyMatrix['tasks'][number]['parts'][number] | undefined): string {
  return part === undefined || part === null ? '' : dutyParts[part].zh
}
