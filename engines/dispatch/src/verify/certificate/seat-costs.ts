// What everybody costs in a team at one place, at the prices of a certificate.
import { home } from '../rules/home.ts'
import type { ProblemTarget } from '../../problem.ts'
import { cut } from '../places.ts'
import { unverifiedFacts } from '../unverified.ts'
import type { Pricing, SeatColumns } from './pricing.ts'
import type { Knowers } from './roster.ts'
import type { TeamOption } from './team-options.ts'

/** Answers by person what he costs there; Infinity where he cannot serve. Good until the next place is asked for. */
export type SeatCosts = (option: TeamOption, seats: SeatColumns, exposures: Exposures, maxExposure: number) => Float64Array

/** By person, in thousandths; whoever is not named has none. */
export type Exposures = ReadonlyMap<number, number>

export function seatCosts({ ground, roster, most, perKilometre, perExposure, perFact }: Pricing): SeatCosts {
  const rows = [new Float64Array(roster.people.length), new Float64Array(roster.people.length)]
  const closedHomes = homesClosed(ground, roster)
  return (option, seats, exposures, maxExposure) => {
    const row = rows[seats.isLocal ? 1 : 0] ?? new Float64Array(roster.people.length)
    const fares = perKilometre === 0 ? new Float64Array(roster.homes.length) : roster.journeys(option.host)
    for (let place = 0; place < fares.length; place++) fares[place] = (fares[place] ?? 0) * perKilometre
    if (!seats.isLocal) for (const place of closedHomes(option)) fares[place] = Infinity
    for (let number = 0; number < row.length; number++)
      row[number] = (seats.cost[number] ?? 0) + (fares[roster.homeOf[number] ?? 0] ?? 0)
    for (const [number, exposure] of exposures)
      row[number] = exposure > maxExposure ? Infinity : (row[number] ?? 0) + perExposure * exposure
    for (const number of seats.vague) {
      const person = roster.people[number]
      if (person === undefined) continue
      const facts = unverifiedFacts(ground, { person, isLocal: seats.isLocal }, option.sure).length
      row[number] = facts > most.unverified ? Infinity : (row[number] ?? 0) + perFact * facts
    }
    return row
  }
}

/** Homes whose people the rule `home` bars from a sure target, all of them: they need not be looked at one by one. */
function homesClosed(ground: Pricing['ground'], { homes, homesIn }: Pricing['roster']): (option: TeamOption) => number[] {
  const bar = home(ground)
  const anybody = ground.problem.people[0]
  // Where the rule is waived for somebody, each is looked at by himself.
  if (anybody === undefined || ground.problem.waivers.some((waiver) => waiver.rule === 'home')) return () => []
  return ({ sure }) =>
    sure.flatMap((target) =>
      homesIn(cut(target.region, ground.rules.recusalLevel)).filter(
        (place) => bar({ person: { ...anybody, home: homes[place] ?? null }, isLocal: false }, target) !== null,
      ),
    )
}

/** To the targets that are sure; to the least of those that are possible where none is. */
export function exposuresAt({ knowers }: Pricing['roster'], { sure, possible }: TeamOption): Exposures {
  if (sure.length > 0) return exposuresTo(knowers, sure)
  let least: Exposures | null = null
  for (const target of possible) {
    const here = exposuresTo(knowers, [target])
    const before: Exposures = least ?? here
    const both = [...here].filter(([number]) => before.has(number))
    least = new Map(both.map(([number, exposure]) => [number, Math.min(exposure, before.get(number) ?? 0)]))
    if (least.size === 0) break
  }
  return least ?? new Map()
}

function exposuresTo({ insiderNumber, first, person, strength }: Knowers, targets: readonly ProblemTarget[]): Exposures {
  const sums = new Map<number, number>()
  for (const target of targets)
    for (const insider of target.insiders) {
      const number = insiderNumber(insider)
      for (let at = first[number] ?? 0; at < (first[number + 1] ?? 0); at++) {
        const who = person[at] ?? 0
        sums.set(who, (sums.get(who) ?? 0) + (strength[at] ?? 0))
      }
    }
  return sums
}
