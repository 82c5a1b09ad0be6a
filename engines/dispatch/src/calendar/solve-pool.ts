// One capacity region from the least waiting to the last figure. Its stream of lots comes from the seed and its own code, so it fares
// alike by itself and among others.
import type { Highs } from 'highs'
import { randomFrom, type Random } from '../solve/anneal/random.ts'
import { imbalanceOf, setUp, type Board } from './board.ts'
import { boundPool, type Prices } from './bound-calendar.ts'
import { tooFewDays, tooSoonAgain, type CalendarClash } from './clash.ts'
import { findEarliest } from './earliest.ts'
import { improve } from './improve.ts'
import { openFewest } from './open-fewest.ts'
import type { CalendarFigures } from './plan.ts'
import type { Pool } from './pools.ts'
import type { CalendarProblem } from './problem.ts'
import { spaceTowns } from './space-towns.ts'

/** Proposals for each visit. */
const EFFORT = 1000
const THRESHOLD = { imbalance: 20, changes: 1 } as const

/** A region with a calendar that waits as little as could be had. */
export interface Laid {
  readonly pool: Pool
  readonly board: Board
  readonly random: Random
  readonly prices: Prices
  /** Proven, prices or not. */
  readonly waiting: number
}

export interface Solved {
  readonly pool: Pool
  readonly at: Int32Array
  readonly prices: Prices
  readonly objective: CalendarFigures
  readonly certified: CalendarFigures
  readonly bound: CalendarFigures
}

export function layPool(problem: CalendarProblem, pool: Pool, seed: string, highs: Highs): Laid | CalendarClash {
  const earliest = findEarliest(pool, highs)
  if (earliest.kind === 'short') return tooFewDays(problem, pool, earliest)
  const random = randomFrom(seedOf(seed, pool.region))
  const board = setUp(pool, earliest.at)
  const waiting = spaceTowns(board, { highs, random, bound: earliest.waiting })
  if (board.figures.crowding > 0) return tooSoonAgain(problem, pool, board.figures.crowding, waiting === Infinity)
  return { pool, board, random, prices: earliest.prices, waiting }
}

/** Brings down the figures after waiting, one after the other; `rounds` = 0: not at all, what is proven of it all the same. */
export function finishPool({ pool, board, random, prices, waiting: proven }: Laid, highs: Highs, rounds: number): Solved {
  const { figures } = board
  const apart = boundPool(pool, prices, figures.waiting).openings
  const opened = rounds > 0 ? openFewest(board, prices, { highs, random, bound: apart, rounds }) : apart
  // under spacing a search for fewer openings can come upon less waiting: the prices then prove more
  const certified = boundPool(pool, prices, figures.waiting)
  figures.imbalance = imbalanceOf(board)
  for (const figure of ['imbalance', 'changes'] as const) {
    if (rounds === 0) break
    const proposals = EFFORT * pool.visits.length
    improve(board, random, { figure, bound: certified[figure], proposals, threshold: THRESHOLD[figure] })
    figures.imbalance = imbalanceOf(board)
  }
  const { waiting, openings, imbalance, changes } = figures
  return {
    pool,
    at: board.at,
    prices,
    objective: { waiting, openings, imbalance, changes },
    certified,
    bound: { ...certified, waiting: Math.max(certified.waiting, proven), openings: Math.max(certified.openings, opened) },
  }
}

/** The seed with the region's code stirred into its first 32 bits. */
function seedOf(seed: string, region: string): string {
  const first = (Number.parseInt(seed.slice(0, 8), 16) ^ Number(region)) >>> 0
  return first.toString(16).padStart(8, '0') + seed.slice(8)
}
