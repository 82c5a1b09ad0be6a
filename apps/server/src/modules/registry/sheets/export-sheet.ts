import type { Readable } from 'node:stream'
import type { SheetNoun } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlace, namedPlace } from '../places/place-register.ts'
import { definitionOf } from './nouns/all-nouns.ts'
import { exportRows } from './nouns/export-rows.ts'
import type { SheetDefinition } from './sheet-definition.ts'
import { headerOf, widthOf, writeTemplate } from './write-template.ts'
import { writeWorkbook, type CellWritten } from './write-workbook.ts'

/** What is known of a noun, as the sheet that can be imported again. */
export async function exportSheet(
  tx: Transaction,
  noun: SheetNoun,
  within: string,
): Promise<{ readonly file: Readable; readonly name: string }> {
  demandPlace(within, 'query/within')
  const definition = definitionOf(noun)
  const columns = Object.values(definition.columns)
  const file = await writeWorkbook([
    { name: definition.zh, hasHeader: true, widths: columns.map(widthOf), rows: rowsOf(tx, noun, within, definition) },
  ])
  return { file, name: `${definition.zh}-${namedPlace(within).name}.xlsx` }
}

async function* rowsOf(
  tx: Transaction,
  noun: SheetNoun,
  within: string,
  { columns }: SheetDefinition,
): AsyncGenerator<readonly CellWritten[]> {
  yield headerOf(Object.values(columns))
  for await (const row of exportRows(tx, noun, within)) yield Object.keys(columns).map((key) => ({ value: row[key] ?? null }))
}

/** The empty template of a noun. */
export async function makeTemplate(noun: SheetNoun): Promise<{ readonly file: Readable; readonly name: string }> {
  const definition = definitionOf(noun)
  return { file: await writeTemplate(definition), name: `${definition.zh}模板.xlsx` }
}
