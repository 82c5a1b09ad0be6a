// The order in which tickets are drawn: an even shuffle from 32-bit words. A word from the last, incomplete run of the range is thrown
// away, so no ticket is likelier than another by as little as one part in four thousand million.
import { digest, digitsOf } from './digest.ts'

/** Below `limit` (at most 2^20), evenly: words at or above the largest multiple of `limit` are passed over. */
export function evenBelow(limit: number, nextWord: () => number): number {
  const usable = 4_294_967_296 - (4_294_967_296 % limit)
  let word = nextWord()
  while (word >= usable) word = nextWord()
  return word % limit
}

/** Tickets 0 … tickets − 1 in the order drawn: the first is the draw's, the others wait for withdrawals. */
export function orderTickets(tickets: number, root: string, portfolioRoot: string, beacon: string): readonly number[] {
  let count = 0
  const nextWord = (): number => Number.parseInt(digitsOf(digest('ticket', beacon, root, portfolioRoot, count++)).slice(0, 8), 16)
  const order = Array.from({ length: tickets }, (_, k) => k)
  for (let at = 0; at < tickets - 1; at++) {
    const other = at + evenBelow(tickets - at, nextWord)
    const [mine, its] = [order[at] ?? 0, order[other] ?? 0]
    order[at] = its
    order[other] = mine
  }
  return order
}
