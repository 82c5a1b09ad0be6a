// One capacity region from the least waiting to the last figure. Its stream of lots comes from the seed and its own code, so it fares
// alike by itself and among others.
import type { Highs } from 'highs'
import { randomFrom, type Random } from '../solve/anneal/random.ts'
import { imbalanceOf, setUp, type Board } from './board.ts'
import type { Prices } from './bound-calendar.ts'
import { tooFewDays, tooSoonAgain, type CalendarClash } from './clash.ts'
import { findEarliest } from './earliest.ts'
import { improve } from './improve.ts'
import { openFewest } from './open-fewest.ts'
import type { CalendarFigures, CalendarProof } from './plan.ts'
import type { Pool } from './pools.ts'
import type { CalendarProblem } from './problem.ts'
import { certifyPool } from './proof/certify-pool.ts'
import { findTownPrices } from './proof/find-town-prices.ts'
import { leftOver, type LeftOver } from './proof/left-over.ts'
import { writeProof } from './proof/proof-file.ts'
import { sortVisits, type Sorted } from './proof/sorts.ts'
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
  readonly sorted: Sorted
  readonly left: LeftOver
  readonly proofs: readonly CalendarProof[]
}

export interface Solved {
  readonly pool: Pool
  readonly at: Int32Array
  readonly prices: Prices
  readonly objective: CalendarFigures
  readonly certified: CalendarFigures
  readonly bound: CalendarFigures
  readonly proofs: readonly CalendarProof[]
}

export function layPool(problem: CalendarProblem, pool: Pool, seed: string, highs: Highs, rounds: number): Laid | CalendarClash {
  const earliest = findEarliest(pool, highs)
  if (earliest.kind === 'short') return tooFewDays(problem, pool, earliest)
  const random = randomFrom(seedOf(seed, pool.region))
  const board = setUp(pool, earliest.at)
  const sorted = sortVisits(pool)
  const left = leftOver(sorted)
  const counted = Math.max(earliest.waiting, left.sum)
  const spaced = spaceTowns(board, { highs, random, bound: counted, sorted, left, isDeep: rounds > 1 })
  const { figures, at } = board
  if (figures.crowding > 0) return tooSoonAgain(problem, pool, figures.crowding, spaced.bound === Infinity)
  const search = { figure: 'waiting', waiting: figures.waiting, at, goal: figures.waiting, share: 1 } as const
  // mostly counting proves all of it
  const isOpen = spaced.prices === null && left.sum < figures.waiting
  const prices = isOpen ? (findTownPrices(sorted, left, search, highs)?.prices ?? null) : spaced.prices
  return {
    pool,
    board,
    random,
    prices: earliest.prices,
    waiting: spaced.bound,
    sorted,
    left,
    proofs: prices === null ? [] : [writeProof(sorted, 'waiting', prices)],
  }
}

/** Brings down the figures after waiting, one after the other; `rounds` = 0: not at all, what is proven of it all the same. */
export function finishPool(laid: Laid, highs: Highs, rounds: number): Solved {
  const { pool, board, random, prices, waiting: proven, sorted, left } = laid
  const { figures } = board
  const apart = certifyPool(pool, prices, laid.proofs, figures.waiting).openings
  const opened = rounds > 0 ? openFewest(board, prices, { highs, random, bound: apart, rounds, sorted, left }) : null
  const proofs =
    opened === null || opened.prices === null ? laid.proofs : [...laid.proofs, writeProof(sorted, 'openings', opened.prices)]
  // under spacing a search for fewer openings can come upon less waiting: the prices then prove more
  const certified = certifyPool(pool, prices, proofs, figures.waiting)
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
    bound: {
      ...certified,
      waiting: Math.max(certified.waiting, proven),
      openings: Math.max(certified.openings, opened?.bound ?? 0),
    },
    proofs,
  }
}

/** The seed with the region's code stirred into its first 32 bits. */
function seedOf(seed: string, region: string): string {
  const first = (Number.parseInt(seed.slice(0, 8), 16) ^ Number(region)) >>> 0
  return first.toString(16).padStart(8, '0') + seed.slice(8)
}
