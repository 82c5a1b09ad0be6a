// What an office enters for a calendar: windows, settings, wishes for units. And the inspections that have been.
import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsBlackout, RoundsCalendarWish, RoundsTermCalendar } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { TermRow } from '../terms/term-store.ts'

export type BlackoutRow = Selectable<RoundsBlackout>
export type WishRow = Selectable<RoundsCalendarWish>

export async function blackoutsOf(tx: Transaction, authority: number): Promise<readonly BlackoutRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.blackout')
    .selectAll()
    .where('authority', '=', authority)
    .orderBy('from_day')
    .orderBy('place')
    .orderBy('id')
    .execute()
}

export async function keepBlackout(tx: Transaction, blackout: Insertable<RoundsBlackout>): Promise<void> {
  const { authority: _authority, id: _id, ...rest } = blackout
  await sqlOf(tx)
    .insertInto('rounds.blackout')
    .values(blackout)
    .onConflict((conflict) => conflict.columns(['authority', 'id']).doUpdateSet(rest))
    .execute()
}

export async function deleteBlackout(tx: Transaction, authority: number, id: string): Promise<boolean> {
  const done = await sqlOf(tx)
    .deleteFrom('rounds.blackout')
    .where('authority', '=', authority)
    .where('id', '=', id)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

export async function settingsOf(tx: Transaction, { authority, id }: TermRow): Promise<unknown> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.term_calendar')
    .select('settings')
    .where('authority', '=', authority)
    .where('plan', '=', id)
    .executeTakeFirst()
  return row?.settings ?? null
}

export async function keepSettings(tx: Transaction, row: Insertable<RoundsTermCalendar>): Promise<void> {
  const { authority: _authority, plan: _plan, ...rest } = row
  await sqlOf(tx)
    .insertInto('rounds.term_calendar')
    .values(row)
    .onConflict((conflict) => conflict.columns(['authority', 'plan']).doUpdateSet(rest))
    .execute()
}

/** What is wished for all units of a plan, or for these. */
export async function wishesOf(
  tx: Transaction,
  { authority, id }: TermRow,
  units?: readonly string[],
): Promise<readonly WishRow[]> {
  const query = sqlOf(tx).selectFrom('rounds.calendar_wish').selectAll().where('authority', '=', authority).where('plan', '=', id)
  return (units === undefined ? query : query.where(sql<boolean>`unit = any (${units}::uuid[])`)).execute()
}

/** Replaces the wishes for these units: a row without any wish goes. */
export async function replaceWishes(
  tx: Transaction,
  { authority, id }: TermRow,
  rows: readonly Insertable<RoundsCalendarWish>[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += 1000) {
    const part = rows.slice(from, from + 1000)
    await sqlOf(tx)
      .deleteFrom('rounds.calendar_wish')
      .where('authority', '=', authority)
      .where('plan', '=', id)
      .where(
        'unit',
        'in',
        part.map((row) => row.unit),
      )
      .execute()
    const wished = part.filter((row) => [row.urgency, row.period, row.again_period].some((wish) => (wish ?? null) !== null))
    if (wished.length > 0) await sqlOf(tx).insertInto('rounds.calendar_wish').values(wished).execute()
  }
}

export interface Inspection {
  readonly unit: string
  readonly round: string
  readonly title: string
  readonly day: string
  /** By a round that is a look-back and nothing else. */
  readonly again: boolean
}

/** Inspections of an authority's term that have been, by the day on which their round began; the newest of each unit, look-backs apart. */
export async function inspectionsOf(tx: Transaction, plan: TermRow): Promise<readonly Inspection[]> {
  const { rows } = await sql<Inspection>`
    select distinct on (target.unit, round.kinds = '{look-back}') target.unit, round.id as round, round.title,
      coalesce(round.started_on, round.starts)::text as day, round.kinds = '{look-back}' as again
    from rounds.target as target join rounds.round as round on round.id = target.round and round.authority = target.authority
    where round.authority = ${plan.authority} and round.state in ('reporting', 'closed', 'archived')
      and coalesce(round.started_on, round.starts) between ${`${plan.first_year}-01-01`} and ${`${plan.last_year}-12-31`}
    order by target.unit, round.kinds = '{look-back}', coalesce(round.started_on, round.starts) desc`.execute(sqlOf(tx))
  return rows
}
