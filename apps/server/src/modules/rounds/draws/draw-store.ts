import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsDraw, RoundsDrawFrozen, RoundsDrawRecord, RoundsDrawSeat } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type DrawRow = Selectable<RoundsDraw>
export type FrozenRow = Selectable<RoundsDrawFrozen>
export type SeatRow = Selectable<RoundsDrawSeat>
export type RecordRow = Selectable<RoundsDrawRecord>

/** The draw as its authority conducts it; null for whoever only sits at the table. */
export async function findDraw(tx: Transaction, id: string, options: { readonly lock?: boolean } = {}): Promise<DrawRow | null> {
  const query = sqlOf(tx).selectFrom('rounds.draw').selectAll().where('id', '=', id)
  const row = await (options.lock === true ? query.forUpdate() : query).executeTakeFirst()
  return row ?? null
}

/** The frozen problem and the key of its salts; null for everybody but the office and the worker. */
export async function findFrozen(tx: Transaction, draw: string): Promise<FrozenRow | null> {
  const row = await sqlOf(tx).selectFrom('rounds.draw_frozen').selectAll().where('draw', '=', draw).executeTakeFirst()
  return row ?? null
}

/** The draws of a round, oldest first. */
export async function drawsOf(tx: Transaction, round: string): Promise<readonly DrawRow[]> {
  return sqlOf(tx).selectFrom('rounds.draw').selectAll().where('round', '=', round).orderBy('number').execute()
}

/** Seats that the caller sees: his own, or all of a draw of his office. */
export async function seatsOf(tx: Transaction, draw: string): Promise<readonly SeatRow[]> {
  return sqlOf(tx).selectFrom('rounds.draw_seat').selectAll().where('draw', '=', draw).orderBy('party').execute()
}

export async function seatsOfAccount(tx: Transaction, account: string): Promise<readonly SeatRow[]> {
  return sqlOf(tx).selectFrom('rounds.draw_seat').selectAll().where('account', '=', account).orderBy('id', 'desc').execute()
}

/** What is published of a draw, oldest first. */
export async function recordsOf(tx: Transaction, draw: string): Promise<readonly RecordRow[]> {
  return sqlOf(tx).selectFrom('rounds.draw_record').selectAll().where('draw', '=', draw).orderBy('at').orderBy('id').execute()
}

/** Every abort that an authority has published. */
export async function abortsOf(tx: Transaction, authority: number): Promise<readonly RecordRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.draw_record')
    .selectAll()
    .where('authority', '=', authority)
    .where('kind', '=', 'abort')
    .orderBy('at')
    .execute()
}

export async function insertDraw(
  tx: Transaction,
  draw: Insertable<RoundsDraw>,
  frozen: Insertable<RoundsDrawFrozen>,
  seats: readonly Insertable<RoundsDrawSeat>[],
): Promise<void> {
  await sqlOf(tx).insertInto('rounds.draw').values(draw).execute()
  await sqlOf(tx).insertInto('rounds.draw_frozen').values(frozen).execute()
  await sqlOf(tx)
    .insertInto('rounds.draw_seat')
    .values([...seats])
    .execute()
}

/** Publishes a step; false where the same step stands already. */
export async function insertRecord(tx: Transaction, record: Insertable<RoundsDrawRecord>): Promise<boolean> {
  const done = await sqlOf(tx)
    .insertInto('rounds.draw_record')
    .values(record)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Changes a draw while the solver is in one of these states; false when somebody was faster. */
export async function moveDraw(
  tx: Transaction,
  id: string,
  from: readonly string[],
  change: Updateable<RoundsDraw>,
): Promise<boolean> {
  const done = await sqlOf(tx)
    .updateTable('rounds.draw')
    .set(change)
    .where('id', '=', id)
    .where('solver', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Draws whose solver a stopped server left behind. */
export async function unfinishedDraws(tx: Transaction): Promise<readonly DrawRow[]> {
  return sqlOf(tx).selectFrom('rounds.draw').selectAll().where('solver', 'in', ['queued', 'running']).execute()
}

/** Those of the accounts that work for an authority: in its office or its leading group, now. */
export async function staffAmong(
  tx: Transaction,
  ids: readonly string[],
  authority: number,
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await sqlOf(tx)
    .selectFrom('access.standing_role')
    .select('account')
    .where('account', 'in', [...ids])
    .where('authority', '=', authority)
    .where('role', 'in', ['office', 'leading-group'])
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`(granted_by is null or approved_by is not null)`)
    .where(sql<boolean>`valid @> ${at}::timestamptz`)
    .execute()
  return new Set(rows.map((row) => row.account))
}

/** Accounts that a seat may be given to, as far as the caller sees them. */
export async function accountsAmong(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return sqlOf(tx)
    .selectFrom('access.account')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .where('disabled_at', 'is', null)
    .execute()
}
