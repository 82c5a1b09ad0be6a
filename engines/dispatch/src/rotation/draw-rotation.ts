// One round by lot: every round that breaks no bar is equally likely, whatever bars and past there are.
import { countCompletions, drawCompletion, listCompletions } from './completions.ts'
import { countLegalPermutations } from './count-legal.ts'
import type { Stream } from './stream.ts'
import { isPast, type Round, type Zone } from './zone.ts'

export type Drawn =
  | {
      readonly kind: 'drawn'
      readonly round: Round
      readonly tries: number
      /** Among how many legal rounds; null where nobody counted them. */
      readonly legal: bigint | null
    }
  /** No round is legal at all. */
  | { readonly kind: 'none' }
  /** Legal rounds are so rare, or their absence so hard to prove, that the tries ran out. */
  | { readonly kind: 'too-rare'; readonly tries: number }
  /** Somebody sends or receives other than one team: there is no uniform draw of such rounds here. */
  | { readonly kind: 'not-one-each' }

interface DrawOptions {
  /** Permutations begun before counting starts (up to 20 members) or the draw gives up (more); 200,000 unless given. */
  readonly tries?: number
}

/** Up to this many members the completions of every set of hosts fit into memory. */
const MOST_COUNTED = 20
const TRIES = 200_000
const MOST_LISTED = 50_000
const MOST_LISTED_MEMBERS = 10

/**
 * Draws the next round of a zone, exactly uniformly among all that leave nobody at home, use no barred or remembered pair and,
 * where the rules say so, swap no two. Permutations are shuffled and thrown away until one is legal: what is kept is uniform
 * because what was shuffled is. Where that takes too long and the zone has at most 20 members, the permutations without barred
 * pairs are counted instead; few are listed, of many one is drawn by its number, and thrown away only if it swaps.
 */
export function drawRotation(zone: Zone, stream: Stream, { tries = TRIES }: DrawOptions = {}): Drawn {
  if (!zone.isPermutation) return { kind: 'not-one-each' }
  const isOpen = openPairs(zone)
  const order = new Int32Array(zone.size)
  for (let tried = 1; tried <= tries; tried++) {
    if (shuffleLegal(zone, isOpen, stream, order))
      return { kind: 'drawn', round: pairsOf(order), tries: tried, legal: legalOf(zone, isOpen) }
  }
  return zone.size > MOST_COUNTED ? { kind: 'too-rare', tries } : drawCounted(zone, isOpen, stream, tries)
}

function drawCounted(zone: Zone, isOpen: Uint8Array, stream: Stream, tries: number): Drawn {
  const counted = countCompletions(zone.size, isOpen)
  if (counted.total <= MOST_LISTED) {
    const legal = listCompletions(counted).filter((order) => !hasSwap(zone, order))
    const order = legal.length === 0 ? undefined : legal[stream(legal.length)]
    return order === undefined
      ? { kind: 'none' }
      : { kind: 'drawn', round: pairsOf(order), tries: tries + 1, legal: BigInt(legal.length) }
  }
  if (counted.total >= 2 ** 53) return { kind: 'too-rare', tries }
  for (let tried = 1; tried <= tries; tried++) {
    const order = drawCompletion(counted, stream)
    if (!hasSwap(zone, order)) return { kind: 'drawn', round: pairsOf(order), tries: tries + tried, legal: null }
  }
  return { kind: 'too-rare', tries: 2 * tries }
}

/** 1 where the pair may be used in the next round. */
export function openPairs(zone: Zone): Uint8Array {
  const { size } = zone
  return Uint8Array.from(zone.barred, (barred, at) => (barred === 1 || isPast(zone, Math.floor(at / size), at % size, 0) ? 0 : 1))
}

/** Fisher–Yates from the last member down, given up at the first pair that is barred; whether the whole order is legal. */
function shuffleLegal(zone: Zone, isOpen: Uint8Array, stream: Stream, order: Int32Array): boolean {
  const { size } = zone
  for (let k = 0; k < size; k++) order[k] = k
  for (let k = size - 1; k >= 0; k--) {
    const other = k === 0 ? 0 : stream(k + 1)
    const host = order[other] ?? 0
    order[other] = order[k] ?? 0
    order[k] = host
    if (isOpen[k * size + host] === 0) return false
  }
  return !hasSwap(zone, order)
}

function hasSwap({ rules }: Zone, order: ArrayLike<number>): boolean {
  if (!rules.noSwap) return false
  for (let home = 0; home < order.length; home++) if (order[order[home] ?? 0] === home) return true
  return false
}

function pairsOf(order: ArrayLike<number>): Round {
  return Array.from(order, (host, home) => home * order.length + host)
}

/** Counted by the recurrence where members are alike, by listing where the zone is small; else nobody knows. */
function legalOf(zone: Zone, isOpen: Uint8Array): bigint | null {
  if (zone.isFree && zone.rules.noSwap) return countLegalPermutations(zone.size)
  if (zone.size > MOST_LISTED_MEMBERS) return null
  const counted = countCompletions(zone.size, isOpen)
  return counted.total > MOST_LISTED ? null : BigInt(listCompletions(counted).filter((order) => !hasSwap(zone, order)).length)
}
