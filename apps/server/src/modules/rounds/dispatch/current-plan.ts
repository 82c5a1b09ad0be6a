// The plan to look at: the one in force, an older version, or a finished proposal; always against the round as it stands now.
import { Problem as Refusal } from '@shengmian/contract'
import { hashProblem, type Plan, type Problem } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { rolesAt } from '../policy.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { buildProblem } from './build-problem.ts'
import { findPlan, type PlanRow } from './plan-store.ts'
import { demandProposal } from './proposal-view.ts'
import { gatherWorld, type RoundWorld } from './round-world.ts'

export interface PlanInSight {
  readonly world: RoundWorld
  /** Of the round as it stands. */
  readonly problem: Problem
  readonly plan: Plan
  readonly version: number
  readonly planHash: string
  /** The plan answers an older state of the round. */
  readonly stale: boolean
  readonly row: PlanRow | null
}

export async function planInSight(
  tx: Transaction,
  round: RoundRecord,
  which: { readonly proposal?: string; readonly version?: number } = {},
): Promise<PlanInSight> {
  const world = await gatherWorld(tx, round)
  const problem = buildProblem(world)
  const hash = hashProblem(problem)
  if (which.proposal !== undefined) {
    const row = await demandProposal(tx, round.id, which.proposal)
    if (row.plan === null || row.plan_hash === null) {
      throw new Refusal('wrong-state', { zh: '这份方案还没有结果', en: 'this proposal has no plan yet' })
    }
    const plan = JSON.parse(row.plan) as Plan
    return {
      world,
      problem,
      plan,
      version: row.version ?? 0,
      planHash: row.plan_hash,
      stale: row.problem_hash !== hash,
      row: null,
    }
  }
  const row = await demandPlan(tx, round, which.version)
  const plan = JSON.parse(row.plan) as Plan
  return { world, problem, plan, version: row.version, planHash: row.plan_hash, stale: row.problem_hash !== hash, row }
}

/** The plan of a version, the newest unless one is named. */
export async function demandPlan(tx: Transaction, round: RoundRecord, version?: number): Promise<PlanRow> {
  const row = await findPlan(tx, round.id, version)
  if (row !== null) return row
  // Whoever may see no plan of the round is refused, whether there is one or not: that is a denial and is written down as one.
  if ((await rolesAt(tx, round.authority)).length === 0) throw new Refusal('not-found')
  throw new Refusal(
    'not-there-yet',
    version === undefined
      ? { zh: '还没有方案，请先求解', en: 'There is no plan yet: propose one' }
      : { zh: `方案没有第${version}版`, en: `The plan has no version ${version}` },
  )
}
