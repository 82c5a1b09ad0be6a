// The people of a team in the order of journey plus price, as many as are asked for: homes are merged, each of which has its people by price.
import type { PricedLevel, Prices } from './prices.ts'
import type { Candidates } from './cheapest-team.ts'
import type { Seating } from './seating.ts'

interface Queued {
  /** Cheapest first. */
  readonly candidates: Candidates
  /** Nobody who may sit and is not among them costs less; Infinity where they are everybody. */
  readonly beyond: number
}

/** People of a team, cheapest first: at most so many, and none whose price is sure to be above `dearest`. */
export type Queue = (team: number, most: number, dearest?: number) => Queued

export function queueByPrice(seating: Seating, prices: Prices, of: PricedLevel): Queue {
  const { journeys, leastFacts } = seating
  const perKm = of === 'travel' ? prices.scale : 0
  const perFact = prices.perFact + (of === 'unverified' ? prices.scale : 0)
  const perExposure = prices.perExposure + (of === 'totalExposure' ? prices.scale : 0)
  const least = perFact === 0 ? prices.people : prices.people.map((price, i) => price + perFact * (leastFacts[i] ?? 0))
  const byPrice = journeys.peopleOf.map((people) =>
    Int32Array.from(people).sort((a, b) => (least[a] ?? 0) - (least[b] ?? 0) || a - b),
  )
  const next = new Int32Array(journeys.homes)
  const heap = new Int32Array(journeys.homes)
  const key = new Float64Array(journeys.homes)

  return (t, most, dearest = Infinity) => {
    const host = journeys.hostOf[t] ?? 0
    const keyOf = (home: number): number => {
      const i = byPrice[home]?.[next[home] ?? 0]
      return i === undefined ? Infinity : perKm * (journeys.km[host * journeys.homes + home] ?? 0) + (least[i] ?? 0)
    }
    let length = 0
    const sink = (from: number): void => {
      let at = from
      for (;;) {
        let least = at
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < length && (key[heap[child] ?? 0] ?? 0) < (key[heap[least] ?? 0] ?? 0)) least = child
        }
        if (least === at) return
        const home = heap[at] ?? 0
        heap[at] = heap[least] ?? 0
        heap[least] = home
        at = least
      }
    }
    for (let home = 0; home < journeys.homes; home++) {
      next[home] = 0
      key[home] = keyOf(home)
      if ((key[home] ?? 0) < Infinity) heap[length++] = home
    }
    for (let at = (length >> 1) - 1; at >= 0; at--) sink(at)
    const [person, role, price]: [number[], number[], number[]] = [[], [], []]
    while (length > 0 && person.length < most) {
      const home = heap[0] ?? 0
      if ((key[home] ?? 0) > dearest) break
      const i = byPrice[home]?.[next[home] ?? 0] ?? 0
      const number = seating.roleAt(i, t)
      if (number !== 0) {
        person.push(i)
        role.push(number)
        const exposure = perExposure === 0 ? 0 : perExposure * seating.exposureAt(i, t)
        price.push((key[home] ?? 0) + perFact * ((seating.roles[number]?.facts ?? 0) - (leastFacts[i] ?? 0)) + exposure)
      }
      next[home] = (next[home] ?? 0) + 1
      key[home] = keyOf(home)
      if ((key[home] ?? 0) === Infinity) heap[0] = heap[--length] ?? 0
      sink(0)
    }
    const candidates = {
      count: person.length,
      person: Int32Array.from(person),
      role: Int32Array.from(role),
      price: Float64Array.from(price),
    }
    return { candidates, beyond: length === 0 ? Infinity : (key[heap[0] ?? 0] ?? 0) }
  }
}
