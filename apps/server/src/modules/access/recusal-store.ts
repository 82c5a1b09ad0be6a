// SQL of recusals: what is closed to a person whatever else is open.
import { Problem } from '@shengmian/contract'
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { PlaceLevel } from '../../platform/places.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface RecusalRow {
  readonly id: string
  readonly person: string
  readonly place: number
  readonly level: string
  readonly basis: string
  readonly recorded_at: Date
  readonly lifted_at: Date | null
  readonly lifted_reason: string | null
  readonly is_own: boolean | null
  readonly recorded_name: string | null
  readonly lifted_name: string | null
}

/** Answers false when the caller cannot see the person. The owning authority is the person's own, not the caller's word. */
export async function insertRecusal(
  tx: Transaction,
  recusal: {
    readonly id: string
    readonly person: string
    readonly place: number
    readonly level: PlaceLevel
    readonly basis: string
    readonly by: string
  },
): Promise<boolean> {
  const made = await sqlOf(tx)
    .insertInto('access.recusal')
    .columns(['id', 'person', 'authority', 'place', 'level', 'basis', 'recorded_by', 'recorded_at'])
    .expression((eb) =>
      eb
        .selectFrom('registry.person')
        .where('id', '=', recusal.person)
        .select([
          sql<string>`${recusal.id}::uuid`.as('id'),
          'id as person',
          'authority',
          sql<number>`${recusal.place}::bigint`.as('place'),
          sql<string>`${recusal.level}`.as('level'),
          sql<string>`${recusal.basis}`.as('basis'),
          sql<string>`${recusal.by}::uuid`.as('by'),
          sql<Date>`access.clock()`.as('at'),
        ]),
    )
    .executeTakeFirst()
  return made.numInsertedOrUpdatedRows === 1n
}

export async function readRecusal(tx: Transaction, id: string): Promise<RecusalRow> {
  const row = await recusals(tx).where('r.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** Recusals before an id, the newest first: ids are made in the order of time. */
export async function findRecusals(
  tx: Transaction,
  page: { readonly before: string | undefined; readonly limit: number; readonly person: string | undefined },
): Promise<readonly RecusalRow[]> {
  const { before, person } = page
  return recusals(tx)
    .$if(before !== undefined, (query) => query.where('r.id', '<', before ?? ''))
    .$if(person !== undefined, (query) => query.where('r.person', '=', person ?? ''))
    .orderBy('r.id', 'desc')
    .limit(page.limit)
    .execute()
}

/** With the names of those accounts alone that the caller sees: whose hand it was follows the policy of accounts. */
function recusals(tx: Transaction) {
  return sqlOf(tx)
    .selectFrom('access.recusal as r')
    .leftJoin('access.account as a', 'a.id', 'r.recorded_by')
    .leftJoin('access.account as l', 'l.id', 'r.lifted_by')
    .select(['r.id', 'r.person', 'r.place', 'r.level', 'r.basis', 'r.recorded_at', 'r.lifted_at', 'r.lifted_reason'])
    .select(['a.name as recorded_name', 'l.name as lifted_name'])
    .select(sql<boolean | null>`case when a.id is not null then a.person is not distinct from r.person end`.as('is_own'))
}

/** Answers whether the caller may and did. */
export async function endRecusal(tx: Transaction, id: string, by: string, reason: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.recusal')
    .set({ lifted_at: sql`access.clock()`, lifted_by: by, lifted_reason: reason })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
