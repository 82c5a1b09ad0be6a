// What if: the round is planned again with the person in the team, or kept away from its targets where he serves there already.
import { LEVELS, type Objective, type ObjectiveLevel, type Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { resolveRules } from '../rules.ts'
import type { Clash, PlanChange } from '../solve/answer.ts'
import { planDispatch } from '../solve/plan-dispatch.ts'

/** For each level, how much more (or less, negative) it would be. */
export type PriceDifference = Readonly<Record<ObjectiveLevel, number>>

export type WhatIf =
  | {
      readonly kind: 'possible'
      readonly change: 'here' | 'elsewhere'
      /** The figures change by this when as few people move as can be … */
      readonly price: PriceDifference
      readonly moves: readonly PlanChange[]
      /** … and by this when the whole round is planned afresh. Null where that found nothing better. */
      readonly bestPrice: PriceDifference | null
    }
  | { readonly kind: 'impossible'; readonly change: 'here' | 'elsewhere'; readonly clash: Clash }

export interface WhatIfOptions {
  readonly seed: string
  readonly effort: number
}

/** Plans the round again, with the person pinned to the team, or barred from where it goes if he serves in it already. */
export async function whatIf(
  problem: Problem,
  plan: Plan,
  person: string,
  team: string,
  options: WhatIfOptions,
): Promise<WhatIf> {
  const serves = plan.teams.some((each) => each.id === team && each.members.some((member) => member.person === person))
  const change = serves ? 'elsewhere' : 'here'
  const changed = serves ? withBars(problem, plan, person, team) : withPin(problem, person, team)
  const kept = await planDispatch(changed, { ...options, keep: plan })
  if (kept.kind === 'no-plan') return { kind: 'impossible', change, clash: kept.clash }
  const price = difference(plan.objective, kept.plan.objective)
  const afresh = await planDispatch(changed, options)
  const bestPrice = afresh.kind === 'plan' ? difference(plan.objective, afresh.plan.objective) : null
  return { kind: 'possible', change, price, moves: kept.changes, bestPrice: isBetter(bestPrice, price) ? bestPrice : null }
}

function withPin(problem: Problem, person: string, team: string): Problem {
  return { ...problem, pins: [...problem.pins.filter((pin) => pin.person !== person), { person, team }] }
}

/** Barred from all targets at the team's host, not only from its own: teams of one host may exchange targets. */
function withBars(problem: Problem, plan: Plan, person: string, teamId: string): Problem {
  const team = plan.teams.find((each) => each.id === teamId)
  const host = resolveRules(problem.rules).hostPerTeam ? (team?.host ?? null) : null
  const targets = problem.targets.filter(({ id, region }) =>
    host === null ? team?.targets.includes(id) : region.startsWith(host),
  )
  const bars = targets.map(({ id }) => ({ person, target: id, why: 'what if', source: 'explain' }))
  return { ...problem, barred: [...problem.barred, ...bars], pins: problem.pins.filter((pin) => pin.person !== person) }
}

function difference(before: Objective, after: Objective): PriceDifference {
  return {
    worstExposure: after.worstExposure - before.worstExposure,
    totalExposure: after.totalExposure - before.totalExposure,
    unverified: after.unverified - before.unverified,
    memory: after.memory - before.memory,
    workloadSpread: after.workloadSpread - before.workloadSpread,
    travel: after.travel - before.travel,
  }
}

function isBetter(a: PriceDifference | null, b: PriceDifference): boolean {
  if (a === null) return false
  const level = LEVELS.find((each) => a[each] !== b[each])
  return level !== undefined && a[level] < b[level]
}
