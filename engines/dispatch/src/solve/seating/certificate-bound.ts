// What prices of people prove: each team takes its cheapest valid people at journey plus price, and what the prices took is given back.
// Any prices prove something; the dual of the linear program proves most. In integers: anybody can work it out again.
import { cheapestTeam, type Budget } from './cheapest-team.ts'
import { queueByPrice } from './price-queue.ts'
import type { PricedLevel, Prices } from './prices.ts'
import { teamsOf, type Seating } from './seating.ts'

export interface Proof {
  /** Of all teams together, in 1/scale; what the prices and better levels took is given back. */
  readonly value: number
  readonly byTeam: Float64Array
  /** In how many of the cheapest teams each person is: prices are right where that is once. */
  readonly wanted: Uint16Array
  readonly isExact: boolean
}

/** What of a team's list is looked at first; twice as many where somebody outside could still be cheaper. */
const FIRST_LOOK = 60
/** One team may not use up what all need; 10,000 branches are usual. */
const MOST_BRANCHES = 500_000

/** The bound on a level that the prices prove, while better levels stand at `stands`; of some teams only, where they are given. */
export function proofOf(
  seating: Seating,
  prices: Prices,
  of: PricedLevel,
  stands: { readonly exposure: number; readonly facts: number },
  budget: Budget,
  teams: Int32Array = teamsOf(seating),
): Proof {
  const byTeam = new Float64Array(seating.teams)
  const wanted = new Uint16Array(seating.people)
  const queue = queueByPrice(seating, prices, of)
  let isExact = true
  let sum = 0
  for (const t of teams) {
    const size = seating.shapes[seating.shapeOf[t] ?? 0]?.size ?? 0
    for (let look = FIRST_LOOK; ; look *= 2) {
      const { candidates, beyond } = queue(t, look)
      const share = { left: Math.min(budget.left, MOST_BRANCHES) }
      const given = share.left
      const found = cheapestTeam(seating, t, candidates, share)
      budget.left -= given - share.left
      const outside = withSomebodyElse(candidates.price, size, beyond)
      byTeam[t] = Math.min(found.price, outside)
      if (found.isExact && outside < found.price && budget.left > 0) continue
      if (!found.isExact || outside < found.price) isExact = false
      for (const i of found.members) wanted[i] = (wanted[i] ?? 0) + 1
      break
    }
    sum += byTeam[t] ?? 0
  }
  for (const price of prices.people) sum -= price
  sum -= prices.perExposure * stands.exposure + prices.perFact * stands.facts
  return { value: sum, byTeam, wanted, isExact }
}

/** The least that a team with somebody from outside the list can cost: nobody outside is cheaper than `beyond`. */
function withSomebodyElse(price: Float64Array, size: number, beyond: number): number {
  if (beyond === Infinity) return Infinity
  const cheapest = price.toSorted()
  let sum = beyond
  for (let k = 0; k < size - 1; k++) sum += Math.min(cheapest[k] ?? beyond, beyond)
  return sum
}
