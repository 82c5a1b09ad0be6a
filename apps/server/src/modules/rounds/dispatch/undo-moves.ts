import { Problem as Refusal } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { planInSight } from './current-plan.ts'
import { nameFacts } from './fact-names.ts'
import { refuse } from './make-moves.ts'
import { findPlan } from './plan-store.ts'
import { breachesOf, restatePlan } from './restate-plan.ts'
import { savePlan } from './save-plan.ts'

interface Undoing {
  readonly version: number
  readonly reason: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Takes the newest change by hand back: a new version equal to the one before it, checked against the round as it is now. */
export async function undoMoves(tx: Transaction, round: RoundRecord, undoing: Undoing): Promise<void> {
  if (round.state !== 'draft') throw new Refusal('wrong-state')
  const sight = await planInSight(tx, round)
  if (sight.version !== undoing.version) throw new Refusal('changed-meanwhile')
  if (sight.row?.origin !== 'by-hand') {
    throw new Refusal('wrong-state', { zh: '最近一次不是手工调整，没有可撤销的', en: 'the newest version was not made by hand' })
  }
  const before = await findPlan(tx, round.id, sight.version - 1)
  if (before === null) throw new Refusal('wrong-state')
  const old = JSON.parse(before.plan) as Plan
  const named = nameFacts(sight.problem, sight.world.teams)
  const breaches = breachesOf(sight.problem, old)
  if (breaches.length > 0) refuse(breaches.map(({ rule, subject, fact }) => ({ rule, subject, fact: named(fact) })))
  // the old file still answers the present problem: it comes back with its proofs
  const isSameProblem = old.problem === restatePlan(sight.problem, old).problem
  await savePlan(tx, round, {
    problem: sight.problem,
    plan: isSameProblem ? old : restatePlan(sight.problem, old),
    origin: 'undo',
    reason: undoing.reason,
    undoes: sight.version,
    by: undoing.by,
    at: undoing.at,
  })
}
