import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsCandidate, RoundsTarget } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type TargetRow = Selectable<RoundsTarget>
export type CandidateRow = Selectable<RoundsCandidate>

export async function targetsOf(tx: Transaction, round: string): Promise<readonly TargetRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.target')
    .selectAll()
    .where('round', '=', round)
    .orderBy('position')
    .orderBy('unit')
    .execute()
}

export async function replaceTargets(
  tx: Transaction,
  round: string,
  targets: readonly Insertable<RoundsTarget>[],
): Promise<void> {
  await sqlOf(tx).deleteFrom('rounds.target').where('round', '=', round).execute()
  for (let from = 0; from < targets.length; from += 1000) {
    await sqlOf(tx)
      .insertInto('rounds.target')
      .values(targets.slice(from, from + 1000))
      .execute()
  }
}

/** Writes down which team of the plan in force inspects which target. */
export async function assignTargets(
  tx: Transaction,
  round: string,
  teams: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  await sqlOf(tx).updateTable('rounds.target').set({ team: null }).where('round', '=', round).execute()
  for (const [team, units] of teams) {
    if (units.length === 0) continue
    await sqlOf(tx)
      .updateTable('rounds.target')
      .set({ team })
      .where('round', '=', round)
      .where('unit', 'in', [...units])
      .execute()
  }
}

export async function candidatesOf(tx: Transaction, round: string): Promise<readonly CandidateRow[]> {
  return sqlOf(tx).selectFrom('rounds.candidate').selectAll().where('round', '=', round).orderBy('rank').execute()
}

export async function replaceCandidates(
  tx: Transaction,
  round: string,
  candidates: readonly Insertable<RoundsCandidate>[],
): Promise<void> {
  await sqlOf(tx).deleteFrom('rounds.candidate').where('round', '=', round).execute()
  if (candidates.length > 0)
    await sqlOf(tx)
      .insertInto('rounds.candidate')
      .values([...candidates])
      .execute()
}
