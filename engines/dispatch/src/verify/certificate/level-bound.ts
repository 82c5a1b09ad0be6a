// Recomputes the bound that prices prove. For any prices u ≥ 0 of people and m ≥ 0 of better levels, in 1/scale of the level's unit,
//   L = Σ over teams of the cheapest valid team at scale·level + u + m·better levels, minus Σ u, minus m·(better levels' values)
// is at most scale times the level of any plan that has the better levels at their values: its teams are valid, nobody serves
// twice, and what m adds is taken off again. ⌈L/scale⌉ is the bound.
// Teams are taken to have at least one target where they can, and a home only where the format requires one.
import type { Objective, Plan } from '../../plan.ts'
import type { Ground } from '../world.ts'
import { leastAssignment } from './assignment.ts'
import { cheapestPlaces } from './cheapest-place.ts'
import type { CheapestTeam } from './cheapest-team.ts'
import { pricingOf, type PricedLevel, type Pricing } from './pricing.ts'
import { isOneToOne, regionsOf, teamOptions } from './team-options.ts'

type Certificate = Plan['certificates'][number]

export interface RecomputedBound {
  /** A valid lower bound, 0 at least. */
  readonly value: number
  /** False where the step budget ran out and `value` is weaker than what the prices prove. */
  readonly isExact: boolean
  /** Whether the certificate itself says what it proves, so that the bound may lie above it. */
  readonly isStated: boolean
  /** Whether verify found it by itself, from the problem alone. */
  readonly isOwn: boolean
}

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
  const { cost, isExact } = allTeams(pricingOf(ground, of, certificate, objective))
  const taken =
    Object.values(prices).reduce((sum, price) => sum + price, 0) +
    (levels.totalExposure ?? 0) * objective.totalExposure +
    (levels.unverified ?? 0) * objective.unverified
  // Nothing is negative before the subtraction: sums that end in the range of exact integers never left it.
  if (taken > Number.MAX_SAFE_INTEGER || (cost > Number.MAX_SAFE_INTEGER && cost < Infinity)) return null
  return { value: ceilQuotient(cost - taken, scale), isExact, isStated: certificate.proves !== undefined, isOwn: false }
}

/** ⌈a/b⌉ where that is positive, else 0. The remainder is exact where a quotient of doubles need not be. */
function ceilQuotient(a: number, b: number): number {
  if (a <= 0 || a === Infinity) return Math.max(0, a)
  const rest = a % b
  return (a - rest) / b + (rest > 0 ? 1 : 0)
}

/** Each team at its cheapest place; where every region has one team, all teams together at the cheapest distribution. */
function allTeams(pricing: Pricing): CheapestTeam {
  const { ground, most } = pricing
  const optionsOf = teamOptions(ground, most.memory)
  const prices = cheapestPlaces(pricing)
  const places = ground.problem.teams.map((team) => ({ team, byRegion: Map.groupBy(optionsOf(team), ({ region }) => region) }))
  const forced = new Set(places.flatMap(({ byRegion }) => (byRegion.size === 1 ? [...byRegion.keys()] : [])))
  if (!isOneToOne(ground) || (forced.size === places.length && !forced.has(null))) {
    const cost = places.reduce((sum, { team, byRegion }) => sum + prices.least(team, [...byRegion.values()].flat()), 0)
    return { cost, isExact: prices.isExact() }
  }
  const regions = regionsOf(ground)
  const cost = leastAssignment(
    places.map(({ team, byRegion }) => regions.map((region) => prices.least(team, byRegion.get(region) ?? []))),
  )
  return { cost, isExact: prices.isExact() }
}
