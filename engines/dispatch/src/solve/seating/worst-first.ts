// Where some team cannot do without exposure: as little of it for the worst team as can be had, then as little as can be had in all.
import type { Highs } from 'highs'
import { randomFrom } from '../anneal/random.ts'
import { bearExposure, type Borne } from './bear-exposure.ts'
import { proofOf } from './certificate-bound.ts'
import { noPrices } from './prices.ts'
import { FROM_NOTHING, seatValidly, type Search, type Start } from './seat-validly.ts'
import { withCap, type Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { settle, type Settled } from './settle.ts'

export interface WorstFirst {
  readonly seating: Seating
  readonly settled: Settled
  /** No plan's worst team has less. */
  readonly worst: number
  /** No plan whose worst team has no more than the seating allows has less in all. */
  readonly total: number
}

/** Limits on the worst team that are tried where its least was not found exactly. */
const CAPS = 6

/** The lowest limit on a team's exposure for which a seating is found; null where there is none at all. `open`: without a limit. */
export function seatWorstFirst(highs: Highs, open: Seating, search: Search): WorstFirst | null {
  const { meter } = search
  const byTeam = leastByTeam(open)
  const least = byTeam.reduce((most, own) => Math.max(most, own), 0)
  // any plan, soon
  const first = seatValidly(open, FROM_NOTHING, search, randomFrom(search.seed))
  if (first === null) return null
  const high = worstOf(open, first.seats)
  const bearing = Int32Array.from(byTeam.keys()).filter((t) => (byTeam[t] ?? 0) > 0)
  const borne = least > 0 ? bearExposure(highs, open, bearing, least, high, meter) : null
  const worst = borne?.least ?? least
  const under = (cap: number, start: Start): WorstFirst | null => {
    const settled = cap > 0 ? settle(withCap(open, cap), start, { ...search, mustFind: false }) : null
    return settled === null ? null : { seating: withCap(open, cap), settled, worst, total: borne?.total ?? 0 }
  }
  const best = under(borne?.cap ?? least, borne === null ? FROM_NOTHING : startFrom(open, borne))
  if (best !== null) return best
  const settled = settle(open, { stay: pairsOf(open, first.seats), floor: 0 }, search)
  if (settled === null) return null
  let found: WorstFirst = { seating: open, settled, worst, total: 0 }
  let [low, top] = [worst, worstOf(open, settled.seats)]
  for (let round = 0; round < CAPS && low + 1 < top && meter.left() > 0; round++) {
    const middle = Math.floor((low + top) / 2)
    const next = under(middle, FROM_NOTHING)
    if (next === null) low = middle
    else {
      top = worstOf(open, next.settled.seats)
      // what is saved elsewhere must not be paid by the worst team
      found = { ...next, seating: withCap(open, top), total: 0 }
    }
  }
  return found
}

/** The least exposure that each team must have, taken for itself. */
function leastByTeam(seating: Seating): Float64Array {
  const none = { exposure: 0, facts: 0 }
  const { byTeam } = proofOf(seating, noPrices(seating), 'totalExposure', none, { left: 20_000_000 })
  return byTeam.map((own) => (own < Infinity ? own : 0))
}

function startFrom({ weights }: Seating, { seated, total }: Borne): Start {
  return { stay: seated, floor: total * weights.exposure }
}

function pairsOf(seating: Seating, seats: Seats): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = []
  for (let t = 0; t < seating.teams; t++) {
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) pairs.push([seats.members[p] ?? -1, t])
  }
  return pairs
}

function worstOf(seating: Seating, seats: Seats): number {
  let worst = 0
  for (let t = 0; t < seating.teams; t++) {
    let exposure = 0
    for (let p = seats.start[t] ?? 0; p < (seats.start[t + 1] ?? 0); p++) exposure += seating.exposureAt(seats.members[p] ?? 0, t)
    worst = Math.max(worst, exposure)
  }
  return worst
}
