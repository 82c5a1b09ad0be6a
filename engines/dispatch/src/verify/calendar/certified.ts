// What counting and the prices in the file prove about any calendar of the same problem, worked out anew from the two files.
import type { CalendarPlan } from '../../calendar/plan.ts'
import type { CalendarProblem } from '../../calendar/problem.ts'
import type { Provable } from './provable.ts'
import { provenBySeats } from './seat-prices.ts'
import { urgencyLeft } from './urgency-left.ts'

type Figures = CalendarPlan['objective']

/** Lower bounds by counting and by prices, summed over the capacity regions; each given that no region waits longer than in this plan. */
export function certifiedBy(problem: CalendarProblem, plan: CalendarPlan, visits: readonly Provable[]): Figures {
  const total = { waiting: 0, openings: 0, imbalance: 0, changes: 0 }
  const kept = new Map(plan.kept.map(({ unit, kind, period }) => [`${kind} ${unit}`, period]))
  for (const capacity of problem.capacities) {
    const own = visits.filter(({ region }) => region === capacity.region)
    const one = ofRegion(problem, plan, capacity, own, kept)
    const ofDays = own.filter(
      ({ kind, allowed }) => (capacity.lookBackDays === undefined || kind === 'first') && (allowed[0] ?? 0) >= problem.past,
    )
    const left = urgencyLeft(ofDays, capacity.days, problem.past)
    one.waiting = Math.max(one.waiting, left.sum)
    const waits = own.reduce((sum, { urgency, period }) => sum + urgency * Math.max(0, period - problem.past), 0)
    for (const proof of plan.proofs ?? []) {
      if (proof.region !== capacity.region) continue
      one[proof.figure] = Math.max(one[proof.figure], provenBySeats(problem, capacity, own, proof, { left, waits }))
    }
    for (const level of ['waiting', 'openings', 'imbalance', 'changes'] as const) total[level] += one[level]
  }
  return total
}

function ofRegion(
  { periods, past }: CalendarProblem,
  plan: CalendarPlan,
  { region, days, lookBackDays }: CalendarProblem['capacities'][number],
  visits: readonly Provable[],
  kept: ReadonlyMap<string, string>,
): Figures {
  const priceOf = (of: string, k: number): number =>
    plan.prices.find((price) => price.region === region && price.of === of)?.milli[k - past] ?? 0
  const open = periods.map((_, k) => k).filter((k) => k >= past)
  const supplies = [
    { of: 'first', days, prices: open.map((k) => priceOf('first', k)) },
    ...(lookBackDays === undefined
      ? []
      : [{ of: 'look-back', days: lookBackDays, prices: open.map((k) => priceOf('look-back', k)) }]),
  ]
  const supplyOf = ({ kind }: Provable) => (kind === 'look-back' ? supplies.at(-1) : supplies[0])
  const pay = (visit: Provable, k: number): number =>
    k < past ? 0 : 1000 * visit.urgency * (k - past) + visit.workload * (supplyOf(visit)?.prices[k - past] ?? 0)
  const cheapest = visits.map((visit) => Math.min(...visit.allowed.map((k) => pay(visit, k))))
  const worth = supplies.reduce(
    (sum, supply) => sum + supply.prices.reduce((own, price, n) => own + price * (supply.days[past + n] ?? 0), 0),
    0,
  )
  const floor = cheapest.reduce((sum, value) => sum + value, 0) - worth
  const waits = visits.reduce((sum, { urgency, period }) => sum + urgency * Math.max(0, period - past), 0)
  const spare = 1000 * waits - floor
  const places = visits.map((visit, v) => visit.allowed.filter((k) => pay(visit, k) <= (cheapest[v] ?? 0) + spare))
  const towns = Map.groupBy(
    visits
      .map((visit, v) => ({ town: visit.unit.region.slice(0, 9), place: places[v] ?? [] }))
      .filter(({ place }) => (place[0] ?? 0) >= past),
    ({ town }) => town,
  )
  let imbalance = 0
  for (const supply of supplies) {
    const work = visits
      .filter((visit) => supplyOf(visit) === supply && (visit.allowed[0] ?? 0) >= past)
      .reduce((sum, { workload }) => sum + workload, 0)
    imbalance += unevenness(work, supply.prices, supply.days.slice(past), spare)
  }
  return {
    waiting: Math.max(0, Math.ceil(floor / 1000)),
    openings: [...towns.values()].reduce((sum, own) => sum + separate(own.map(({ place }) => place)), 0),
    imbalance,
    changes: visits.filter(({ unit, kind }, v) => {
      const before = periods.findIndex(({ id }) => id === kept.get(`${kind} ${unit.id}`))
      return before >= 0 && places[v]?.includes(before) === false
    }).length,
  }
}

/** The most of these lists of periods that do not reach into each other, taken by their ends. */
function separate(places: readonly (readonly number[])[]): number {
  const spans = places.map((place) => ({ from: Math.min(...place), to: Math.max(...place) }))
  let count = 0
  let taken = -1
  for (const { from, to } of spans.toSorted((a, b) => a.to - b.to))
    if (from > taken) {
      count += 1
      taken = to
    }
  return count
}

/** A priced period lies idle by no more than the spare over its price; the others share what is left. */
function unevenness(work: number, prices: readonly number[], days: readonly number[], spare: number): number {
  if (prices.length === 0) return 0
  const loads = prices.flatMap((price, n) => (price > 0 ? [Math.max(0, (days[n] ?? 0) - Math.floor(spare / price))] : []))
  const others = prices.length - loads.length
  const atLeast = work % prices.length === 0 ? 0 : 1
  if (others === 0) return atLeast
  const left = work - loads.reduce((sum, load) => sum + load, 0)
  return Math.max(atLeast, Math.max(0, ...loads) - Math.floor(left / others))
}
