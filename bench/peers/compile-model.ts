// A problem with hosts given as the neutral model that every peer reads: who may serve where at what cost, and the rules of a team as counts.
import type { Problem, ProblemPerson, ProblemTeam } from '@shengmian/dispatch'
import { groundOf, pairBars } from '@shengmian/dispatch/verify'

export interface NeutralModel {
  /** Bits of each person: kinds of slot he can fill, then senior, newcomer and skills. */
  readonly traits: readonly number[]
  /** A number for each home; −1 where it is unknown. */
  readonly homes: readonly number[]
  readonly maxSameHome: number
  readonly apart: readonly (readonly [number, number])[]
  readonly teams: readonly {
    readonly size: number
    /** At least and at most so many with one of the traits of a mask. */
    readonly rows: readonly (readonly [mask: number, least: number, most: number])[]
    /** People who are not barred and not exposed, and their travel. */
    readonly arcs: readonly (readonly [person: number, cost: number])[]
  }[]
}

/** The nearest of each team and the nearest teams of each person; all arcs up to `ALL_PAIRS` pairs. */
const [NEAREST_PEOPLE, NEAREST_TEAMS, ALL_PAIRS] = [60, 15, 10_000]

/** For rules that the family has: pooled, one target a team, no origins. */
export function compileModel(problem: Problem): NeutralModel {
  const ground = groundOf(problem)
  const { rules } = ground
  const skills = [...new Set(problem.targets.flatMap(({ needs }) => needs))]
  const kinds = [...new Set(problem.teams.flatMap(({ slots }) => slots.map(kindOf)))]
  const [senior, newcomer, firstSkill] = [1 << kinds.length, 2 << kinds.length, kinds.length + 2]
  const traits = problem.people.map((person) => {
    let bits = person.experience === 'senior' ? senior : person.experience === 'newcomer' ? newcomer : 0
    kinds.forEach((kind, k) => (bits |= canFill(person, kind) ? 1 << k : 0))
    skills.forEach((skill, s) => (bits |= person.skills.includes(skill) ? 1 << (firstSkill + s) : 0))
    return bits
  })
  const index = new Map(problem.people.map(({ id }, i) => [id, i]))
  const homes = [...new Set(problem.people.map(({ home }) => home))].filter((home) => home !== null)
  const arcs = listArcs(problem, ground)
  return {
    traits,
    homes: problem.people.map(({ home }) => (home === null ? -1 : homes.indexOf(home))),
    maxSameHome: rules.maxSameHome ?? problem.people.length,
    apart: problem.apart.map(([a, b]) => [index.get(a) ?? -1, index.get(b) ?? -1] as const),
    teams: problem.teams.map((team, t) => {
      const size = team.slots.length
      const needs = problem.targets[t]?.needs ?? []
      return {
        size,
        rows: [
          ...slotRows(team, kinds, traits),
          [senior, rules.minSenior, size] as const,
          [newcomer, 0, Math.min(size, rules.maxNewcomers ?? size)] as const,
          ...needs.map((need) => [1 << (firstSkill + skills.indexOf(need)), 1, size] as const),
        ],
        arcs: arcs[t] ?? [],
      }
    }),
  }
}

function kindOf({ role, skill }: ProblemTeam['slots'][number]): string {
  return `${role} ${skill ?? ''}`
}

/** Whether the person has the role and the skill of a kind of slot. */
function canFill(person: ProblemPerson, kind: string): boolean {
  const [role = '', skill = ''] = kind.split(' ')
  return person.roles.includes(role) && (skill === '' || person.skills.includes(skill))
}

/** Hall's condition: for any kinds of slot at least as many people who can fill one of them as there are such slots. */
function slotRows(team: ProblemTeam, kinds: readonly string[], traits: readonly number[]): (readonly [number, number, number])[] {
  const counts = kinds.map((kind) => team.slots.filter((slot) => kindOf(slot) === kind).length)
  const masks = Array.from({ length: (1 << kinds.length) - 1 }, (_, m) => m + 1)
  return masks.flatMap((mask) => {
    const least = counts.reduce((sum, count, k) => sum + ((mask >> k) & 1) * count, 0)
    return least === 0 || traits.every((own) => (own & mask) !== 0) ? [] : [[mask, least, team.slots.length] as const]
  })
}

function listArcs(problem: Problem, ground: ReturnType<typeof groundOf>): (readonly [number, number])[][] {
  const { people, teams, targets } = problem
  const bars = pairBars(ground)
  const costs = teams.map(({ host }) => people.map(({ home }) => ground.travel(home, host)))
  const isOpen = (i: number, t: number): boolean => {
    const [person, target] = [people[i], targets[t]]
    if (person === undefined || target === undefined || person.unavailable) return false
    return bars({ person, isLocal: false }, target).length === 0 && ground.ties.exposure(person.id, target) === 0
  }
  const chosen = teams.map(() => new Set<number>())
  const isSmall = people.length * teams.length <= ALL_PAIRS
  const byCost = (cost: (k: number) => number, count: number) =>
    Array.from({ length: count }, (_, k) => k).sort((a, b) => cost(a) - cost(b) || a - b)
  teams.forEach((_, t) => {
    for (const i of byCost((k) => costs[t]?.[k] ?? 0, people.length)) {
      if (!isSmall && (chosen[t]?.size ?? 0) >= NEAREST_PEOPLE) break
      if (isOpen(i, t)) chosen[t]?.add(i)
    }
  })
  if (!isSmall) {
    people.forEach((_, i) => {
      for (const t of byCost((k) => costs[k]?.[i] ?? 0, teams.length).slice(0, NEAREST_TEAMS)) if (isOpen(i, t)) chosen[t]?.add(i)
    })
  }
  return chosen.map((list, t) => [...list].sort((a, b) => a - b).map((i) => [i, costs[t]?.[i] ?? 0] as const))
}
