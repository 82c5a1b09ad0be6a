import type { Objective, Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { recomputeBounds } from './certificate/recompute-bounds.ts'
import type { Breach, WaiverUse, Words } from './finding.ts'
import { measure } from './measure-plan.ts'
import { pairFindings } from './pair-findings.ts'
import { again } from './rules/again.ts'
import { apart } from './rules/apart.ts'
import { bound } from './rules/bound.ts'
import { host } from './rules/host.ts'
import { leaders } from './rules/leaders.ts'
import { level } from './rules/level.ts'
import { need } from './rules/need.ts'
import { newcomers } from './rules/newcomers.ts'
import { objective } from './rules/objective.ts'
import { oneTeam } from './rules/one-team.ts'
import { pin } from './rules/pin.ts'
import { problemHash } from './rules/problem.ts'
import { reversal } from './rules/reversal.ts'
import { sameHome } from './rules/same-home.ts'
import { self } from './rules/self.ts'
import { senior } from './rules/senior.ts'
import { slot } from './rules/slot.ts'
import { swap } from './rules/swap.ts'
import { unassigned } from './rules/unassigned.ts'
import { wholeTeam } from './rules/whole-team.ts'
import { zone } from './rules/zone.ts'
import { unmetWishes } from './wishes.ts'
import { worldOf, type World } from './world.ts'

export interface Verdict {
  readonly isValid: boolean
  /** In the order of the format's table; empty where the plan is valid. */
  readonly breaches: readonly Breach[]
  /** Bars of this plan that a named approver lifted. */
  readonly waiversUsed: readonly WaiverUse[]
  /** Preferences that the plan goes against: no breach, but named. */
  readonly wishes: readonly Words[]
  /** What verify could neither confirm nor refute: bounds without a certificate it can recompute. */
  readonly notes: readonly Words[]
  /** The six figures as verify computes them. */
  readonly objective: Objective
}

const TEAM_RULES: readonly ((world: World) => Breach[])[] = [
  problemHash,
  objective,
  unassigned,
  oneTeam,
  host,
  slot,
  level,
  sameHome,
  wholeTeam,
  leaders,
  apart,
  senior,
  newcomers,
  need,
  self,
  swap,
  zone,
  again,
  reversal,
  pin,
]

/**
 * Holds a plan against a problem: every rule of the table "What `verify` checks", each whatever the others say.
 * Shares nothing with the solver but types: bars, exposures, figures, bounds and the hash are computed anew.
 * Both files must have been read (`readProblem`, `readPlan`); a plan that names unknown people, teams or targets
 * is answered with breaches, never with an exception. Format: `shengmian.dispatch-plan/1`.
 */
export function verifyPlan(problem: Problem, plan: Plan): Verdict {
  const world = worldOf(problem, plan)
  const recomputed = recomputeBounds(world)
  const bounds = bound(world, recomputed.bounds)
  const pairs = pairFindings(world)
  const breaches = [...TEAM_RULES.flatMap((rule) => rule(world)), ...bounds.breaches, ...recomputed.breaches, ...pairs.breaches]
  return {
    isValid: breaches.length === 0,
    breaches,
    waiversUsed: pairs.waiversUsed,
    wishes: unmetWishes(world),
    notes: [...bounds.notes, ...recomputed.notes],
    objective: measure(world),
  }
}
