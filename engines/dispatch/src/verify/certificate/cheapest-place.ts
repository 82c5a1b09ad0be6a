// What each team costs at its cheapest place, all teams out of one budget of steps.
import type { ProblemTeam } from '../../problem.ts'
import type { Budget, CheapestTeam } from './cheapest-team.ts'
import { priceTeams } from './price-team.ts'
import type { Pricing } from './pricing.ts'
import type { TeamOption } from './team-options.ts'

/** Steps of all searches for one bound; 3,000 people in 400 teams of six need about a third. */
const STEPS = 20_000_000

interface CheapestPlaces {
  /** The least cost of the team among these places; Infinity where it has none. */
  readonly least: (team: ProblemTeam, options: readonly TeamOption[]) => number
  /** Whether no search so far ran out of steps. */
  readonly isExact: () => boolean
}

export function cheapestPlaces(pricing: Pricing): CheapestPlaces {
  const budget: Budget = { left: STEPS }
  const price = priceTeams(pricing)
  // Teams that are alike cost the same at the same place.
  const known = new Map<string, CheapestTeam>()
  let isExact = true
  return {
    least: (team, options) => {
      const alike = JSON.stringify([team.slots, [...(pricing.roster.pinsOf.get(team.id) ?? [])]])
      return options.reduce((least, option) => {
        const key = `${alike} ${option.home} ${option.host} ${option.region} ${option.sure.length}`
        const found = known.get(key) ?? price(team, option, budget)
        known.set(key, found)
        isExact &&= found.isExact
        return Math.min(least, found.cost)
      }, Infinity)
    },
    isExact: () => isExact,
  }
}
