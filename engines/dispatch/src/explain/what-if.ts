// What if: the round is planned again with the person in the team, or kept away from its targets where he serves there already. First
// with as few people moved as can be; then afresh, where the round is small enough for that, else bounded by what the plan itself proves.
import { LEVELS, type Objective, type ObjectiveLevel, type Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { prepareRepair } from '../repair/prepare-repair.ts'
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
      /** … of which it is proven that no fewer can … */
      readonly isFewest: boolean
      /** … and by this when the whole round is planned afresh. Null where that found nothing better, or was not tried. */
      readonly bestPrice: PriceDifference | null
      /** `round`: planned afresh; `neighbourhood`: too large for that here, only chains of up to three people were tried. */
      readonly reach: 'round' | 'neighbourhood'
      /** The better of the two prices is proven the least. */
      readonly isLeast: boolean
      /** What no plan goes below, level by level, given that the better levels are at theirs; null where nothing is proven. */
      readonly floor: Readonly<Record<ObjectiveLevel, number | null>>
    }
  | { readonly kind: 'impossible'; readonly change: 'here' | 'elsewhere'; readonly clash: Clash }
  /** Too large to be planned afresh here, and no chain of up to three people does it: neither shown possible nor impossible. */
  | { readonly kind: 'open'; readonly change: 'here' | 'elsewhere'; readonly zh: string; readonly en: string }

export interface WhatIfOptions {
  readonly seed: string
  readonly effort: number
}

/** People × teams up to which a what-if plans the whole round afresh. */
const ROUND_SEATS = 20_000

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
  const repaired = prepareRepair(changed, plan)([])
  const near = repaired.kind === 'repaired' ? repaired : null
  if (problem.people.length * problem.teams.length > ROUND_SEATS) {
    if (repaired.kind === 'beyond') return { kind: 'open', change, zh: repaired.zh, en: repaired.en }
    const { objective, changes, proof } = repaired
    const price = difference(plan.objective, objective)
    // more is asked of the same round, so what bounds the plan bounds every answer; a pin given up would ask less
    const isTighter = !problem.pins.some((pin) => pin.person === person)
    const floor = isTighter ? floorOf(plan.objective, plan.bound) : floorOf(plan.objective, {})
    const isLeast = isAtFloor(price, floor)
    return {
      kind: 'possible',
      change,
      price,
      moves: changes,
      isFewest: proof.isFewest,
      bestPrice: null,
      reach: 'neighbourhood',
      isLeast,
      floor,
    }
  }

  const afresh = await planDispatch(changed, options)
  if (afresh.kind === 'no-plan' && near === null) return { kind: 'impossible', change, clash: afresh.clash }
  const isProvenNear = near !== null && near.proof.isFewest && near.proof.isBest
  const kept = isProvenNear ? null : await planDispatch(changed, { ...options, keep: plan })
  const moved = kept?.kind === 'plan' ? kept : null
  const [objective, moves] =
    isProvenNear || moved === null ? [near?.objective, near?.changes] : [moved.plan.objective, moved.changes]
  const found = afresh.kind === 'plan' ? afresh : null
  const price = difference(plan.objective, objective ?? found?.plan.objective ?? plan.objective)
  const bestPrice = found === null ? null : difference(plan.objective, found.plan.objective)
  return {
    kind: 'possible',
    change,
    price,
    moves: moves ?? [],
    isFewest: near?.proof.isFewest === true && near.changes.length === (moves ?? []).length,
    bestPrice: isBetter(bestPrice, price) ? bestPrice : null,
    reach: 'round',
    isLeast: found?.proven === true,
    floor: floorOf(plan.objective, found?.plan.bound ?? {}),
  }
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

function floorOf(before: Objective, bound: Partial<Plan['bound']>): Readonly<Record<ObjectiveLevel, number | null>> {
  const at = (level: ObjectiveLevel): number | null => {
    const proven = bound[level] ?? null
    return proven === null ? null : proven - before[level]
  }
  return {
    worstExposure: at('worstExposure'),
    totalExposure: at('totalExposure'),
    unverified: at('unverified'),
    memory: at('memory'),
    workloadSpread: at('workloadSpread'),
    travel: at('travel'),
  }
}

function isAtFloor(price: PriceDifference, floor: Readonly<Record<ObjectiveLevel, number | null>>): boolean {
  return LEVELS.every((level) => price[level] === floor[level])
}

function isBetter(a: PriceDifference | null, b: PriceDifference): boolean {
  if (a === null) return false
  const level = LEVELS.find((each) => a[each] !== b[each])
  return level !== undefined && a[level] < b[level]
}
