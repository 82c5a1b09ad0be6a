// An auction (Bertsekas): an empty slot bids for the person who is cheapest at his price, and raises it until he is only just the
// cheapest; whoever loses him bids again. Steps shrink from phase to phase; the last is so small that integers leave no other optimum.
import { tooFew } from './fill-all.ts'
import { priceHeap, type PriceHeap } from './price-heap.ts'
import type { SlotAnswer, SlotProblem } from './slot-problem.ts'

const NONE = -1
/** By how much steps shrink between phases; measured best between 5 and 10. */
const SHRINK = 8

/**
 * Fills every slot with a person of his own at the least total cost, with prices that prove it; or names slots for which there are too few
 * people. 10,000 slots and people with a million arcs take a fraction of a second. Integers throughout: the same answer on any machine.
 * Throws where costs are so large that sums of prices would not be exact: (largest − smallest cost) · 2 · people² must stay below 2⁵³.
 */
export function assignSlots(problem: SlotProblem): SlotAnswer {
  const clash = tooFew(problem)
  if (clash !== null) return { kind: 'too-few', ...clash }
  const { slots, people, first, person, cost } = problem
  let [least, most] = [0, 0]
  if (cost.length > 0) [least, most] = [cost[0] ?? 0, cost[0] ?? 0]
  for (const each of cost) {
    if (each < least) least = each
    if (each > most) most = each
  }
  // A unit of cost is people + 1 steps: people times a step of error is then less than a unit
  const unit = people + 1
  const span = (most - least) * unit
  if (span * 2 * people > Number.MAX_SAFE_INTEGER) throw new Error('the costs are too large for exact prices')

  const scaled = Float64Array.from(cost, (each) => (each - least) * unit)
  const prices = new Float64Array(people)
  const slotOf = new Int32Array(people)
  for (let step = Math.max(1, Math.floor(span / SHRINK)); ; step = Math.max(1, Math.floor(step / SHRINK))) {
    auction({ slots, people, first, person, scaled, prices, slotOf, span }, step)
    if (step === 1) break
  }
  return answer(problem, slotOf, wholePrices(prices, unit))
}

interface Hall {
  readonly slots: number
  readonly people: number
  readonly first: Int32Array
  readonly person: Int32Array
  readonly scaled: Float64Array
  /** Kept from phase to phase. */
  readonly prices: Float64Array
  /** Written anew in each phase; `slots` and above = a place at home. */
  readonly slotOf: Int32Array
  readonly span: number
}

/** One phase: everybody ends with a slot, or with a place at home, of which there are as many as people are left over. */
function auction(hall: Hall, step: number): void {
  const { slots, people, first, person, scaled, prices, slotOf, span } = hall
  slotOf.fill(NONE)
  // Places at home are open to everybody for nothing, so they look only at prices; they keep the left-over people the cheapest
  const heap = people > slots ? priceHeap(prices) : null
  const empty = Int32Array.from({ length: people }, (_, at) => people - 1 - at)
  let waiting = people
  while (waiting > 0) {
    const bidder = empty[--waiting] ?? 0
    const who = bidder < slots ? bid(bidder) : stayHome(heap, prices, step)
    heap?.risen(who)
    const loser = slotOf[who] ?? NONE
    slotOf[who] = bidder
    if (loser !== NONE) empty[waiting++] = loser
  }

  function bid(slot: number): number {
    let [best, second, who] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, NONE]
    for (let arc = first[slot] ?? 0, end = first[slot + 1] ?? 0; arc < end; arc++) {
      const candidate = person[arc] ?? 0
      const total = (scaled[arc] ?? 0) + (prices[candidate] ?? 0)
      if (total >= second) continue
      if (total < best) [second, best, who] = [best, total, candidate]
      else second = total
    }
    prices[who] = (prices[who] ?? 0) + (second === Number.POSITIVE_INFINITY ? span : second - best) + step
    return who
  }
}

function stayHome(heap: PriceHeap | null, prices: Float64Array, step: number): number {
  if (heap === null) throw new Error('nobody is left over')
  const who = heap.cheapest()
  const next = heap.nextPrice()
  prices[who] = (next === Number.POSITIVE_INFINITY ? (prices[who] ?? 0) : next) + step
  return who
}

/**
 * Prices in whole units of cost that still make every person the cheapest of his slot: rounded down after a shift that leaves no price one
 * step below a whole unit. There are more remainders than people, so such a shift exists. Whoever is left over then has the least price: 0.
 */
function wholePrices(prices: Float64Array, unit: number): Float64Array {
  const isTaken = new Uint8Array(unit)
  for (const price of prices) isTaken[price % unit] = 1
  const free = isTaken.indexOf(0)
  const shift = unit - 1 - free
  const whole = prices.map((price) => Math.floor((price + shift) / unit))
  const least = whole.reduce((low, price) => Math.min(low, price), Number.POSITIVE_INFINITY)
  return whole.map((price) => price - least)
}

function answer({ slots, first, person, cost }: SlotProblem, slotOf: Int32Array, prices: Float64Array): SlotAnswer {
  const personOf = new Int32Array(slots).fill(NONE)
  slotOf.forEach((slot, who) => {
    if (slot >= 0 && slot < slots) personOf[slot] = who
  })
  let total = 0
  for (let slot = 0; slot < slots; slot++) {
    let least = Number.POSITIVE_INFINITY
    for (let arc = first[slot] ?? 0; arc < (first[slot + 1] ?? 0); arc++)
      if (person[arc] === personOf[slot]) least = Math.min(least, cost[arc] ?? 0)
    total += least
  }
  return { kind: 'filled', personOf, cost: total, prices }
}
