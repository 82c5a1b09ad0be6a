// What a team costs at the prices of a certificate, at best: who could sit where, at which price.
import type { ProblemTeam } from '../../problem.ts'
import { unverifiedFacts } from '../unverified.ts'
import { cheapestOfCrowds } from './cheapest-of-crowds.ts'
import type { Budget, CheapestTeam } from './cheapest-team.ts'
import { classesOf } from './classes.ts'
import { demandOf, kindsOf, type Candidate } from './demand.ts'
import type { Pricing, SeatColumns } from './pricing.ts'
import { exposuresAt, seatCosts, type Exposures } from './seat-costs.ts'
import type { Crowd } from './shortlist.ts'
import type { TeamOption } from './team-options.ts'

const NOBODY: ReadonlySet<never> = new Set()

/** Prices a team at a place: the least cost of a valid team there, in 1/scale of the level's unit. */
export type PriceTeam = (team: ProblemTeam, option: TeamOption, budget: Budget) => CheapestTeam

export function priceTeams(pricing: Pricing): PriceTeam {
  const { ground, roster, most } = pricing
  const costsOf = seatCosts(pricing)
  const classes = classesOf(pricing)
  // Whoever is pinned to a team is none of the crowd.
  const isPinned = Uint8Array.from(roster.people, (_, number) => (roster.teamsOf.has(number) ? 1 : 0))
  const maxExposure = Math.min(most.worstExposure, most.totalExposure)
  return (team, option, budget) => {
    const pins = roster.pinsOf.get(team.id) ?? NOBODY
    const demand = demandOf(ground, kindsOf(team.slots), option.sure, pins.size, maxExposure)
    const exposures = exposuresAt(roster, option)
    const crowds = [pricing.asOutsider, pricing.asLocal]
      .filter(({ isLocal }) => demand.kinds.some((kind) => kind.isLocal === isLocal))
      .map((seats): Crowd => {
        const ofSeat = classes(demand, option, seats.isLocal)
        return {
          classes: ofSeat,
          costs: costsOf(option, seats, exposures, maxExposure),
          candidate: (number, cost, kind) => candidateOf(pricing, exposures, number, cost, ofSeat.abilities[kind] ?? []),
          isOpen: (number) => isSeatOpen(pricing, option, seats, number),
        }
      })
    const always = pinnedCandidates(pricing, team, crowds)
    return cheapestOfCrowds(demand, crowds, always, isPinned, budget)
  }
}

function candidateOf(
  { roster }: Pricing,
  exposures: Exposures,
  number: number,
  cost: number,
  abilities: Candidate['abilities'],
): Candidate {
  const experience = roster.people[number]?.experience
  return {
    person: number,
    cost,
    abilities,
    exposure: exposures.get(number) ?? 0,
    home: roster.originOf[number] ?? -1,
    isSenior: experience === 'senior',
    isNewcomer: experience === 'newcomer',
    isPinned: roster.teamsOf.has(number),
    apart: roster.apart.get(number) ?? NOBODY,
  }
}

/** Whoever is pinned to this team and to no other, once for each sort of seat that is open to him. */
function pinnedCandidates({ roster }: Pricing, team: ProblemTeam, crowds: readonly Crowd[]): Candidate[] {
  return [...(roster.pinsOf.get(team.id) ?? [])].flatMap((id) => {
    const number = roster.numberOf.get(id)
    if (number === undefined || roster.teamsOf.get(number)?.size !== 1) return []
    return crowds.flatMap(({ classes, costs, candidate, isOpen }) => {
      const [cost, kind] = [costs[number] ?? Infinity, classes.classOf(number)]
      return cost < Infinity && kind >= 0 && isOpen(number) ? [candidate(number, cost, kind)] : []
    })
  })
}

/** Neither barred from a target that is sure, or from each that is possible, nor alone beyond what may be unverified. */
function isSeatOpen(
  { ground, roster, bars, most }: Pricing,
  { sure, possible }: TeamOption,
  { isLocal }: SeatColumns,
  number: number,
): boolean {
  const person = roster.people[number]
  if (person === undefined) return false
  const seat = { person, isLocal }
  const isBarred = (target: (typeof sure)[number]): boolean => bars(seat, target).some(({ waiver }) => waiver === null)
  if (sure.some(isBarred) || (sure.length === 0 && possible.length > 0 && possible.every(isBarred))) return false
  return most.unverified === Infinity || unverifiedFacts(ground, seat, sure).length <= most.unverified
}
