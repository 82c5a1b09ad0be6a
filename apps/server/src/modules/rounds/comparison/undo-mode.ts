import { Problem as Refusal } from '@shengmian/contract'
import { hashProblem } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { findRound, updateSettings } from '../round/round-store.ts'
import { putTeams } from '../teams/set-teams.ts'
import { insertAdoption, type AdoptionRow } from './adoption-store.ts'
import { moveComparison, type ComparisonRow } from './comparison-store.ts'

interface Undoing {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** An adoption that nothing has followed: it is the newest, and the round is as it left it. */
export function undoable(adoptions: readonly AdoptionRow[], { state, revision }: RoundRecord): AdoptionRow | null {
  const [newest] = adoptions
  return newest?.origin === 'adopted' && state === 'draft' && newest.revision === revision ? newest : null
}

/** Puts mode, rules and teams back as they were before the newest adoption; the comparison is of the round as it stands again. */
export async function undoMode(
  tx: Transaction,
  round: RoundRecord,
  comparison: ComparisonRow,
  { adoptions, by, at }: Undoing & { readonly adoptions: readonly AdoptionRow[] },
): Promise<void> {
  const adoption = undoable(adoptions, round)
  if (adoption === null || adoption.comparison !== comparison.id)
    throw new Refusal('changed-meanwhile', {
      zh: '采用之后本轮已改动，或已经撤销，不能撤销',
      en: 'the round was changed since the mode was taken over, or it was put back already',
    })
  const { teams, ...before } = adoption.before
  await updateSettings(tx, round, { ...round, ...before })
  await putTeams(tx, round, teams)
  const now = await findRound(tx, round.id)
  const { id: _id, ...same } = adoption
  await insertAdoption(tx, {
    ...same,
    id: uuid(),
    origin: 'undone',
    revision: now.revision,
    by_account: by.id,
    by_name: by.name,
    at,
  })
  if (hashProblem(buildProblem(await gatherWorld(tx, now))) === comparison.problem_hash)
    await moveComparison(tx, comparison.id, ['done'], { revision: now.revision })
}
