// All that one region's file proves to anybody: what prices of team-days prove, what counting proves, what prices of seats prove.
import { boundPool, type Prices } from '../bound-calendar.ts'
import type { CalendarFigures, CalendarProof } from '../plan.ts'
import type { Pool } from '../pools.ts'
import { MILLION, partTowns } from './bound-by-towns.ts'
import { leftOver } from './left-over.ts'
import { readProof } from './proof-file.ts'
import { sortVisits } from './sorts.ts'

/** Lower bounds of one pool, each given that it waits no longer than `waiting`; whatever the prices are, they hold. */
export function certifyPool(pool: Pool, prices: Prices, proofs: readonly CalendarProof[], waiting: number): CalendarFigures {
  const figures = { ...boundPool(pool, prices, waiting) }
  const sorted = sortVisits(pool)
  const left = leftOver(sorted)
  figures.waiting = Math.max(figures.waiting, left.sum)
  for (const proof of proofs) {
    if (proof.region !== pool.region) continue
    const { figure } = proof
    const parted = partTowns(sorted, left, readProof(sorted, proof), { figure, waiting })
    if (parted !== null) figures[figure] = Math.max(figures[figure], Math.ceil(parted.bound / MILLION))
  }
  return figures
}
