// Takes a workbook through one noun's import in batches. Checking and importing are the same walk; importing writes each batch in the
// caller's transaction, and one fault anywhere undoes all of it.
import { collectGarbage } from '../../../platform/collect-garbage.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { readSheet, type ReadRow, type SheetFault } from './read-sheet.ts'
import type { Columns, SheetDefinition } from './sheet-definition.ts'

export interface ImportContext {
  readonly tx: Transaction
  /** Wire code of the authority in whose name the file comes. */
  readonly authority: string
  readonly by: string
  readonly byName: string
  readonly now: Date
}

/** What a row comes to: a record to write, or nothing new. */
export type Outcome<R> =
  | { readonly kind: 'added' | 'changed'; readonly record: R }
  | { readonly kind: 'same' }
  | { readonly kind: 'faults'; readonly faults: readonly SheetFault[] }

export interface Importer<C extends Columns, R> {
  readonly definition: SheetDefinition<C>
  /** By what a row is told apart; two rows of one key are a fault of the second. */
  readonly keyOf: (row: ReadRow<C>) => { readonly key: string; readonly column: keyof C & string }
  /** Looks a batch up in the database and says what each row comes to, in the order of the rows. */
  readonly weigh: (rows: readonly ReadRow<C>[]) => Promise<readonly Outcome<R>[]>
  readonly write: (records: readonly R[]) => Promise<void>
  /** What can only be said once all rows are known. */
  readonly finish?: (isWriting: boolean) => Promise<readonly SheetFault[]>
}

export interface ImportReport {
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly faults: readonly SheetFault[]
  readonly ignored: readonly string[]
}

const batchSize = 1000
/** Every so many batches memory is given back: without it 100,000 rows grow the process by 380 MB instead of 100. */
const batchesPerCollection = 5

/** Walks through the file; `isWriting` imports as it goes. The caller must roll back when the report has faults. */
export async function runImport<C extends Columns, R>(
  path: string,
  importer: Importer<C, R>,
  isWriting: boolean,
): Promise<ImportReport> {
  const faults: SheetFault[] = []
  const ignored = new Set<string>()
  const seen = new Map<string, string>()
  const counts = { rows: 0, added: 0, changed: 0, same: 0 }
  let batch: ReadRow<C>[] = []
  let batches = 0
  const settle = async () => {
    const rows = batch
    batch = []
    const records: R[] = []
    for (const outcome of rows.length === 0 ? [] : await importer.weigh(rows)) {
      if (outcome.kind === 'faults') faults.push(...outcome.faults)
      else counts[outcome.kind]++
      if (outcome.kind === 'added' || outcome.kind === 'changed') records.push(outcome.record)
    }
    // Once something is wrong nothing will be kept: the rest is only checked.
    if (isWriting && faults.length === 0 && records.length > 0) await importer.write(records)
  }
  for await (const event of readSheet(path, importer.definition)) {
    if (event.kind === 'ignored') ignored.add(event.header)
    else if (event.kind === 'fault') faults.push(event.fault)
    else if (event.kind === 'row') {
      counts.rows++
      const { row } = event
      const { key, column } = importer.keyOf(row)
      const first = seen.get(key)
      if (first !== undefined) {
        faults.push(row.faultAt(column, `与${first}重复`, `the same as ${first}`))
        continue
      }
      seen.set(key, `“${row.sheet}”第${row.row}行`)
      batch.push(row)
      if (batch.length >= batchSize) {
        await settle()
        batches += 1
        if (batches % batchesPerCollection === 0) collectGarbage()
      }
    }
  }
  await settle()
  if (importer.finish) faults.push(...(await importer.finish(isWriting && faults.length === 0)))
  return { ...counts, faults: inOrder(faults), ignored: [...ignored] }
}

/** By sheet as they come, then by row and column. */
function inOrder(faults: readonly SheetFault[]): readonly SheetFault[] {
  const sheets = [...new Set(faults.map(({ sheet }) => sheet))]
  return [...faults].sort(
    (a, b) =>
      sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) ||
      a.row - b.row ||
      a.column.length - b.column.length ||
      (a.column < b.column ? -1 : a.column > b.column ? 1 : 0),
  )
}
