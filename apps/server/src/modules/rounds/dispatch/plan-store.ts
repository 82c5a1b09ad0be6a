import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsPlan, RoundsWaiver } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'

export type PlanRow = Selectable<RoundsPlan>
export type WaiverRow = Selectable<RoundsWaiver>

export async function plansOf(tx: Transaction, round: string): Promise<readonly PlanRow[]> {
  return sqlOf(tx).selectFrom('rounds.plan').selectAll().where('round', '=', round).orderBy('version', 'desc').execute()
}

/** The newest version, which is the one that holds; or a version by its number. */
export async function findPlan(tx: Transaction, round: string, version?: number): Promise<PlanRow | null> {
  const query = sqlOf(tx).selectFrom('rounds.plan').selectAll().where('round', '=', round).orderBy('version', 'desc').limit(1)
  const row = await (version === undefined ? query : query.where('version', '=', version)).executeTakeFirst()
  return row ?? null
}

/** Whether the plan in force comes from a draw: since one was drawn, it has only been repaired. */
export async function wasDrawn(tx: Transaction, round: string): Promise<boolean> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.plan')
    .select('version')
    .where('round', '=', round)
    .where('origin', '=', 'draw')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function countPlans(tx: Transaction, round: string): Promise<number> {
  const row = await sqlOf(tx)
    .selectFrom('rounds.plan')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('round', '=', round)
    .executeTakeFirst()
  return row?.version ?? 0
}

export async function insertPlan(tx: Transaction, plan: Insertable<RoundsPlan>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.plan').values(plan).execute()
}

export async function waiversOf(tx: Transaction, round: string): Promise<readonly WaiverRow[]> {
  return sqlOf(tx).selectFrom('rounds.waiver').selectAll().where('round', '=', round).orderBy('at').orderBy('id').execute()
}

export async function insertWaiver(tx: Transaction, waiver: Insertable<RoundsWaiver>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.waiver').values(waiver).execute()
}

export async function updateWaiver(
  tx: Transaction,
  waiver: WaiverRow,
  end: Pick<WaiverRow, 'ended_at' | 'ended_by' | 'ended_reason'>,
): Promise<void> {
  await sqlOf(tx)
    .updateTable('rounds.waiver')
    .set(end)
    .where('authority', '=', waiver.authority)
    .where('id', '=', waiver.id)
    .execute()
}

export interface Past {
  readonly rounds: readonly { readonly label: string; readonly title: string }[]
  readonly visits: readonly { readonly label: string; readonly person: string; readonly region: string }[]
  readonly dispatches: readonly { readonly label: string; readonly home: string; readonly host: string }[]
  readonly travel: readonly { readonly home: string; readonly host: string; readonly kilometres: number }[]
}

/** Earlier rounds of an authority, oldest first, and the distances that it has entered. */
export async function pastOf(tx: Transaction, authority: number): Promise<Past> {
  const db = sqlOf(tx)
  return {
    rounds: await db
      .selectFrom('rounds.past_round')
      .select(['label', 'title'])
      .where('authority', '=', authority)
      .orderBy('position')
      .execute(),
    visits: await db
      .selectFrom('rounds.past_visit')
      .select(['label', 'person', 'region'])
      .where('authority', '=', authority)
      .orderBy('label')
      .orderBy('person')
      .orderBy('region')
      .execute(),
    dispatches: await db
      .selectFrom('rounds.past_dispatch')
      .select(['label', 'home', 'host'])
      .where('authority', '=', authority)
      .orderBy('label')
      .orderBy('home')
      .orderBy('host')
      .execute(),
    travel: await db
      .selectFrom('rounds.travel')
      .select(['home', 'host', 'kilometres'])
      .where('authority', '=', authority)
      .orderBy('home')
      .orderBy('host')
      .execute(),
  }
}

/** Enters a round that is over into the memory that repeat and reversal rules read. */
export async function remember(
  tx: Transaction,
  round: Pick<RoundRecord, 'authority' | 'year' | 'number' | 'title'>,
  what: {
    readonly visits: readonly { person: string; region: string }[]
    readonly dispatches: readonly { home: string; host: string }[]
  },
): Promise<void> {
  const db = sqlOf(tx)
  const label = `${round.year}-${round.number}`
  const { authority } = round
  const last = await db
    .selectFrom('rounds.past_round')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('authority', '=', authority)
    .executeTakeFirst()
  await db
    .insertInto('rounds.past_round')
    .values({ authority, label, position: (last?.position ?? 0) + 1, title: round.title })
    .execute()
  if (what.visits.length > 0) {
    await db
      .insertInto('rounds.past_visit')
      .values(what.visits.map((visit) => ({ authority, label, ...visit })))
      .execute()
  }
  if (what.dispatches.length > 0) {
    await db
      .insertInto('rounds.past_dispatch')
      .values(what.dispatches.map((pair) => ({ authority, label, ...pair })))
      .execute()
  }
}
