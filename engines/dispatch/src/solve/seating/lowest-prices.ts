// The lowest prices that make every single exchange pointless, where `exchange` gives the highest: anything between them serves as well,
// and halfway the bound is sharpest, because a team may also exchange two people at once.
import { replacingIn } from './may-replace.ts'
import type { Seating } from './seating.ts'
import { teamsOfPlaces, type Seats } from './seats.ts'

/** Prices raised from 0 until nobody cheaper could take a seat; `highest` are never passed. */
export function lowestPrices(
  seating: Seating,
  reach: Int32Array,
  seats: Seats,
  highest: Float64Array,
  limit: number,
): { readonly prices: Float64Array; readonly steps: number } {
  const { people, journeys, pinOf } = seating
  const { members, placeOf } = seats
  const teamOf = teamsOfPlaces(seats)
  const replacing = replacingIn(seating, seats)
  const prices = new Float64Array(people)
  const queue = new Int32Array(people)
  const isQueued = new Uint8Array(people)
  let [head, count, steps] = [0, 0, 0]
  const push = (i: number): void => {
    if (isQueued[i] === 1) return
    isQueued[i] = 1
    queue[(head + count) % people] = i
    count++
  }
  for (const i of members) if (i >= 0) push(i)
  while (count > 0 && steps < limit) {
    const i = queue[head] ?? 0
    head = (head + 1) % people
    count--
    isQueued[i] = 0
    const p = placeOf[i] ?? -1
    const t = teamOf[p] ?? 0
    const worth = (prices[i] ?? 0) + seating.costAt(i, t)
    const host = journeys.hostOf[t] ?? 0
    for (const home of journeys.nearest[host]?.subarray(0, reach[t]) ?? []) {
      const km = journeys.km[host * journeys.homes + home] ?? 0
      // whoever comes farther than that needs no price
      if (km >= worth) break
      for (const j of journeys.peopleOf[home] ?? []) {
        steps++
        const q = placeOf[j] ?? -1
        if (q < 0 || teamOf[q] === t || worth - km <= (prices[j] ?? 0) || pinOf[j] !== -1) continue
        const role = seating.roleAt(j, t)
        if (role === 0 || !replacing.may(t, p, j, role)) continue
        const wanted = Math.min(worth - seating.costAt(j, t), highest[j] ?? 0)
        if (wanted <= (prices[j] ?? 0)) continue
        prices[j] = wanted
        push(j)
      }
    }
  }
  return { prices, steps }
}
