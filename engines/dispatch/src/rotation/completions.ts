// Permutations along open pairs, counted from every set of hosts that can already be taken (Bellman, Held–Karp): a draw by number
// needs no rejection for bars. Counts are doubles, exact below 2^53; a larger one is never used.
import type { Stream } from './stream.ts'

export interface Completions {
  readonly size: number
  readonly open: Uint8Array
  /** By the set of hosts taken by the first members: in how many ways the others can be placed. */
  readonly ways: Float64Array
  readonly total: number
}

/** Counts the permutations of `size` (at most 20) members with open[a·size + b] = 1 for all pairs used. */
export function countCompletions(size: number, open: Uint8Array): Completions {
  const all = 2 ** size - 1
  const isReached = new Uint8Array(all + 1)
  const ways = new Float64Array(all + 1)
  isReached[0] = 1
  for (let set = 0; set < all; set++) {
    if (isReached[set] === 0) continue
    const home = bitsIn(set)
    for (let host = 0; host < size; host++)
      if ((set & (1 << host)) === 0 && open[home * size + host] === 1) isReached[set | (1 << host)] = 1
  }
  ways[all] = 1
  for (let set = all - 1; set >= 0; set--) {
    if (isReached[set] === 0) continue
    const home = bitsIn(set)
    let sum = 0
    for (let host = 0; host < size; host++)
      if ((set & (1 << host)) === 0 && open[home * size + host] === 1) sum += ways[set | (1 << host)] ?? 0
    ways[set] = sum
  }
  return { size, open, ways, total: ways[0] ?? 0 }
}

/** One of them, every one equally likely: the host of each member in turn, weighed by what it leaves open. */
export function drawCompletion({ size, open, ways, total }: Completions, stream: Stream): number[] {
  let number = stream(total)
  let set = 0
  return Array.from({ length: size }, (_, home) => {
    for (let host = 0; host < size; host++) {
      if ((set & (1 << host)) !== 0 || open[home * size + host] === 0) continue
      const next = ways[set | (1 << host)] ?? 0
      if (number < next) {
        set |= 1 << host
        return host
      }
      number -= next
    }
    throw new Error('a number beyond the count of completions')
  })
}

/** All of them; for totals that fit a list. */
export function listCompletions({ size, open, ways }: Completions): number[][] {
  const found: number[][] = []
  const order: number[] = []
  const place = (set: number): void => {
    if (order.length === size) {
      found.push([...order])
      return
    }
    for (let host = 0; host < size; host++) {
      if ((set & (1 << host)) !== 0 || open[order.length * size + host] === 0 || ways[set | (1 << host)] === 0) continue
      order.push(host)
      place(set | (1 << host))
      order.pop()
    }
  }
  place(0)
  return found
}

function bitsIn(set: number): number {
  let rest = set
  let count = 0
  while (rest !== 0) {
    rest &= rest - 1
    count += 1
  }
  return count
}
