// A problem made ready for search: defaults filled in, places cut to the levels, slots grouped into kinds, people numbered.
import { unverifiedFacts, type Seat } from '@shengmian/recusal'
import { FACTS, type Problem, type ProblemTeam } from '../../problem.ts'
import { resolveRules, type ResolvedRules } from '../../rules.ts'
import { prepareSeatBars, type SeatBars } from './seat-bars.ts'
import { prepareExposures, type Exposures } from './exposures.ts'
import { numberOfficials } from './officials.ts'
import { cutTo, prepareMap, type Map2D } from './places.ts'

/** Slots of one team that ask for the same: filling any of them is the same. */
export interface Kind {
  readonly role: string
  readonly skill: string | null
  readonly origin: 'sender' | 'host' | null
  /** Indices into the team's slots. */
  readonly slots: readonly number[]
  /** Whether the local bars count for who sits here. */
  readonly local: boolean
  readonly leads: boolean
}

export interface Instance {
  readonly problem: Problem
  readonly rules: ResolvedRules
  readonly map: Map2D
  readonly bars: SeatBars
  readonly exposures: Exposures
  /** Home of each person at `homeLevel` as a number; −1 = unknown. */
  readonly homeOf: Int32Array
  /** The codes behind the numbers. */
  readonly homes: readonly string[]
  readonly kinds: readonly (readonly Kind[])[]
  readonly personIndex: ReadonlyMap<string, number>
  readonly teamIndex: ReadonlyMap<string, number>
  readonly targetIndex: ReadonlyMap<string, number>
  /** People that a person must not share a team with. */
  readonly apartFrom: readonly (readonly number[])[]
  /** Teams that a person is pinned to; more than one is a clash, not an error. */
  readonly pinsOf: ReadonlyMap<number, readonly number[]>
  readonly senior: Uint8Array
  readonly newcomer: Uint8Array
  /** Skills as a set for each person. */
  readonly skills: readonly ReadonlySet<string>[]
  /** Recent journeys `home host` at `homeLevel`. */
  readonly recent: ReadonlySet<string>
  /** Bits of the unverified facts that an active rule reads of a person who inspects these targets. */
  readonly unverified: (person: number, targets: readonly number[], local: boolean) => number
}

/** Compiles a problem that its reader has accepted. */
export function compileInstance(problem: Problem): Instance {
  const rules = resolveRules(problem.rules)
  const personIndex = indexOf(problem.people)
  const codes = problem.people.map((person) => (person.home === null ? null : cutTo(rules.homeLevel, person.home)))
  const homes = [...new Set(codes.filter((code) => code !== null))].sort()
  const numberOf = new Map(homes.map((code, at) => [code, at]))
  const apartFrom: number[][] = problem.people.map(() => [])
  for (const [a, b] of problem.apart) {
    const [i, j] = [at(personIndex, a), at(personIndex, b)]
    apartFrom[i]?.push(j)
    apartFrom[j]?.push(i)
  }
  const pinsOf = new Map<number, number[]>()
  const teamIndex = indexOf(problem.teams)
  for (const pin of problem.pins) {
    const person = at(personIndex, pin.person)
    pinsOf.set(person, [...(pinsOf.get(person) ?? []), at(teamIndex, pin.team)])
  }
  const officials = numberOfficials(problem)
  const window = new Set(rules.repeatRounds ? problem.rounds.slice(-rules.repeatRounds) : [])
  const recent = problem.dispatched.filter((entry) => window.has(entry.round))
  return {
    problem,
    rules,
    map: prepareMap(problem),
    bars: prepareSeatBars(problem, rules, officials),
    exposures: prepareExposures(problem, officials),
    homeOf: Int32Array.from(codes, (code) => (code === null ? -1 : (numberOf.get(code) ?? -1))),
    homes,
    kinds: problem.teams.map((team) => kindsOf(team)),
    personIndex,
    teamIndex,
    targetIndex: indexOf(problem.targets),
    apartFrom,
    pinsOf,
    senior: Uint8Array.from(problem.people, (person) => (person.experience === 'senior' ? 1 : 0)),
    newcomer: Uint8Array.from(problem.people, (person) => (person.experience === 'newcomer' ? 1 : 0)),
    skills: problem.people.map((person) => new Set(person.skills)),
    recent: new Set(recent.map(({ home, host }) => `${cutTo(rules.homeLevel, home)} ${cutTo(rules.homeLevel, host)}`)),
    unverified: readUnverified(problem, rules),
  }
}

function kindsOf(team: ProblemTeam): readonly Kind[] {
  const kinds = new Map<string, { role: string; skill: string | null; origin: 'sender' | 'host' | null; slots: number[] }>()
  team.slots.forEach(({ role, skill, origin }, slot) => {
    const key = JSON.stringify([role, skill ?? null, origin ?? null])
    const kind = kinds.get(key) ?? { role, skill: skill ?? null, origin: origin ?? null, slots: [] }
    kind.slots.push(slot)
    kinds.set(key, kind)
  })
  // 30 kinds fit the bits of one integer; a team with more is beyond any file seen, and is refused loudly
  if (kinds.size > 30) throw new Error(`team ${team.id} asks for ${kinds.size} kinds of slot; 30 are supported`)
  return [...kinds.values()].map((kind) => ({ ...kind, local: kind.origin === 'host', leads: kind.role === 'leader' }))
}

function readUnverified(problem: Problem, rules: ResolvedRules): Instance['unverified'] {
  const away: Seat = { origin: null, role: 'member' }
  const home: Seat = { origin: 'host', role: 'member' }
  // only who has a gap or a coarse place can have an unverified fact: everybody else is settled once; the unit is read of locals only
  const settled = problem.people.map(
    (person) =>
      person.unverified.length === 0 &&
      person.home !== null &&
      person.native !== null &&
      person.postings !== null &&
      [person.native, ...person.postings.map((posting) => posting.region)].every(
        (code) => cutTo(rules.recusalLevel, code).length === cutTo(rules.recusalLevel, '000000000000').length,
      ),
  )
  return (i, targets, local) => {
    const person = problem.people[i]
    if (person === undefined || (settled[i] === true && (!local || person.unit !== null))) return 0
    const places = targets.map((d) => ({ region: problem.targets[d]?.region ?? '' }))
    return unverifiedFacts(person, local ? home : away, places, rules).reduce(
      (bits, fact) => bits | (1 << FACTS.indexOf(fact)),
      0,
    )
  }
}

function indexOf(list: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  return new Map(list.map((entry, at) => [entry.id, at]))
}

function at(index: ReadonlyMap<string, number>, id: string): number {
  const found = index.get(id)
  if (found === undefined) throw new Error(`the problem names ${id} and does not list it`)
  return found
}
