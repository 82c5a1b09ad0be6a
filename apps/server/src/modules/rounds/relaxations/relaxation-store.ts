import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsRelaxation } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { Effect, Granted } from './effects.ts'

interface Words {
  readonly zh: string
  readonly en: string
}

export interface RelaxationRow extends Omit<Selectable<RoundsRelaxation>, 'effects' | 'grants'> {
  readonly effects: readonly Effect[]
  readonly grants: readonly Words[]
}

/** Everything that was asked for in a round, newest first. */
export async function relaxationsOf(tx: Transaction, round: string): Promise<readonly RelaxationRow[]> {
  const rows = await sqlOf(tx)
    .selectFrom('rounds.relaxation')
    .selectAll()
    .where('round', '=', round)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ effects, grants, ...row }) => ({
    ...row,
    effects: effects as unknown as readonly Effect[],
    grants: grants as unknown as readonly Words[],
  }))
}

/** What holds in a round, oldest first. */
export async function relaxedIn(tx: Transaction, round: string): Promise<readonly RelaxationRow[]> {
  return (await relaxationsOf(tx, round)).filter(({ state }) => state === 'approved').toReversed()
}

export const grantedBy = ({ effects, decided_name, why }: RelaxationRow): Granted => ({ effects, by: decided_name ?? '', why })

export async function insertRelaxation(
  tx: Transaction,
  {
    effects,
    grants,
    ...row
  }: Omit<Insertable<RoundsRelaxation>, 'effects' | 'grants'> & Pick<RelaxationRow, 'effects' | 'grants'>,
): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.relaxation')
    .values({ ...row, effects: JSON.stringify(effects), grants: JSON.stringify(grants) })
    .execute()
}

export async function updateRelaxation(
  tx: Transaction,
  { authority, id }: RelaxationRow,
  change: Partial<Omit<Insertable<RoundsRelaxation>, 'authority' | 'id' | 'effects' | 'grants'>>,
): Promise<void> {
  await sqlOf(tx).updateTable('rounds.relaxation').set(change).where('authority', '=', authority).where('id', '=', id).execute()
}
