import { downloadDutyMatrix, downloadDutySheet, putDutyMatrix, readDutyMatrix, type DutyMatrix } from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { placeNumber, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { renderDutyMatrix } from '../../documents/index.ts'
import { dayZh, today } from '../days.ts'
import { placeNames } from '../round/round-names.ts'
import { adoptMatrix, viewMatrix } from './adopt-matrix.ts'
import { writeMatrixSheet } from './matrix-sheet.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function paper(tx: Transaction, authority: number): Promise<Buffer> {
  const { holders, tasks, ...matrix } = await viewMatrix(tx, authority)
  const name = await placeNames(tx, [authority])
  return renderDutyMatrix({ body: name(wireCode(authority)).name, holders, tasks, adopted: adoptedOf(matrix) })
}

function adoptedOf({ version, adoptedBy, adoptedAt }: Omit<DutyMatrix, 'holders' | 'tasks'>): string {
  if (adoptedAt === null || adoptedBy === null) return '建议稿，尚未采用'
  return `第${version}版，${adoptedBy}于${dayZh(today({ now: () => new Date(adoptedAt) }))}采用`
}

export const dutyRoutes: readonly Route[] = [
  serve(readDutyMatrix, ({ query, tx }) => viewMatrix(tx, placeNumber(query.authority))),
  serve(putDutyMatrix, async ({ body, tx, caller, clock }) => {
    await adoptMatrix(tx, body, { by: caller, at: clock.now() })
    return viewMatrix(tx, placeNumber(body.authority))
  }),
  serve(downloadDutyMatrix, async ({ query, tx }) => ({
    file: await paper(tx, placeNumber(query.authority)),
    name: '职责分工表.docx',
    type: DOCX,
  })),
  serve(downloadDutySheet, async ({ query, tx }) => ({
    file: await writeMatrixSheet(await viewMatrix(tx, placeNumber(query.authority))),
    name: '职责分工表.xlsx',
    type: XLSX,
  })),
]
