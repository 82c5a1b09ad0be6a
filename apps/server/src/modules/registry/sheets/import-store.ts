import type { SheetNoun } from '@shengmian/contract'
import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { SheetFault } from './read-sheet.ts'

export interface ImportRow {
  readonly authority: number
  readonly id: string
  readonly noun: SheetNoun
  readonly filename: string
  readonly state: 'checked' | 'refused' | 'done'
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly errors: number
  readonly ignored: readonly string[]
  readonly created_at: Date
}

export async function insertImport(
  tx: Transaction,
  row: ImportRow,
  file: { readonly bytes: Buffer; readonly digest: string },
  by: string,
): Promise<void> {
  await sql`insert into registry.sheet_import (authority, id, noun, filename, digest, bytes, state, rows, added, changed, same, errors, ignored, created_by, created_at)
    values (${row.authority}, ${row.id}, ${row.noun}, ${row.filename}, ${file.digest}, ${file.bytes}, ${row.state}, ${row.rows}, ${row.added},
      ${row.changed}, ${row.same}, ${row.errors}, ${row.ignored}, ${by}, ${row.created_at})`.execute(sqlOf(tx))
}

export async function insertErrors(
  tx: Transaction,
  row: Pick<ImportRow, 'authority' | 'id'>,
  faults: readonly SheetFault[],
): Promise<void> {
  const size = 5000
  for (let from = 0; from < faults.length; from += size) {
    const records = faults.slice(from, from + size).map((fault, i) => ({ ...fault, seq: from + i + 1 }))
    await sql`insert into registry.sheet_error (authority, import, seq, sheet, row, col, header, value, zh, en)
      select ${row.authority}, ${row.id}, seq, sheet, row, "column", header, value, zh, en from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as n (seq integer, sheet text, row integer, "column" text, header text, value text, zh text, en text)`.execute(sqlOf(tx))
  }
}

export async function selectImport(tx: Transaction, authority: number, id: string): Promise<ImportRow | null> {
  const { rows } =
    await sql<ImportRow>`select authority, id, noun, filename, state, rows, added, changed, same, errors, ignored, created_at
    from registry.sheet_import where authority = ${authority} and id = ${id}`.execute(sqlOf(tx))
  return rows[0] ?? null
}

export async function selectImportFile(tx: Transaction, authority: number, id: string): Promise<Buffer | null> {
  const { rows } = await sql<{
    bytes: Buffer
  }>`select bytes from registry.sheet_import where authority = ${authority} and id = ${id}`.execute(sqlOf(tx))
  return rows[0]?.bytes ?? null
}

export async function selectErrors(
  tx: Transaction,
  authority: number,
  id: string,
  after: number,
  limit: number | null,
): Promise<readonly (SheetFault & { readonly seq: number })[]> {
  const { rows } = await sql<
    SheetFault & { seq: number }
  >`select seq, sheet, row, col as "column", header, value, zh, en from registry.sheet_error
    where authority = ${authority} and import = ${id} and seq > ${after} order by seq limit ${limit}`.execute(sqlOf(tx))
  return rows
}

export async function markImported(tx: Transaction, row: ImportRow, now: Date): Promise<void> {
  await sql`update registry.sheet_import set state = 'done', added = ${row.added}, changed = ${row.changed}, same = ${row.same}, done_at = ${now}
    where authority = ${row.authority} and id = ${row.id}`.execute(sqlOf(tx))
}
