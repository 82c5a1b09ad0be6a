// Everybody who may serve, as columns: what the pricing of thousands of teams asks about each of ten thousand people.
import type { ProblemPerson } from '../../problem.ts'
import { cut, selfAndAncestors } from '../places.ts'
import { journeysFrom, type JourneysTo } from '../travel.ts'
import type { Ground } from '../world.ts'

/** Who knows an insider, and how well, in thousandths: entries `first[insider]` to `first[insider + 1]`. */
export interface Knowers {
  readonly insiderNumber: (id: string) => number
  readonly first: Int32Array
  readonly person: Int32Array
  readonly strength: Uint16Array
}

export interface Roster {
  /** Everybody who is available, by number. */
  readonly people: readonly ProblemPerson[]
  readonly numberOf: ReadonlyMap<string, number>
  /** The number of his home among the homes of everybody. */
  readonly homeOf: Int32Array
  readonly homes: readonly (string | null)[]
  /** Homes cut to the home level, by number; -1 = unknown, which is nobody's equal. */
  readonly originOf: Int32Array
  /** People of one profile have the same roles, skills and experience, as far as any team asks for them. */
  readonly profileOf: Int32Array
  /** One person of each profile. */
  readonly profiles: readonly ProblemPerson[]
  /** The teams that people are pinned to, and the people pinned to each team. */
  readonly teamsOf: ReadonlyMap<number, ReadonlySet<string>>
  readonly pinsOf: ReadonlyMap<string, ReadonlySet<string>>
  readonly apart: ReadonlyMap<number, ReadonlySet<number>>
  readonly knowers: Knowers
  /** The homes that lie in a region. */
  readonly homesIn: (region: string) => readonly number[]
  readonly journeys: JourneysTo
}

export function rosterOf(ground: Ground): Roster {
  const { problem, rules } = ground
  const people = problem.people.filter((person) => !person.unavailable)
  const numberOf = new Map(people.map((person, number) => [person.id, number]))
  const homes = [...new Set(problem.people.map((person) => person.home))]
  const placeOf = new Map(homes.map((home, place) => [home, place]))
  const origins = numbering(homes.flatMap((home) => (home === null ? [] : [cut(home, rules.homeLevel)])))
  const keys = people.map(profileKeys(ground))
  const profileNumbers = numbering(keys)
  const profiles: ProblemPerson[] = []
  const profileOf = Int32Array.from(keys, (key) => profileNumbers.get(key) ?? 0)
  profileOf.forEach((profile, number) => (profiles[profile] ??= people[number] as ProblemPerson))
  return {
    people,
    numberOf,
    homeOf: Int32Array.from(people, ({ home }) => placeOf.get(home) ?? 0),
    homes,
    originOf: Int32Array.from(people, ({ home }) => (home === null ? -1 : (origins.get(cut(home, rules.homeLevel)) ?? -1))),
    profileOf,
    profiles,
    ...pinsOf(ground, numberOf),
    apart: apartOf(ground, numberOf),
    knowers: knowersOf(ground, people),
    homesIn: homesIn(homes),
    journeys: journeysFrom(problem, homes),
  }
}

/** Roles and skills that no slot and no target asks for make no difference. */
function profileKeys({ problem }: Ground): (person: ProblemPerson) => string {
  const slots = problem.teams.flatMap((team) => team.slots)
  const roles = [...new Set(slots.map((slot) => slot.role))]
  const skills = new Set(slots.flatMap((slot) => slot.skill ?? []))
  for (const target of problem.targets) for (const need of target.needs) skills.add(need)
  const asked = [...skills]
  return (person) =>
    [
      person.experience,
      ...roles.map((role) => (person.roles.includes(role) ? 1 : 0)),
      ...asked.map((skill) => (person.skills.includes(skill) ? 1 : 0)),
    ].join('')
}

function numbering(keys: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const key of keys) if (!numbers.has(key)) numbers.set(key, numbers.size)
  return numbers
}

function pinsOf({ problem }: Ground, numberOf: ReadonlyMap<string, number>): Pick<Roster, 'teamsOf' | 'pinsOf'> {
  const teamsOf = new Map<number, Set<string>>()
  const pinsOf = new Map<string, Set<string>>()
  for (const { person, team } of problem.pins) {
    const number = numberOf.get(person)
    if (number !== undefined) teamsOf.set(number, (teamsOf.get(number) ?? new Set()).add(team))
    pinsOf.set(team, (pinsOf.get(team) ?? new Set()).add(person))
  }
  return { teamsOf, pinsOf }
}

function apartOf({ problem }: Ground, numberOf: ReadonlyMap<string, number>): Map<number, Set<number>> {
  const apart = new Map<number, Set<number>>()
  for (const pair of problem.apart) {
    const [a, b] = [numberOf.get(pair[0]), numberOf.get(pair[1])]
    if (a === undefined || b === undefined) continue
    apart.set(a, (apart.get(a) ?? new Set()).add(b))
    apart.set(b, (apart.get(b) ?? new Set()).add(a))
  }
  return apart
}

/** Counted first, then laid side by side: in a province they are a million. */
function knowersOf({ ties }: Ground, people: readonly ProblemPerson[]): Knowers {
  const first = new Int32Array(ties.insiders + 1)
  for (const { id } of people) for (const insider of ties.reaches(id).insiders) first[insider + 1] = (first[insider + 1] ?? 0) + 1
  for (let insider = 0; insider < ties.insiders; insider++) first[insider + 1] = (first[insider + 1] ?? 0) + (first[insider] ?? 0)
  const next = first.slice()
  const [person, strength] = [new Int32Array(first[ties.insiders] ?? 0), new Uint16Array(first[ties.insiders] ?? 0)]
  people.forEach(({ id }, number) => {
    const { insiders, strengths } = ties.reaches(id)
    insiders.forEach((insider, at) => {
      const place = next[insider] ?? 0
      next[insider] = place + 1
      person[place] = number
      strength[place] = strengths[at] ?? 0
    })
  })
  return { insiderNumber: ties.insiderNumber, first, person, strength }
}

function homesIn(homes: readonly (string | null)[]): Roster['homesIn'] {
  const places = new Map<string, number[]>()
  homes.forEach((home, place) => {
    if (home === null) return
    for (const region of selfAndAncestors(home)) {
      const before = places.get(region)
      if (before === undefined) places.set(region, [place])
      else before.push(place)
    }
  })
  return (region) => places.get(region) ?? []
}
