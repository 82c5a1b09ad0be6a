// SQL of engagement orders: what opens a target to a person.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

type Capacity = 'leader' | 'deputy' | 'liaison' | 'member'

/** One person, one target, one window; rows of one letter share its number. */
export interface EngagementOrder {
  readonly id: string
  readonly number: string
  readonly round: string
  readonly team: string | null
  readonly unit: string
  readonly place: number
  readonly person: string
  readonly capacity: Capacity
  /** The three bodies: commissioning, sending, host. */
  readonly authority: number
  readonly sending: number | null
  readonly host: number | null
  readonly from: Date
  readonly until: Date
  readonly proposedBy: string
  readonly approvedBy: string
}

export interface OrderRow extends EngagementOrder {
  readonly issuedAt: Date
  readonly revokedAt: Date | null
  readonly revokedReason: string | null
  /** Inside its window and not revoked, at this instant. */
  readonly inForce: boolean
}

const BATCH = 500

export async function insertOrders(tx: Transaction, orders: readonly EngagementOrder[]): Promise<void> {
  for (let start = 0; start < orders.length; start += BATCH) {
    const rows = orders.slice(start, start + BATCH).map(({ from, until, proposedBy, approvedBy, ...order }) => ({
      ...order,
      valid: sql<string>`tstzrange(${from}, ${until})`,
      proposed_by: proposedBy,
      approved_by: approvedBy,
      issued_at: sql<Date>`access.clock()`,
    }))
    await sqlOf(tx).insertInto('access.engagement_order').values(rows).execute()
  }
}

export interface OrderChoice {
  readonly authority: number
  readonly round: string
  readonly person?: string
  readonly unit?: string
}

/** Revokes orders that are not revoked yet; answers how many. */
export async function endOrders(tx: Transaction, choice: OrderChoice, by: string, reason: string): Promise<number> {
  const { person, unit } = choice
  const changed = await sqlOf(tx)
    .updateTable('access.engagement_order')
    .set({ revoked_at: sql`access.clock()`, revoked_by: by, revoked_reason: reason })
    .where('authority', '=', choice.authority)
    .where('round', '=', choice.round)
    .where('revoked_at', 'is', null)
    .$if(person !== undefined, (query) => query.where('person', '=', person ?? ''))
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .executeTakeFirst()
  return Number(changed.numUpdatedRows)
}

/** Orders of a round, revoked ones included, by number. */
export async function findOrdersOfRound(tx: Transaction, authority: number, round: string): Promise<readonly OrderRow[]> {
  const rows = await orders(tx)
    .where('authority', '=', authority)
    .where('round', '=', round)
    .orderBy('number')
    .orderBy('id')
    .execute()
  return rows.map(orderOf)
}

/** Orders of the person signed in, the newest first: ids are made in the order of time. */
export async function findOwnOrders(
  tx: Transaction,
  page: { readonly before: string | null; readonly limit: number; readonly inForce: boolean },
): Promise<readonly OrderRow[]> {
  const { before } = page
  const rows = await orders(tx)
    .where('person', '=', sql<string>`(select access.person_id())`)
    .$if(page.inForce, (query) => query.where('revoked_at', 'is', null).where(sql<boolean>`valid @> access.clock()`))
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(orderOf)
}

function orders(tx: Transaction) {
  return sqlOf(tx)
    .selectFrom('access.engagement_order')
    .select(['id', 'number', 'round', 'team', 'unit', 'place', 'person', 'capacity', 'authority', 'sending', 'host'])
    .select(['proposed_by', 'approved_by', 'issued_at', 'revoked_at', 'revoked_reason'])
    .select(sql<Date>`lower(valid)`.as('starts'))
    .select(sql<Date>`upper(valid)`.as('ends'))
    .select(sql<boolean>`revoked_at is null and valid @> access.clock()`.as('in_force'))
}

function orderOf(row: Awaited<ReturnType<ReturnType<typeof orders>['execute']>>[number]): OrderRow {
  const { starts, ends, in_force, proposed_by, approved_by, issued_at, revoked_at, revoked_reason, capacity, ...rest } = row
  return {
    ...rest,
    capacity: capacity as Capacity,
    from: starts,
    until: ends,
    proposedBy: proposed_by,
    approvedBy: approved_by,
    issuedAt: issued_at,
    revokedAt: revoked_at,
    revokedReason: revoked_reason,
    inForce: in_force,
  }
}
