// The bars of `recusal` as bit sets. Who has no tie, objection or waiver is judged once a region, not once a target.
import { prepareBars, type Seat } from '@shengmian/recusal'
import type { Problem } from '../../problem.ts'
import type { ResolvedRules } from '../../rules.ts'
import { bitsOf } from '../rule-names.ts'
import { cutTo } from './places.ts'

export interface SeatBars {
  /** Bits of the rules that bar a person from a target; `local` for a slot of origin host. */
  readonly between: (person: number, target: number, local: boolean) => number
}

const AWAY: Seat = { origin: null, role: 'member' }
const LOCAL: Seat = { origin: 'host', role: 'member' }

export function prepareSeatBars(problem: Problem, rules: ResolvedRules): SeatBars {
  const { round, rounds, ties, history, barred, waivers } = problem
  const bars = prepareBars({ round, rounds, rules, ties, history, barred, waivers })
  const marked = new Set<string>()
  for (const { a, b } of ties) marked.add(a).add(b)
  for (const { person } of [...barred, ...waivers]) marked.add(person)

  const regions = new Map<string, number>()
  const regionOf = problem.targets.map((target) => {
    const code = cutTo(rules.recusalLevel, target.region)
    const known = regions.get(code) ?? regions.size
    regions.set(code, known)
    return known
  })
  const isPlain = problem.people.map((person) => !marked.has(person.id))
  const byRegion = new Int32Array(problem.people.length * regions.size).fill(-1)
  const byTarget = new Map<number, number>()

  const judge = (i: number, d: number, seat: Seat): number => {
    const [person, target] = [problem.people[i], problem.targets[d]]
    if (person === undefined || target === undefined) throw new Error('a person or target out of range')
    return bitsOf(bars.barsOf(person, target, seat))
  }
  return {
    between(i, d, local) {
      if (!local && isPlain[i] === true) {
        const cell = i * regions.size + (regionOf[d] ?? 0)
        if ((byRegion[cell] ?? -1) < 0) byRegion[cell] = judge(i, d, AWAY)
        return byRegion[cell] ?? 0
      }
      const key = (i * problem.targets.length + d) * 2 + (local ? 1 : 0)
      let bits = byTarget.get(key)
      if (bits === undefined) {
        bits = judge(i, d, local ? LOCAL : AWAY)
        byTarget.set(key, bits)
      }
      return bits
    },
  }
}
