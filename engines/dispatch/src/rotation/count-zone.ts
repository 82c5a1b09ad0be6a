// How many rounds a zone has, before anybody is sent.
import type { Highs } from 'highs'
import { buildBlock } from './build-block.ts'
import { openPairs } from './draw-rotation.ts'
import { boundOf, NO_END, type Limit } from './limits.ts'
import { scheduleOneByOne } from './one-by-one.ts'
import type { Stream } from './stream.ts'
import { canRepeatOnlyWithoutSwaps, withoutSwaps, type Zone } from './zone.ts'

export interface ZoneCount {
  readonly zone: string | null
  readonly members: number
  /** No more rounds than this can be; null = they never end. Exact where it equals `reached`. */
  readonly most: number | null
  /** So many were constructed; null = as many as anybody wants. */
  readonly reached: number | null
  readonly limit: Limit
}

/** More rounds than this are neither counted nor scheduled. */
const MOST_ROUNDS = 200

/** Counts the rounds of one zone under its bars, its past and its rules; wishes and travel do not matter here. */
export function countZone(asked: Zone, wanted: number, highs: Highs, stream: Stream): ZoneCount {
  const zone = withoutWishes(asked)
  const of = (most: number | null, reached: number | null, limit: Limit): ZoneCount => ({
    zone: zone.name,
    members: zone.size,
    most,
    reached,
    limit,
  })
  const { again, repeatRounds } = zone.rules
  if (again !== 'bar') {
    const { most, limit } = boundOf(zone)
    if (most === 0) return of(0, 0, limit)
    const first = buildBlock(zone, 1, highs, stream)
    if (first.kind === 'block' && canRepeatOnlyWithoutSwaps(zone)) {
      const isEndless = buildBlock(withoutSwaps(zone), 1, highs, stream).kind === 'block'
      return isEndless ? of(null, null, NO_END) : of(null, 1, NOT_FOUND)
    }
    if (first.kind === 'block') return of(null, null, NO_END)
    return first.kind === 'none' ? of(0, 0, SWAPS) : of(null, 0, NOT_FOUND)
  }
  const strict = longestBlock(zone, highs, stream)
  if (repeatRounds === Infinity) return of(strict.most, strict.reached, strict.limit)
  if (strict.reached > repeatRounds) return of(null, null, NO_END)
  const fresh = longestBlock(withoutPast(zone), highs, stream)
  const inTurn = scheduleOneByOne(zone, wanted, highs, stream).length
  const reached = Math.max(strict.reached, inTurn)
  return fresh.reached > repeatRounds
    ? of(null, reached, reached < wanted ? NOT_FOUND : NO_END)
    : of(Math.max(fresh.most, reached), reached, fresh.limit)
}

function longestBlock(
  zone: Zone,
  highs: Highs,
  stream: Stream,
): { readonly most: number; readonly reached: number; readonly limit: Limit } {
  const { most, limit } = boundOf(zone, openPairs(zone))
  let proven = Math.min(most, MOST_ROUNDS)
  for (let count = proven; count > 0; count--) {
    const block = buildBlock(zone, count, highs, stream)
    if (block.kind === 'block') {
      return { most: proven, reached: count, limit: proven > count ? NOT_FOUND : proven === most ? limit : SEARCHED(proven) }
    }
    if (block.kind === 'none' && proven === count) proven = count - 1
  }
  return { most: proven, reached: 0, limit: proven > 0 ? NOT_FOUND : most > 0 ? SWAPS : limit }
}

const SWAPS: Limit = {
  rule: 'swaps',
  zh: '在这些限制下，任何一轮都免不了互派',
  en: 'under these bars every round would have a swap',
}
const NOT_FOUND: Limit = {
  rule: 'not-found',
  zh: '没有排出更多轮次，也没有证明不存在',
  en: 'no more rounds were found, and none were proven impossible',
}
const SEARCHED = (most: number): Limit => ({
  rule: 'search',
  zh: `已逐一排除：在这些限制与以往派出之下至多${most}轮`,
  en: `proven by search: under these bars and this past at most ${most} rounds`,
})

function withoutWishes(zone: Zone): Zone {
  const { rules } = zone
  return {
    ...zone,
    rules: { ...rules, reversal: rules.reversal === 'bar' ? 'bar' : 'off' },
    travel: new Int32Array(zone.size * zone.size),
    hasTravel: false,
  }
}

function withoutPast(zone: Zone): Zone {
  const isFree = zone.barred.every((barred, pair) => barred === (Math.floor(pair / zone.size) === pair % zone.size ? 1 : 0))
  return { ...zone, age: new Int32Array(zone.size * zone.size), isFree }
}
