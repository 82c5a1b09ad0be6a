// Small zones, exhaustively: all legal rounds are listed, and sets of them that avoid each other are tried in order.
import { countCompletions, listCompletions } from './completions.ts'
import { openPairs } from './draw-rotation.ts'
import type { Round, Zone } from './zone.ts'

type Found =
  | { readonly kind: 'rounds'; readonly rounds: readonly Round[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

/** At most this many legal rounds are listed: those of seven members and more. */
const MOST_LISTED = 3000

/**
 * `rounds` rounds of which no two share a pair or, with reversal barred, use opposite pairs; what is remembered of the past counts
 * as for the next round. `none` is proven; `unknown` where more than `nodes` partial schedules would have to be tried.
 */
export function searchRounds(zone: Zone, rounds: number, nodes: number): Found {
  if (!zone.isPermutation || zone.size > 8) return { kind: 'unknown' }
  const counted = countCompletions(zone.size, openPairs(zone))
  if (counted.total > 8 * MOST_LISTED) return { kind: 'unknown' }
  const legal = listCompletions(counted)
    .filter((order) => !zone.rules.noSwap || order.every((host, home) => order[host] !== home))
    .map((order) => order.map((host, home) => home * zone.size + host))
  if (legal.length > MOST_LISTED) return { kind: 'unknown' }
  const clashes = clashesOf(zone, legal)
  const order: Order = { rounds, nodes }
  const chosen = extend(
    [],
    legal.map((_, k) => k),
    order,
    clashes,
  )
  if (chosen !== null) return { kind: 'rounds', rounds: chosen.map((k) => legal[k] ?? []) }
  return order.nodes > 0 ? { kind: 'none' } : { kind: 'unknown' }
}

interface Order {
  readonly rounds: number
  nodes: number
}

/** By round: 1 for each round that it may not stand with. */
function clashesOf({ size, rules }: Zone, legal: readonly Round[]): readonly Uint8Array[] {
  const using = new Map<number, number[]>()
  legal.forEach((round, k) => round.forEach((pair) => using.set(pair, [...(using.get(pair) ?? []), k])))
  return legal.map((round) => {
    const row = new Uint8Array(legal.length)
    for (const pair of round) {
      const back = (pair % size) * size + Math.floor(pair / size)
      for (const other of using.get(pair) ?? []) row[other] = 1
      if (rules.reversal === 'bar') for (const other of using.get(back) ?? []) row[other] = 1
    }
    return row
  })
}

function extend(chosen: number[], open: readonly number[], order: Order, clashes: readonly Uint8Array[]): number[] | null {
  if (chosen.length === order.rounds) return chosen
  for (let at = 0; at < open.length; at++) {
    if (chosen.length + open.length - at < order.rounds) return null
    if (order.nodes-- <= 0) return null
    const next = open[at] ?? 0
    const row = clashes[next]
    const found = extend(
      [...chosen, next],
      open.slice(at + 1).filter((other) => row?.[other] === 0),
      order,
      clashes,
    )
    if (found !== null) return found
  }
  return null
}
