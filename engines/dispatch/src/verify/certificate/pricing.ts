// What a certificate prices, and what it holds as given while it does.
import type { Objective, Plan } from '../../plan.ts'
import { pairBars, type PairBars } from '../pair-bars.ts'
import { reaches } from '../places.ts'
import { unverifiedFacts } from '../unverified.ts'
import type { Ground } from '../world.ts'
import { rosterOf, type Roster } from './roster.ts'

/** The levels that a certificate can be about: sums over members. */
export type PricedLevel = 'totalExposure' | 'unverified' | 'travel'

export interface Pricing {
  readonly ground: Ground
  readonly roster: Roster
  readonly bars: PairBars
  /** What the better levels are held at; Infinity for the level in question and those after it. */
  readonly most: Objective
  /** What a kilometre, a thousandth of exposure and an unverified fact cost, in 1/scale of the level's unit. */
  readonly perKilometre: number
  readonly perExposure: number
  readonly perFact: number
  /** By person: the price and what he costs anywhere; Infinity where he has more unverified facts than may be. */
  readonly asOutsider: SeatColumns
  readonly asLocal: SeatColumns
}

export interface SeatColumns {
  readonly isLocal: boolean
  readonly cost: Float64Array
  /** People with a place so vague that whether it is an unverified fact depends on the targets; their own facts are not in `cost`. */
  readonly vague: readonly number[]
}

export function pricingOf(
  ground: Ground,
  of: PricedLevel,
  { scale, prices, levels = {} }: Plan['certificates'][number],
  objective: Objective,
): Pricing {
  const roster = rosterOf(ground)
  const most = heldAt(of, objective)
  const perFact = (levels.unverified ?? 0) + (of === 'unverified' ? scale : 0)
  const price = new Map(Object.entries(prices))
  const columns = (isLocal: boolean): SeatColumns => {
    const vague = perFact === 0 && most.unverified === Infinity ? [] : vaguePeople(ground, roster)
    const isVague = new Set(vague)
    const cost = Float64Array.from(roster.people, (person, number) => {
      const facts = isVague.has(number) ? 0 : unverifiedFacts(ground, { person, isLocal }, []).length
      return facts > most.unverified ? Infinity : (price.get(person.id) ?? 0) + perFact * facts
    })
    return { isLocal, cost, vague }
  }
  return {
    ground,
    roster,
    bars: pairBars(ground),
    most,
    perKilometre: of === 'travel' ? scale : 0,
    perExposure: (levels.totalExposure ?? 0) + (of === 'totalExposure' ? scale : 0),
    perFact,
    asOutsider: columns(false),
    asLocal: columns(true),
  }
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

/** Who has a native place or posting that is known only above the recusal level. */
function vaguePeople({ rules }: Ground, { people }: Roster): number[] {
  const isVague = (place: string | null): boolean => place !== null && !reaches(place, rules.recusalLevel)
  return people.flatMap(({ native, postings }, number) =>
    isVague(native) || (postings ?? []).some((posting) => isVague(posting.region)) ? [number] : [],
  )
}
