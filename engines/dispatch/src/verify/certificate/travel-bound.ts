// Recomputes the bound on travel that person prices prove. For any prices u ≥ 0 (in 1/scale km),
//   L(u) = Σ over teams of the cheapest valid team at scale·travel + u, minus Σ u
// is at most scale times the travel of any plan, because a plan's teams are valid and nobody serves twice. ⌈L/scale⌉ is the bound.
// It is a bound given that the better levels are at the plan's values: pairs that would exceed them alone are left out.
// Teams are taken to have at least one target where they can, and a home only where the format requires one.
import type { Objective, Plan } from '../../plan.ts'
import type { ProblemPerson, ProblemTeam } from '../../problem.ts'
import { pairBars, type PairBars } from '../pair-bars.ts'
import { cut, liesIn } from '../places.ts'
import { unverifiedFacts } from '../unverified.ts'
import type { Ground } from '../world.ts'
import { cheapestTeam, type Budget } from './cheapest-team.ts'
import { demandOf, isDominated, type Candidate, type Demand, type SlotKind } from './demand.ts'
import { teamOptions, type TeamOption } from './team-options.ts'

type Certificate = Plan['certificates'][number]

export interface RecomputedBound {
  /** A valid lower bound; -Infinity never, 0 at least. */
  readonly value: number
  /** False where the step budget ran out and `value` is weaker than what the prices prove. */
  readonly isExact: boolean
}

const STEPS = 20_000_000

export function travelBound(ground: Ground, certificate: Certificate, objective: Objective): RecomputedBound {
  const pricing: Pricing = { ground, certificate, objective, bars: pairBars(ground), apart: apartOf(ground) }
  const budget: Budget = { left: STEPS }
  const known = new Map<string, { cost: number; isExact: boolean }>()
  let total = 0
  let isExact = true
  for (const team of ground.problem.teams) {
    let best = Infinity
    for (const option of teamOptions(ground, team, objective)) {
      const key = JSON.stringify([
        team.slots,
        pinnedTo(ground, team),
        option.home,
        option.host,
        option.sure.map((target) => target.id),
      ])
      const found = known.get(key) ?? cheapestAt(pricing, team, option, budget)
      known.set(key, found)
      best = Math.min(best, found.cost)
      isExact &&= found.isExact
    }
    total += best
  }
  const prices = Object.values(certificate.prices).reduce((sum, price) => sum + price, 0)
  return { value: Math.max(0, Math.ceil((total - prices) / certificate.scale)), isExact }
}

interface Pricing {
  readonly ground: Ground
  readonly certificate: Certificate
  readonly objective: Objective
  readonly bars: PairBars
  readonly apart: ReadonlyMap<string, ReadonlySet<string>>
}

function cheapestAt(pricing: Pricing, team: ProblemTeam, option: TeamOption, budget: Budget): { cost: number; isExact: boolean } {
  const { ground, certificate } = pricing
  const pins = new Set(pinnedTo(ground, team))
  const demand = demandOf(ground, team.slots, option.sure, pins.size)
  const prices = new Map(Object.entries(certificate.prices))
  const elsewhere = new Set(ground.problem.pins.filter((pin) => pin.team !== team.id).map((pin) => pin.person))
  const people = ground.problem.people
    .filter((person) => !person.unavailable && !elsewhere.has(person.id))
    .map((person) => ({
      person,
      cost: certificate.scale * ground.travel(person.home, option.host) + (prices.get(person.id) ?? 0),
    }))
    .sort((a, b) => a.cost - b.cost)
  const kept: Candidate[] = []
  for (const { person, cost } of people) {
    const candidate = candidateOf(pricing, demand, option, person, cost, pins.has(person.id))
    // Dominance is asked first, with all that he might do: the bars of most people then never need to be looked at.
    if (candidate.kinds === 0n || isDominated(demand, kept, candidate)) continue
    const kinds = withoutBarredSeats(pricing, demand, option, person, candidate.kinds)
    if (kinds !== 0n) kept.push({ ...candidate, kinds })
  }
  return cheapestTeam(demand, kept, budget)
}

function candidateOf(
  { ground, apart }: Pricing,
  demand: Demand,
  option: TeamOption,
  person: ProblemPerson,
  cost: number,
  isPinned: boolean,
): Candidate {
  return {
    id: person.id,
    cost,
    kinds: mask(demand.kinds, (kind) => mayFill(ground, kind, option, person)),
    needs: mask(demand.needs, (skill) => person.skills.includes(skill)),
    home: person.home === null ? null : cut(person.home, ground.rules.homeLevel),
    isSenior: person.experience === 'senior',
    isNewcomer: person.experience === 'newcomer',
    isPinned,
    apart: apart.get(person.id) ?? NOBODY,
  }
}

/** What the slot and the rules about a member's home ask; the bars come later. */
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

function withoutBarredSeats(pricing: Pricing, demand: Demand, option: TeamOption, person: ProblemPerson, kinds: bigint): bigint {
  const maySit = (isLocal: boolean): boolean => isSeatOpen(pricing, option, { person, isLocal })
  const isOpen = { local: null as boolean | null, outside: null as boolean | null }
  return (
    kinds &
    mask(demand.kinds, (kind, k) => {
      if (((kinds >> BigInt(k)) & 1n) === 0n) return false
      if (kind.isLocal) return (isOpen.local ??= maySit(true))
      return (isOpen.outside ??= maySit(false))
    })
  )
}

function isSeatOpen(
  { ground, bars, objective }: Pricing,
  { sure, possible }: TeamOption,
  seat: { person: ProblemPerson; isLocal: boolean },
): boolean {
  const isBarred = (target: (typeof sure)[number]): boolean => bars(seat, target).some((bar) => bar.waiver === null)
  if (sure.some(isBarred) || (possible.length > 0 && possible.every(isBarred))) return false
  const exposures = (targets: typeof sure): number[] => targets.map((target) => ground.ties.exposure(seat.person.id, target))
  const exposure =
    sure.length > 0
      ? exposures(sure).reduce((sum, value) => sum + value, 0)
      : exposures(possible).reduce((least, value, i) => (i === 0 ? value : Math.min(least, value)), 0)
  if (exposure > objective.worstExposure || exposure > objective.totalExposure) return false
  return unverifiedFacts(ground, seat, sure).length <= objective.unverified
}

const NOBODY: ReadonlySet<string> = new Set()

function apartOf({ problem }: Ground): ReadonlyMap<string, ReadonlySet<string>> {
  const apart = new Map<string, Set<string>>()
  for (const [a, b] of problem.apart) {
    apart.set(a, (apart.get(a) ?? new Set()).add(b))
    apart.set(b, (apart.get(b) ?? new Set()).add(a))
  }
  return apart
}

function pinnedTo({ problem }: Ground, team: ProblemTeam): string[] {
  return problem.pins.filter((pin) => pin.team === team.id).map((pin) => pin.person)
}

function mask<T>(items: readonly T[], has: (item: T, i: number) => boolean): bigint {
  return items.reduce((bits, item, i) => (has(item, i) ? bits | (1n << BigInt(i)) : bits), 0n)
}
