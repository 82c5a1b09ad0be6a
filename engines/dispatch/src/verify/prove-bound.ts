import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { recomputeBounds } from './certificate/recompute-bounds.ts'
import { worldOf } from './world.ts'

export interface ProvenBound {
  readonly of: string
  /** In the level's own unit; Infinity where the certificate shows that some team cannot be filled at the plan's figures. */
  readonly value: number
  /** False where the steps of the check ran out: then `value` is proven, but the prices may prove more. */
  readonly isExact: boolean
}

/**
 * What each certificate of a plan proves, given the plan's figures for the better levels, and what verify finds by itself about
 * a worst exposure or a spread that the plan bounds above 0; certificates that are refused or unknown prove nothing and are left out. For benches and tests: the solver does not grade its own proofs with it.
 */
export function proveBound(problem: Problem, plan: Plan): ProvenBound[] {
  return [...recomputeBounds(worldOf(problem, plan)).bounds].map(([of, { value, isExact }]) => ({ of, value, isExact }))
}
