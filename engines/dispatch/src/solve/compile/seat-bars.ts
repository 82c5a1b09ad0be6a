// The bars of `recusal` as bit sets, asked for a few questions a person instead of one a target: what bars by place bars a whole region,
// and only regions that contain, or lie in, a place of his life can differ from all others; what bars by acquaintance bars few targets.
import { prepareBars, type Seat } from '@shengmian/recusal'
import type { Problem, ProblemPerson } from '../../problem.ts'
import type { ResolvedRules } from '../../rules.ts'
import { bitsOf } from '../rule-names.ts'
import { numberOfficials, type Officials } from './officials.ts'
import { cutTo } from './places.ts'
import { prepareRegionIndex } from './region-index.ts'

export interface SeatBars {
  /** Bits of the rules that bar a person from a target; `local` for a slot of origin host. */
  readonly between: (person: number, target: number, local: boolean) => number
}

const AWAY: Seat = { origin: null, role: 'member' }
const LOCAL: Seat = { origin: 'host', role: 'member' }

export function prepareSeatBars(problem: Problem, rules: ResolvedRules, officials = numberOfficials(problem)): SeatBars {
  const { round, rounds, history, barred, waivers, people, targets } = problem
  const personal = personalTargets(problem, officials)
  const setting = { round, rounds, rules, history, barred, waivers }
  const bars = prepareBars({ ...setting, ties: personal.ties })
  // whoever is tied to nobody at a target is judged without a look at his ties
  const barsApart = prepareBars({ ...setting, ties: [] })
  const index = prepareRegionIndex(targets.map((target) => cutTo(rules.recusalLevel, target.region)))
  const visited = new Map<string, string[]>()
  for (const { person, region } of history) {
    const list = visited.get(person)
    if (list === undefined) visited.set(person, [cutTo(rules.recusalLevel, region)])
    else list.push(cutTo(rules.recusalLevel, region))
  }
  const rows: (Row | undefined)[] = []
  const byTarget = new Map<number, number>()

  const judge = (i: number, d: number, seat: Seat, { barsOf } = bars): number => {
    const [person, target] = [people[i], targets[d]]
    if (person === undefined || target === undefined) throw new Error('a person or target out of range')
    return bitsOf(barsOf(person, target, seat))
  }
  const judgeOnce = (i: number, d: number, local: boolean): number => {
    const key = (i * targets.length + d) * 2 + (local ? 1 : 0)
    let bits = byTarget.get(key)
    if (bits === undefined) {
      bits = judge(i, d, local ? LOCAL : AWAY)
      byTarget.set(key, bits)
    }
    return bits
  }
  const rowOf = (i: number): Row => {
    let row = rows[i]
    if (row === undefined) {
      row = aRow(people[i], personal.targetsOf, visited, index)
      rows[i] = row
    }
    return row
  }
  return {
    between(i, d, local) {
      if (local) return judgeOnce(i, d, true)
      const row = rowOf(i)
      if (row.personal.has(d)) return judgeOnce(i, d, false)
      const region = index.regionOf[d] ?? 0
      const bits = row.related.get(region)
      if (bits !== undefined) {
        if (bits >= 0) return bits
        const judged = judge(i, d, AWAY, barsApart)
        row.related.set(region, judged)
        return judged
      }
      if (row.elsewhere < 0) row.elsewhere = judge(i, d, AWAY, barsApart)
      return row.elsewhere
    },
  }
}

interface Row {
  /** Targets that are judged by themselves: an insider tied to him, an objection, a waiver. */
  readonly personal: ReadonlySet<number>
  /** Bits for each region that touches a place of his; −1 = not asked yet. */
  readonly related: Map<number, number>
  /** Bits for every other region; −1 = not asked yet. */
  elsewhere: number
}

function aRow(
  person: ProblemPerson | undefined,
  targetsOf: Personal['targetsOf'],
  visited: ReadonlyMap<string, readonly string[]>,
  index: ReturnType<typeof prepareRegionIndex>,
): Row {
  if (person === undefined) throw new Error('a person out of range')
  const related = new Map<number, number>()
  const places = [
    person.home,
    person.native,
    ...(person.postings ?? []).map((posting) => posting.region),
    ...(visited.get(person.id) ?? []),
  ]
  for (const place of places) if (place !== null) for (const region of index.touching(place)) related.set(region, -1)
  return { personal: targetsOf.get(person.id) ?? NO_TARGETS, related, elsewhere: -1 }
}

const NO_TARGETS: ReadonlySet<number> = new Set()

interface Personal {
  /** Of each person who has any, the targets that are judged by themselves. */
  readonly targetsOf: ReadonlyMap<string, ReadonlySet<number>>
  /** The ties that bars look at: between one of the people and somebody at a target. */
  readonly ties: Problem['ties']
}

function personalTargets(
  { people, ties, barred, waivers, targets }: Problem,
  { numbers, targetOf, others }: Officials,
): Personal {
  const targetIndex = new Map(targets.map(({ id }, d) => [id, d]))
  const listed = new Set(people.map(({ id }) => id))
  const found = new Map<string, Set<number>>()
  const add = (person: string, targetsOf: readonly (number | undefined)[]): void => {
    const own = found.get(person) ?? new Set<number>()
    for (const d of targetsOf) if (d !== undefined) own.add(d)
    found.set(person, own)
  }
  const addTie = (person: string, other: string): boolean => {
    const official = numbers.get(other) ?? targetOf.length
    if (official >= targetOf.length || !listed.has(person)) return false
    add(person, [targetOf[official], ...(others.get(official) ?? [])])
    return true
  }
  const kept = ties.filter(({ a, b }) => {
    const [ofA, ofB] = [addTie(a, b), addTie(b, a)]
    return ofA || ofB
  })
  for (const { person, target } of [...barred, ...waivers]) if (listed.has(person)) add(person, [targetIndex.get(target)])
  return { targetsOf: found, ties: kept }
}
