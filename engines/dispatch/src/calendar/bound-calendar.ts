// What the prices of team-days prove. A visit pays its waiting and the team-days it takes; no calendar can pay less in sum than every
// visit at its cheapest, less what the days are worth. What is left to the calendar at hand is the slack: a visit cannot lie where
// it would pay more than its cheapest by more than that, nor can a priced period lie idle. All in thousandths, integers only.
import type { CalendarFigures } from './plan.ts'
import type { Pool, Visit } from './pools.ts'

/** By capacity of the pool and period; 0 in what is past. */
export type Prices = readonly (readonly number[])[]

const MILLI = 1000

/** What a visit pays in a period: its waiting, and the team-days it takes. */
export function payOf({ past }: Pool, prices: Prices, { urgency, workload, purse }: Visit, k: number): number {
  return k < past ? 0 : MILLI * urgency * (k - past) + (prices[purse]?.[k] ?? 0) * workload
}

/** Where each visit can lie in a calendar that waits no more than this one, and what all of them pay too much at most. */
export function bandsOf(
  pool: Pool,
  prices: Prices,
  waiting: number,
): { readonly bands: readonly (readonly number[])[]; readonly slack: number; readonly least: number } {
  const { visits, purses, past, periods } = pool
  const pay = (visit: Visit, k: number): number => payOf(pool, prices, visit, k)
  const cheapest = visits.map((visit) => visit.open.reduce((low, k) => Math.min(low, pay(visit, k)), Infinity))
  let least = cheapest.reduce((total, pay) => total + pay, 0)
  purses.forEach(({ capacity }, purse) => {
    for (let k = past; k < periods; k++) least -= (prices[purse]?.[k] ?? 0) * (capacity[k] ?? 0)
  })
  const slack = MILLI * waiting - least
  return {
    bands: visits.map((visit, v) => visit.open.filter((k) => pay(visit, k) - (cheapest[v] ?? 0) <= slack)),
    slack,
    least,
  }
}

/** Lower bounds of one pool given its prices and the waiting of the calendar at hand, each given the figures before it. */
export function boundPool(pool: Pool, prices: Prices, waiting: number): CalendarFigures {
  const { visits, purses, towns, past } = pool
  const { bands, slack, least } = bandsOf(pool, prices, waiting)
  let openings = 0
  const ofTown = towns.map((): (readonly number[])[] => [])
  visits.forEach(({ town }, v) => {
    const band = bands[v] ?? []
    if ((band[0] ?? 0) >= past) ofTown[town]?.push(band)
  })
  for (const own of ofTown) openings += apart(own)
  const changes = visits.filter(({ kept }, v) => kept >= 0 && bands[v]?.includes(kept) === false).length
  const imbalance = purses.reduce((total, _, purse) => total + leastImbalance(pool, purse, prices[purse] ?? [], slack), 0)
  return { waiting: Math.max(0, Math.ceil(least / MILLI)), openings, imbalance, changes }
}

/** How many of these bands lie wholly apart: each of them opens the township once. */
function apart(bands: readonly (readonly number[])[]): number {
  let [count, last] = [0, -1]
  for (const band of bands.toSorted((a, b) => (a.at(-1) ?? 0) - (b.at(-1) ?? 0)))
    if ((band[0] ?? 0) > last) {
      count += 1
      last = band.at(-1) ?? last
    }
  return count
}

function leastImbalance(
  { visits, purses, past, periods }: Pool,
  purse: number,
  prices: readonly number[],
  slack: number,
): number {
  const work = visits.reduce(
    (sum, { workload, open, purse: own }) => sum + (own === purse && (open[0] ?? 0) >= past ? workload : 0),
    0,
  )
  const count = periods - past
  if (count <= 0) return 0
  let [full, highest, others] = [0, 0, 0]
  for (let k = past; k < periods; k++) {
    const price = prices[k] ?? 0
    const load = price > 0 ? Math.max(0, (purses[purse]?.capacity[k] ?? 0) - Math.floor(slack / price)) : 0
    if (price === 0) others += 1
    full += load
    highest = Math.max(highest, load)
  }
  const uneven = work % count === 0 ? 0 : 1
  return others === 0 ? uneven : Math.max(uneven, highest - Math.floor((work - full) / others))
}
