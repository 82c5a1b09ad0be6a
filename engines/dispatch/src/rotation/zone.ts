// One zone of a rotation in numbers: members 0 … n−1, pairs a·n + b.
import type { RotationProblem } from './problem.ts'
import { resolveRotationRules, type RotationRules } from './rules.ts'

export interface Zone {
  /** null = the members that lie in no zone. */
  readonly name: string | null
  readonly codes: readonly string[]
  readonly names: readonly string[]
  readonly size: number
  readonly rules: RotationRules
  readonly sendsLow: readonly number[]
  readonly sendsHigh: readonly number[]
  readonly receives: readonly number[]
  /** Everybody sends one team and receives one. */
  readonly isPermutation: boolean
  /** 1 = never: a member to itself, or a pair of `barred`. */
  readonly barred: Uint8Array
  /** How many rounds ago the pair was last used (1 = in the last round); 0 = never. */
  readonly age: Int32Array
  readonly travel: Int32Array
  readonly hasTravel: boolean
  /** No bar but the member itself, nothing remembered: all members are alike. */
  readonly isFree: boolean
}

/** The zones in order of their first member; a pair between two zones belongs to none. */
export function zonesOf(problem: RotationProblem): readonly Zone[] {
  const groups = Map.groupBy(problem.members, (member) => member.zone ?? null)
  return [...groups].map(([name, members]) => zoneOf(problem, name, members))
}

function zoneOf(problem: RotationProblem, name: string | null, members: RotationProblem['members']): Zone {
  const size = members.length
  const at = new Map(members.map((member, k) => [member.code, k] as const))
  const pair = (home: string, host: string): number => {
    const [a, b] = [at.get(home), at.get(host)]
    return a === undefined || b === undefined ? -1 : a * size + b
  }
  const barred = new Uint8Array(size * size)
  for (let a = 0; a < size; a++) barred[a * size + a] = 1
  let isFree = true
  for (const { home, host } of problem.barred) {
    const at = pair(home, host)
    if (at < 0) continue
    isFree &&= barred[at] === 1
    barred[at] = 1
  }
  const age = new Int32Array(size * size)
  const roundsAgo = new Map(problem.rounds.map((round, k) => [round, problem.rounds.length - k] as const))
  for (const { round, home, host } of problem.dispatched) {
    const at = pair(home, host)
    const ago = roundsAgo.get(round) ?? 0
    if (at < 0 || ago === 0) continue
    isFree = false
    age[at] = age[at] === 0 ? ago : Math.min(age[at] ?? ago, ago)
  }
  const travel = new Int32Array(size * size)
  for (const [home, host, distance] of problem.travel) {
    const at = pair(home, host)
    if (at >= 0) travel[at] = distance
  }
  const sends = members.map((member) => member.sends ?? ([1, 1] as const))
  const receives = members.map((member) => member.receives ?? 1)
  return {
    name,
    codes: members.map((member) => member.code),
    names: members.map((member) => member.name),
    size,
    rules: resolveRotationRules(problem.rules),
    sendsLow: sends.map(([low]) => low),
    sendsHigh: sends.map(([, high]) => high),
    receives,
    isPermutation: sends.every(([low, high]) => low === 1 && high === 1) && receives.every((count) => count === 1),
    barred,
    age,
    travel,
    hasTravel: travel.some((distance) => distance > 0),
    isFree,
  }
}

/** Whether what is remembered bars a pair in round `round` (0 = the next one). */
export function isPast({ age, rules, size }: Zone, a: number, b: number, round: number): boolean {
  const isNear = (ago: number): boolean => ago > 0 && ago + round <= rules.repeatRounds
  return (rules.again === 'bar' && isNear(age[a * size + b] ?? 0)) || (rules.reversal === 'bar' && isNear(age[b * size + a] ?? 0))
}

/** How many wishes the past turns into memory if the pair is used in round `round`. */
export function pastWishes({ age, rules, size }: Zone, a: number, b: number, round: number): number {
  const isNear = (ago: number): boolean => ago > 0 && ago + round <= rules.repeatRounds
  return (
    (rules.again === 'prefer' && isNear(age[a * size + b] ?? 0) ? 1 : 0) +
    (rules.reversal === 'prefer' && isNear(age[b * size + a] ?? 0) ? 1 : 0)
  )
}

/** One round: who is sent where, as pairs a·n + b. */
export type Round = readonly number[]

/** A round with a swap, used again where reversal is barred, would be its own reversal. */
export function canRepeatOnlyWithoutSwaps({ rules }: Zone): boolean {
  return rules.again !== 'bar' && rules.reversal === 'bar' && !rules.noSwap
}

export function withoutSwaps(zone: Zone): Zone {
  return { ...zone, rules: { ...zone.rules, noSwap: true } }
}
