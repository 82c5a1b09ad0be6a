// Recomputes the bound that prices prove. For any prices u ≥ 0 of people and m ≥ 0 of better levels, in 1/scale of the level's unit,
//   L = Σ over teams of the cheapest valid team at scale·level + u + m·better levels, minus Σ u, minus m·(better levels' values)
// is at most scale times the level of any plan that has the better levels at their values: its teams are valid, nobody serves
// twice, and what m adds is taken off again. ⌈L/scale⌉ is the bound.
// Teams are taken to have at least one target where they can, and a home only where the format requires one.
import type { Objective, Plan } from '../../plan.ts'
import type { ProblemTeam } from '../../problem.ts'
import { pairBars } from '../pair-bars.ts'
import type { Ground } from '../world.ts'
import { leastAssignment } from './assignment.ts'
import type { Budget } from './cheapest-team.ts'
import { pinnedTo, priceTeam, type PricedLevel, type Pricing } from './price-team.ts'
import { isOneToOne, regionsOf, teamOptions, type TeamOption } from './team-options.ts'

type Certificate = Plan['certificates'][number]

export interface RecomputedBound {
  /** A valid lower bound, 0 at least. */
  readonly value: number
  /** False where the step budget ran out and `value` is weaker than what the prices prove. */
  readonly isExact: boolean
  /** Whether the certificate itself says what it proves, so that the bound may lie above it. */
  readonly isStated: boolean
}

/** Steps of all searches for one certificate; 10,000 people in 2,000 teams need about a tenth. */
const STEPS = 20_000_000

/**
 * The bound of a certificate about `of`, given that the better levels are at the values of `objective`; null where its
 * figures are too large to be added up exactly.
 */
export function levelBound(
  ground: Ground,
  of: PricedLevel,
  certificate: Certificate,
  objective: Objective,
): RecomputedBound | null {
  const { scale, prices, levels = {} } = certificate
  const pricing: Pricing = {
    ground,
    of,
    scale,
    prices: new Map(Object.entries(prices)),
    levels,
    most: heldAt(of, objective),
    bars: pairBars(ground),
    apart: apartOf(ground),
  }
  const { cost, isExact } = allTeams(pricing)
  const taken =
    [...pricing.prices.values()].reduce((sum, price) => sum + price, 0) +
    (levels.totalExposure ?? 0) * objective.totalExposure +
    (levels.unverified ?? 0) * objective.unverified
  // Nothing is negative before the subtraction: sums that end in the range of exact integers never left it.
  if (taken > Number.MAX_SAFE_INTEGER || (cost > Number.MAX_SAFE_INTEGER && cost < Infinity)) return null
  return { value: ceilQuotient(cost - taken, scale), isExact, isStated: certificate.proves !== undefined }
}

/** ⌈a/b⌉ where that is positive, else 0. The remainder is exact where a quotient of doubles need not be. */
function ceilQuotient(a: number, b: number): number {
  if (a <= 0 || a === Infinity) return Math.max(0, a)
  const rest = a % b
  return (a - rest) / b + (rest > 0 ? 1 : 0)
}

/** Only levels better than the one in question are held at their values. */
function heldAt(of: PricedLevel, { worstExposure, totalExposure, unverified, memory }: Objective): Objective {
  const free = {
    worstExposure,
    totalExposure: Infinity,
    unverified: Infinity,
    memory: Infinity,
    workloadSpread: Infinity,
    travel: Infinity,
  }
  if (of === 'totalExposure') return free
  if (of === 'unverified') return { ...free, totalExposure }
  return { ...free, totalExposure, unverified, memory }
}

/** Each team at its cheapest place; where every region has one team, all teams together at the cheapest distribution. */
function allTeams(pricing: Pricing): { cost: number; isExact: boolean } {
  const { ground, most } = pricing
  const budget: Budget = { left: STEPS }
  const known = new Map<string, { cost: number; isExact: boolean }>()
  let isExact = true
  const cheapestAmong = (team: ProblemTeam, options: readonly TeamOption[]): number =>
    options.reduce((least, option) => {
      const { home, host, region, sure } = option
      const key = JSON.stringify([team.slots, pinnedTo(ground, team), home, host, region, sure.length])
      const found = known.get(key) ?? priceTeam(pricing, team, option, budget)
      known.set(key, found)
      isExact &&= found.isExact
      return Math.min(least, found.cost)
    }, Infinity)
  const places = ground.problem.teams.map((team) => ({ team, options: teamOptions(ground, team, most.memory) }))
  const cost = isOneToOne(ground)
    ? leastAssignment(
        places.map(({ team, options }) =>
          regionsOf(ground).map((region) =>
            cheapestAmong(
              team,
              options.filter((option) => option.region === region),
            ),
          ),
        ),
      )
    : places.reduce((sum, { team, options }) => sum + cheapestAmong(team, options), 0)
  return { cost, isExact }
}

function apartOf({ problem }: Ground): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>()
  for (const [a, b] of problem.apart) {
    apart.set(a, (apart.get(a) ?? new Set()).add(b))
    apart.set(b, (apart.get(b) ?? new Set()).add(a))
  }
  return apart
}
