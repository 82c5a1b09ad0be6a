import type { Insertable, Selectable } from 'kysely'
import { sql } from 'kysely'
import { Problem } from '@shengmian/contract'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsTermItem, RoundsTermPlan } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type TermRow = Selectable<RoundsTermPlan>
export type TermItemRow = Selectable<RoundsTermItem>

export async function termPlans(tx: Transaction): Promise<readonly TermRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.term_plan')
    .selectAll()
    .orderBy('authority')
    .orderBy('first_year', 'desc')
    .limit(500)
    .execute()
}

export async function findTermPlan(tx: Transaction, id: string): Promise<TermRow> {
  const row = await sqlOf(tx).selectFrom('rounds.term_plan').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** The plan of an authority's term in which a day lies. */
export async function termPlanAt(tx: Transaction, authority: number, day: string): Promise<TermRow | null> {
  const year = Number(day.slice(0, 4))
  const row = await sqlOf(tx)
    .selectFrom('rounds.term_plan')
    .selectAll()
    .where('authority', '=', authority)
    .where('first_year', '<=', year)
    .where('last_year', '>=', year)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  return row ?? null
}

export async function insertTermPlan(tx: Transaction, plan: Insertable<RoundsTermPlan>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.term_plan').values(plan).execute()
}

export async function termItems(tx: Transaction, plan: string, year?: number): Promise<readonly TermItemRow[]> {
  const query = sqlOf(tx).selectFrom('rounds.term_item').selectAll().where('plan', '=', plan).orderBy('year').orderBy('position')
  return (year === undefined ? query : query.where('year', '=', year)).execute()
}

export async function replaceTermItems(
  tx: Transaction,
  plan: TermRow,
  year: number,
  items: readonly Insertable<RoundsTermItem>[],
): Promise<void> {
  await sqlOf(tx)
    .deleteFrom('rounds.term_item')
    .where('authority', '=', plan.authority)
    .where('plan', '=', plan.id)
    .where('year', '=', year)
    .execute()
  for (let from = 0; from < items.length; from += 1000) {
    await sqlOf(tx)
      .insertInto('rounds.term_item')
      .values(items.slice(from, from + 1000))
      .execute()
  }
}

interface InspectedUnit {
  readonly unit: string
  readonly round: string
  readonly year: number
  readonly place: number
  /** By a round that is a look-back and nothing else. */
  readonly again: boolean
}

/** Rounds of an authority's term whose inspection is over, with the units they inspected. */
export async function inspectedUnits(tx: Transaction, plan: TermRow): Promise<readonly InspectedUnit[]> {
  return sqlOf(tx)
    .selectFrom('rounds.target as target')
    .innerJoin('rounds.round as round', (join) =>
      join.onRef('round.id', '=', 'target.round').onRef('round.authority', '=', 'target.authority'),
    )
    .select(['target.unit', 'target.round', 'round.year', 'target.place'])
    .select(sql<boolean>`round.kinds = '{look-back}'`.as('again'))
    .where('round.authority', '=', plan.authority)
    .where('round.state', 'in', ['reporting', 'closed', 'archived'])
    .where('round.year', '>=', plan.first_year)
    .where('round.year', '<=', plan.last_year)
    .execute()
}
