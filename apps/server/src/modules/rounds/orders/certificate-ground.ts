import type { Transaction } from '../../../platform/transaction.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { findPlan } from '../dispatch/plan-store.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import { placesShown } from '../dispatch/person-view.ts'
import { hashProblem, type Plan } from '@shengmian/dispatch'
import { placeNames } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { eventsOf } from '../round/round-store.ts'
import { groundOf, type CertificateGround, type Signatures } from './certificate-view.ts'

/** Everything that the certificates of a round are drawn from, or null while there is no plan. */
export async function certificateGround(tx: Transaction, round: RoundRecord): Promise<CertificateGround | null> {
  const row = await findPlan(tx, round.id)
  if (row === null) return null
  const world = await gatherWorld(tx, round)
  const problem = buildProblem(world)
  return groundOf({
    world,
    problem,
    problemHash: hashProblem(problem),
    seed: (JSON.parse(row.plan) as Plan).seed,
    name: await placeNames(tx, placesShown(problem)),
    signatures: await signaturesOf(tx, round, { name: row.by_name, account: row.by_account, at: row.at }),
  })
}

/** Whoever made the plan checked it, whoever submitted it reviewed it if he is another, the leading group approved. */
async function signaturesOf(
  tx: Transaction,
  round: RoundRecord,
  made: { readonly name: string; readonly account: string; readonly at: Date },
): Promise<Signatures> {
  const events = await eventsOf(tx, round.id)
  const last = (event: string) => events.findLast((candidate) => candidate.event === event)
  const submitted = last('submit')
  const approved = last('approve')
  const isCurrent = round.state !== 'draft' && round.state !== 'submitted'
  return {
    checked: { name: made.name, on: dayOf(made.at) },
    reviewed:
      submitted === undefined || submitted.by_account === made.account
        ? null
        : { name: submitted.by_name, on: dayOf(submitted.at) },
    approved: approved === undefined || !isCurrent ? null : { name: approved.by_name, on: dayOf(approved.at) },
  }
}

const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
