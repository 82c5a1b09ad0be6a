import type { Insertable, Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsProposal } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export type ProposalRow = Selectable<RoundsProposal>

export async function insertProposal(tx: Transaction, proposal: Insertable<RoundsProposal>): Promise<void> {
  await sqlOf(tx).insertInto('rounds.proposal').values(proposal).execute()
}

export async function findProposal(
  tx: Transaction,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ProposalRow | null> {
  const query = sqlOf(tx).selectFrom('rounds.proposal').selectAll().where('id', '=', id)
  const row = await (options.lock === true ? query.forUpdate() : query).executeTakeFirst()
  return row ?? null
}

export async function proposalsOf(tx: Transaction, round: string): Promise<readonly ProposalRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.proposal')
    .selectAll()
    .where('round', '=', round)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Proposals that a stopped server left behind. */
export async function unfinishedProposals(tx: Transaction): Promise<readonly ProposalRow[]> {
  return sqlOf(tx).selectFrom('rounds.proposal').selectAll().where('state', 'in', ['queued', 'running']).execute()
}

/** Changes a proposal as long as it is in one of these states; false when somebody was faster. */
export async function moveProposal(
  tx: Transaction,
  id: string,
  from: readonly string[],
  change: Partial<
    Pick<
      Insertable<RoundsProposal>,
      'state' | 'plan' | 'plan_hash' | 'progress' | 'no_plan' | 'verified' | 'message' | 'finished_at' | 'version'
    >
  >,
): Promise<boolean> {
  const done = await sqlOf(tx)
    .updateTable('rounds.proposal')
    .set(change)
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
