import type { Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsModeAdoption } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundSettings } from '../round/round-record.ts'
import type { TeamRecord } from '../teams/team-store.ts'

export interface AdoptionRow extends Omit<Selectable<RoundsModeAdoption>, 'before'> {
  readonly before: Pick<RoundSettings, 'mode' | 'elevated' | 'rules' | 'basis'> & { readonly teams: readonly TeamRecord[] }
}

/** Newest first. */
export async function adoptionsOf(tx: Transaction, round: string): Promise<readonly AdoptionRow[]> {
  const rows = await sqlOf(tx)
    .selectFrom('rounds.mode_adoption')
    .selectAll()
    .where('round', '=', round)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, before: row.before as unknown as AdoptionRow['before'] }))
}

export async function insertAdoption(tx: Transaction, { before, ...row }: AdoptionRow): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.mode_adoption')
    .values({ ...row, before: JSON.stringify(before) })
    .execute()
}
