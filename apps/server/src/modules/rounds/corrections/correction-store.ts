import { Problem } from '@shengmian/contract'
import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsCorrection, RoundsCorrectionStep } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type CorrectionRow = Selectable<RoundsCorrection>
export type StepRow = Selectable<RoundsCorrectionStep>

interface Target {
  readonly authority: number
  readonly round: string
  readonly unit: string
  readonly place: number
}

/** Targets that the caller is ordered to now. */
export async function targetsOrdered(tx: Transaction): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`
    select distinct authority, round, unit, place from access.ordered_targets() order by place, unit`.execute(sqlOf(tx))
  return rows
}

/** Targets under way in the place that the caller is liaison of. */
export async function targetsOfLiaison(tx: Transaction): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`select distinct authority, round, unit, place from access.liaison_targets()`.execute(
    sqlOf(tx),
  )
  return rows
}

export async function correctionsOfRound(tx: Transaction, round: string): Promise<readonly CorrectionRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.correction')
    .selectAll()
    .where('round', '=', round)
    .orderBy('ordered_at', 'desc')
    .orderBy('id')
    .execute()
}

/** At these units of these rounds, the last 200. */
export async function correctionsAt(tx: Transaction, targets: readonly Target[]): Promise<readonly CorrectionRow[]> {
  if (targets.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.correction')
    .selectAll()
    .where(
      sql<boolean>`(authority, round, unit) in (select * from unnest(${targets.map(({ authority }) => authority)}::bigint[],
        ${targets.map(({ round }) => round)}::uuid[], ${targets.map(({ unit }) => unit)}::uuid[]))`,
    )
    .orderBy('ordered_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
}

export async function findCorrection(tx: Transaction, id: string): Promise<CorrectionRow> {
  const row = await sqlOf(tx).selectFrom('rounds.correction').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Problem('not-found')
  return row
}

/** In the order in which they were taken. */
export async function stepsOf(tx: Transaction, corrections: readonly string[]): Promise<readonly StepRow[]> {
  if (corrections.length === 0) return []
  return sqlOf(tx)
    .selectFrom('rounds.correction_step')
    .selectAll()
    .where('correction', 'in', [...corrections])
    .orderBy('correction')
    .orderBy('seq')
    .execute()
}

export async function insertCorrection(tx: Transaction, row: Insertable<RoundsCorrection>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.correction').values(row).execute()
}

/** Two at once meet at the key: the second is told that the step is there already. */
export async function insertStep(tx: Transaction, row: Insertable<RoundsCorrectionStep>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.correction_step').values(row).execute()
}
