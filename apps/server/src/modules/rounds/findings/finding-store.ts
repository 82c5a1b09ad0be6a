import { Problem } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsFinding, RoundsFindingSource } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type FindingRow = Selectable<RoundsFinding>
export type SourceRow = Selectable<RoundsFindingSource>

interface OrderedTarget {
  readonly authority: number
  readonly unit: string
  readonly place: number
}

/** Targets of the round that the caller is ordered to now. */
export async function targetsOrdered(tx: Transaction, round: string): Promise<readonly OrderedTarget[]> {
  const { rows } = await sql<OrderedTarget>`
    select distinct authority, unit, place from access.ordered_targets() where round = ${round} order by place, unit`.execute(
    sqlOf(tx),
  )
  return rows
}

/** Desks of the round that the caller takes sealed reports from. */
export async function desksOf(tx: Transaction, round: string): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select d.code from intake.desk d join access.ordered_desks() o on o.desk = d.code where d.round = ${round} order by d.code`.execute(
    sqlOf(tx),
  )
  return rows.map(({ code }) => code)
}

export async function findingsOf(tx: Transaction, round: string): Promise<readonly FindingRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.finding')
    .selectAll()
    .where('round', '=', round)
    .orderBy('place')
    .orderBy('unit')
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
}

export async function findFinding(tx: Transaction, id: string): Promise<FindingRow> {
  const row = await sqlOf(tx).selectFrom('rounds.finding').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** In the order in which they were added. */
export async function sourcesOf(tx: Transaction, findings: readonly string[]): Promise<readonly SourceRow[]> {
  if (findings.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.finding_source')
    .selectAll()
    .where('finding', 'in', [...findings])
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
}

export async function insertFinding(tx: Transaction, row: Insertable<RoundsFinding>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.finding').values(row).execute()
}

export async function insertSource(tx: Transaction, row: Insertable<RoundsFindingSource>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.finding_source').values(row).execute()
}

/** Whether a report with this number lies at a desk that the caller takes reports from. */
export async function isReport(tx: Transaction, desk: string, number: number): Promise<boolean> {
  const { rows } = await sql`select 1 from intake.release where desk = ${desk} and number = ${number}`.execute(sqlOf(tx))
  return rows.length > 0
}

interface Revocation {
  readonly table: 'rounds.finding' | 'rounds.finding_source'
  readonly row: Pick<FindingRow, 'authority' | 'id'>
  readonly reason: string
  readonly at: Date
}

/** Answers whether the row was still open and the caller may take it back. */
export async function revoke(tx: Transaction, { table, row, reason, at }: Revocation): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable(table)
    .set({ revoked_at: at, revoked_reason: reason })
    .where('authority', '=', row.authority)
    .where('id', '=', row.id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
