// Rounds that may all stand within each other's memory: no pair twice, opposite pairs as the rules say.
import type { Highs } from 'highs'
import { choosePairs, type Choice, type Wanted } from './choose-pairs.ts'
import { openPairs } from './draw-rotation.ts'
import { freeRounds, mostFreeRounds } from './free-rounds.ts'
import { searchRounds } from './search-rounds.ts'
import { roundsOf, splitRounds, untangle } from './split-rounds.ts'
import type { Stream } from './stream.ts'
import { chooseTimed } from './timed-pairs.ts'
import { polish } from './polish.ts'
import { pastWishes, type Round, type Zone } from './zone.ts'

export type Block =
  | {
      readonly kind: 'block'
      readonly rounds: readonly Round[]
      /** Proven lower bounds for these rounds; null where nothing is proven. */
      readonly bound: { readonly memory: number | null; readonly travel: number | null }
    }
  /** Proven: there are no such rounds. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

/** Simplex iterations, weighed by the size of the program. */
const WORK = 40_000_000
const TIMED_WORK = 1_000_000
const EXCHANGES = 20_000
const NODES = 300_000

/**
 * `count` rounds of a zone from the next one on. What is remembered counts for all of them as it does for the next one: exact where
 * nothing is forgotten meanwhile, on the safe side where something is.
 */
export function buildBlock(zone: Zone, count: number, highs: Highs, stream: Stream): Block {
  const { isFree, isPermutation, hasTravel, size, rules } = zone
  if (isFree && isPermutation && !hasTravel) {
    const rounds = count > mostFreeRounds(size, rules) ? null : freeRounds(size, rules, count, stream)
    if (rounds !== null) return { kind: 'block', rounds, bound: { memory: leastReversals(zone, count), travel: 0 } }
    if (count > mostFreeRounds(size, rules)) return { kind: 'none' }
  }
  const open = openPairs(zone)
  const wishes = Int32Array.from({ length: size * size }, (_, pair) => pastWishes(zone, Math.floor(pair / size), pair % size, 0))
  const wanted = { rounds: count, open, wishes, work: WORK }
  const choose = (opposite: 'bar' | 'prefer' | 'off'): Choice => choosePairs(highs, zone, { ...wanted, opposite })

  // swaps of one round are no reversals, so with swaps allowed opposite pairs are only excluded to be on the safe side
  const exact = count === 1 ? (rules.noSwap ? 'bar' : 'off') : rules.reversal === 'bar' && !rules.noSwap ? 'bar' : rules.reversal
  const isSafe = exact === 'bar' && !rules.noSwap
  const first = choose(exact)
  if (first.kind !== 'pairs') return first.kind === 'none' && !isSafe ? first : bySearch(zone, count, NOTHING_PROVEN)
  const memory = rules.noSwap || first.memory === 0 ? first.memoryBound : 0
  const bound = isSafe ? { memory: 0, travel: null } : { memory, travel: first.travelBound }
  const split = splitRounds(first.pairs, size, count)
  if (exact === 'bar' || !rules.noSwap || untangle(split, stream, EXCHANGES))
    return { kind: 'block', rounds: roundsOf(split), bound }
  return bestApart(zone, count, { highs, wanted: { ...wanted, opposite: exact }, bound })
}

interface Tangled {
  readonly highs: Highs
  readonly wanted: Wanted
  readonly bound: Bounds
}

/** Where the cheapest pairs cannot be dealt into rounds without swaps: rounds by way of fewer choices, then all choices at once. */
function bestApart(zone: Zone, count: number, { highs, wanted, bound }: Tangled): Block {
  const apart = choosePairs(highs, zone, { ...wanted, opposite: 'bar' })
  const found: Block =
    apart.kind === 'pairs'
      ? { kind: 'block', rounds: roundsOf(splitRounds(apart.pairs, zone.size, count)), bound }
      : bySearch(zone, count, bound)
  if (found.kind === 'none') return found
  const known = found.kind === 'block' ? polish(highs, zone, { ...wanted, opposite: 'bar' }, found.rounds) : null
  const timed = chooseTimed(highs, zone, { ...wanted, work: TIMED_WORK }, known)
  if (timed === null) return known === null ? found : { kind: 'block', rounds: known, bound }
  return {
    kind: 'block',
    rounds: timed.rounds,
    bound: { memory: timed.memoryBound, travel: timed.travelBound ?? bound.travel },
  }
}

type Bounds = Extract<Block, { kind: 'block' }>['bound']
const NOTHING_PROVEN: Bounds = { memory: 0, travel: null }

function bySearch(zone: Zone, count: number, bound: Bounds): Block {
  const found = searchRounds(zone, count, NODES)
  return found.kind === 'rounds' ? { kind: 'block', rounds: found.rounds, bound } : found
}

/** By the pigeonhole: pairs beyond the n(n−1)/2 unordered ones are reversals. */
function leastReversals({ size, rules }: Zone, rounds: number): number {
  return rules.reversal === 'prefer' && rules.noSwap ? Math.max(0, rounds * size - (size * (size - 1)) / 2) : 0
}
