import { Problem } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsMatter } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type MatterRow = Selectable<RoundsMatter>

/** The round of a desk that the caller takes sealed reports from, if a report with this number lies there. */
export async function roundOfReport(tx: Transaction, desk: string, number: number): Promise<string> {
  const { rows } = await sql<{ round: string }>`
    select d.round from intake.desk d join access.ordered_desks() o on o.desk = d.code join intake.release r on r.desk = d.code
    where d.code = ${desk} and r.number = ${number}`.execute(sqlOf(tx))
  const [row] = rows
  if (row === undefined) throw new Problem('not-found')
  return row.round
}

export async function matterOfReport(tx: Transaction, desk: string, report: number): Promise<MatterRow | null> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.matter')
    .selectAll()
    .where('desk', '=', desk)
    .where('report', '=', report)
    .executeTakeFirst()
  return row ?? null
}

export async function findMatter(tx: Transaction, id: string): Promise<MatterRow> {
  const row = await sqlOf(tx).selectFrom('rounds.matter').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** What these orders began with, as far as the caller sees it. */
export async function mattersOf(tx: Transaction, corrections: readonly string[]): Promise<readonly MatterRow[]> {
  if (corrections.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.matter')
    .selectAll()
    .where('correction', 'in', [...corrections])
    .execute()
}

export async function insertMatter(tx: Transaction, row: Insertable<RoundsMatter>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.matter').values(row).execute()
}

/** Writes the check once; answers whether it was still open. */
export async function checkOnce(
  tx: Transaction,
  { authority, id }: MatterRow,
  check: Pick<MatterRow, 'checked_holds' | 'checked_note' | 'checked_by' | 'checked_name' | 'checked_at'>,
): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.matter')
    .set(check)
    .where('authority', '=', authority)
    .where('id', '=', id)
    .where('checked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

/** Notes the order that followed; answers whether there was none, or only one that was taken back. */
export async function noteOrder(
  tx: Transaction,
  { authority, id, correction: before }: MatterRow,
  correction: string,
): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.matter')
    .set({ correction })
    .where('authority', '=', authority)
    .where('id', '=', id)
    .where((is) => (before === null ? is('correction', 'is', null) : is('correction', '=', before)))
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
