// What a team costs at the prices of a certificate, at best: who could sit where, at which price.
import type { Objective, Plan } from '../../plan.ts'
import type { ProblemPerson, ProblemTeam } from '../../problem.ts'
import type { PairBars } from '../pair-bars.ts'
import type { Seat } from '../finding.ts'
import { cut, liesIn } from '../places.ts'
import { unverifiedFacts } from '../unverified.ts'
import type { Ground } from '../world.ts'
import { cheapestTeam, type Budget } from './cheapest-team.ts'
import { demandOf, isDominated, type Candidate, type Demand, type SlotKind } from './demand.ts'
import type { TeamOption } from './team-options.ts'

/** The levels that a certificate can be about: sums over members. */
export type PricedLevel = 'totalExposure' | 'unverified' | 'travel'

export interface Pricing {
  readonly ground: Ground
  readonly of: PricedLevel
  readonly scale: number
  readonly prices: ReadonlyMap<string, number>
  readonly levels: NonNullable<Plan['certificates'][number]['levels']>
  /** What the better levels are held at; Infinity for `of` and the levels after it. */
  readonly most: Objective
  readonly bars: PairBars
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>
}

/** The least cost of a valid team at this place, in 1/scale of the level's unit. */
export function priceTeam(
  pricing: Pricing,
  team: ProblemTeam,
  option: TeamOption,
  budget: Budget,
): ReturnType<typeof cheapestTeam> {
  const { ground, most } = pricing
  const pins = new Set(pinnedTo(ground, team))
  const demand = demandOf(ground, team.slots, option.sure, pins.size, Math.min(most.worstExposure, most.totalExposure))
  const elsewhere = new Set(ground.problem.pins.filter((pin) => pin.team !== team.id).map((pin) => pin.person))
  // A person may sit as an outsider or as a local: other bars and other costs.
  const seats = [false, true]
    .filter((isLocal) => demand.kinds.some((kind) => kind.isLocal === isLocal))
    .flatMap((isLocal) => ground.problem.people.map((person) => ({ person, isLocal })))
    .filter(({ person }) => !person.unavailable && !elsewhere.has(person.id))
    .map((seat) => ({ seat, cost: costOf(pricing, option, seat) }))
    .sort((a, b) => a.cost - b.cost)
  const kept: Candidate[] = []
  for (const { seat, cost } of seats) {
    const candidate = candidateOf(pricing, demand, option, seat, cost, pins.has(seat.person.id))
    // Dominance is asked before the bars: those of most people then never need to be looked at.
    if (candidate.kinds === 0n || isDominated(demand, kept, candidate)) continue
    if (candidate.exposure <= demand.maxExposure && isSeatOpen(pricing, option, seat)) kept.push(candidate)
  }
  return cheapestTeam(demand, kept, budget)
}

export function pinnedTo({ problem }: Ground, team: ProblemTeam): string[] {
  return problem.pins.filter((pin) => pin.team === team.id).map((pin) => pin.person)
}

function costOf({ ground, scale, prices, levels, of }: Pricing, option: TeamOption, seat: Seat): number {
  const perExposure = (levels.totalExposure ?? 0) + (of === 'totalExposure' ? scale : 0)
  const perUnverified = (levels.unverified ?? 0) + (of === 'unverified' ? scale : 0)
  return (
    (of === 'travel' ? scale * ground.travel(seat.person.home, option.host) : 0) +
    (prices.get(seat.person.id) ?? 0) +
    (perExposure === 0 ? 0 : perExposure * exposureAt(ground, option, seat.person.id)) +
    (perUnverified === 0 ? 0 : perUnverified * unverifiedFacts(ground, seat, option.sure).length)
  )
}

function candidateOf(
  { ground, apart }: Pricing,
  demand: Demand,
  option: TeamOption,
  { person, isLocal }: Seat,
  cost: number,
  isPinned: boolean,
): Candidate {
  return {
    id: person.id,
    cost,
    kinds: mask(demand.kinds, (kind) => kind.isLocal === isLocal && mayFill(ground, kind, option, person)),
    exposure: exposureAt(ground, option, person.id),
    needs: mask(demand.needs, (skill) => person.skills.includes(skill)),
    home: person.home === null ? null : cut(person.home, ground.rules.homeLevel),
    isSenior: person.experience === 'senior',
    isNewcomer: person.experience === 'newcomer',
    isPinned,
    apart: apart.get(person.id) ?? NOBODY,
  }
}

const NOBODY: ReadonlySet<string> = new Set()

/** Thousandths, to the targets that are sure; to the least of those that are possible where none is. */
function exposureAt({ ties }: Ground, { sure, possible }: TeamOption, person: string): number {
  if (sure.length > 0) return sure.reduce((sum, target) => sum + ties.exposure(person, target), 0)
  return possible.reduce(
    (least, target, i) => (i === 0 ? ties.exposure(person, target) : Math.min(least, ties.exposure(person, target))),
    0,
  )
}

/** Neither barred from a target that is sure, or from each that is possible, nor alone beyond what may be unverified. */
function isSeatOpen({ ground, bars, most }: Pricing, { sure, possible }: TeamOption, seat: Seat): boolean {
  const isBarred = (target: (typeof sure)[number]): boolean => bars(seat, target).some(({ waiver }) => waiver === null)
  if (sure.some(isBarred) || (possible.length > 0 && possible.every(isBarred))) return false
  return most.unverified === Infinity || unverifiedFacts(ground, seat, sure).length <= most.unverified
}

/** What the slot and the rules about a member's home ask. */
function mayFill(
  { rules, zoneOf }: Ground,
  { slot, isLocal, isLeader }: SlotKind,
  { home, host }: TeamOption,
  person: ProblemPerson,
): boolean {
  if (!person.roles.includes(slot.role) || (slot.skill !== undefined && !person.skills.includes(slot.skill))) return false
  const from = person.home
  if (slot.origin === 'sender' && (from === null || home === null || !liesIn(from, home))) return false
  if (slot.origin === 'host' && (from === null || host === null || !liesIn(from, host))) return false
  const isElevated = rules.elevated && isLeader
  const base = home ?? host
  if (isElevated && (from === null || base === null || from === base || !liesIn(base, from))) return false
  if (rules.wholeTeams && !isLocal && !isElevated)
    if (from === null || home === null || cut(from, rules.homeLevel) !== cut(home, rules.homeLevel)) return false
  return !(rules.zoneBound && home === null && host !== null && from !== null && zoneOf(from) !== zoneOf(host))
}

function mask<T>(items: readonly T[], has: (item: T) => boolean): bigint {
  return items.reduce((bits, item, i) => (has(item) ? bits | (1n << BigInt(i)) : bits), 0n)
}
