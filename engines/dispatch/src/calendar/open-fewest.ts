// The fewest openings of townships at the least waiting. First what the counts prove, so that every search knows where it may stop;
// then exchanges, which mostly get there; an integer program where they do not, and a longer search where that ends undecided.
import type { Highs } from 'highs'
import type { Random } from '../solve/anneal/random.ts'
import type { Board } from './board.ts'
import type { Prices } from './bound-calendar.ts'
import { gatherTowns } from './gather-towns.ts'
import { buildTownProgram } from './group-towns.ts'
import { limitCounts } from './limit-counts.ts'
import type { TownPrices } from './proof/bound-by-towns.ts'
import { findTownPrices } from './proof/find-town-prices.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { Sorted } from './proof/sorts.ts'

/** Proposals for each visit: at first, and in the longer searches. */
const PROPOSALS = { first: 1000, second: 2000, long: 5000 } as const
/** Of the integer program: for each visit, and at least. */
const WORK = { visit: 600, least: 20_000 } as const

export interface Opening {
  readonly highs: Highs
  readonly random: Random
  /** Proven already. */
  readonly bound: number
  readonly sorted: Sorted
  readonly left: LeftOver
  /** How often the program and the longer search follow each other, each time twice as long. */
  readonly rounds: number
}

export interface Opened {
  readonly bound: number
  /** Of seats, from which the better part of the bound can be worked out again. */
  readonly prices: TownPrices | null
}

/** Leaves the best calendar found on the board; answers a proven bound on its openings, given its waiting. */
export function openFewest(board: Board, prices: Prices, opening: Opening): Opened {
  const { highs, random, bound: known, rounds, sorted, left } = opening
  const { pool, figures, at } = board
  let bound = known
  const isDone = (): boolean => figures.openings <= bound
  const raise = (proven: number): void => {
    // a bound above a calendar that is there is a wrong answer of the solver: nothing is claimed then
    if (proven > bound && proven <= figures.openings) bound = proven
  }
  const gather = (each: number): void => {
    if (!isDone()) gatherTowns(board, random, { figure: 'openings', bound, proposals: each * pool.visits.length })
  }
  if (isDone()) return { bound, prices: null }
  gather(PROPOSALS.first)
  const search = { figure: 'openings', waiting: figures.waiting, at, goal: figures.openings } as const
  const found = findTownPrices(sorted, left, search, highs)
  raise(found?.bound ?? 0)
  const done = (): Opened => ({ bound, prices: found?.prices ?? null })
  if (isDone()) return done()
  const program = buildTownProgram(board, 'openings', limitCounts(pool, prices, figures.waiting, highs), highs)
  raise(program?.relaxed() ?? 0)
  gather(PROPOSALS.second)
  const work = Math.max(WORK.least, WORK.visit * pool.visits.length)
  for (let round = 0; round < rounds && !isDone(); round++) {
    if (program !== null) raise(program.search(work * 2 ** round))
    gather(PROPOSALS.long * 2 ** round)
  }
  return done()
}
