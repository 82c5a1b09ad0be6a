// The fewest openings of townships at the least waiting. First what the counts prove, so that every search knows where it may stop;
// then exchanges, which mostly get there; an integer program where they do not, and a longer search where that ends undecided.
import type { Highs } from 'highs'
import type { Random } from '../solve/anneal/random.ts'
import type { Board } from './board.ts'
import type { Prices } from './bound-calendar.ts'
import { chooseSets } from './choose-sets.ts'
import { closeGap } from './close-gap.ts'
import { gatherTowns } from './gather-towns.ts'
import { buildTownProgram } from './group-towns.ts'
import { limitCounts } from './limit-counts.ts'
import type { TownPrices } from './proof/bound-by-towns.ts'
import { findTownPrices } from './proof/find-town-prices.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { Sorted } from './proof/sorts.ts'

/** Proposals for each visit: at first, and in the longer searches. */
const PROPOSALS = { first: 1000, second: 2000, long: 5000 } as const
/** Of the integer programs: for each visit, and at least. */
const WORK = { visit: 600, least: 20_000, sets: 3000, deep: 12_000, gap: 16_000, leastGap: 5_000_000 } as const
/** Of an opening, in the second round: sets so much dearer are looked at too. */
const NEAR = 0.5
/** Under a spacing exchanges get stuck: the choice is made of all sets that were met and could matter, before the gap is closed from below. */
const SPACED = { share: 0.0001, near: 2 } as const
/** In a large problem what is left of the gap at which a region is done with. */
const CLOSE = 0.005

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
export function openFewest(board: Board, rates: Prices, opening: Opening): Opened {
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
  let prices: TownPrices | null = null
  const isDeep = pool.spacing > 1 && rounds > 1
  const isEnough = (): boolean => figures.openings - bound <= (rounds > 1 ? 0 : figures.openings * CLOSE)
  for (let round = 0; round < rounds && !isDone(); round++) {
    const search = {
      figure: 'openings',
      waiting: figures.waiting,
      at,
      goal: figures.openings,
      ...(isDeep ? { ...SPACED, isTight: true } : { share: 0.05, near: NEAR * round }),
    } as const
    const found = findTownPrices(sorted, left, search, highs)
    if (found === null) break
    if (prices === null || found.bound > bound) prices = found.prices
    raise(found.bound)
    if (isDone()) break
    const work = (isDeep ? WORK.deep : WORK.sets) * pool.visits.length
    chooseSets(board, sorted, { figure: 'openings', sets: found.sets, left, highs, work })
    if (isDone()) break
    if (isDeep) {
      const gap = { figure: 'openings', waiting: figures.waiting, bound, prices: found.prices, left, highs } as const
      raise(closeGap(board, sorted, { ...gap, work: Math.max(WORK.leastGap, WORK.gap * pool.visits.length) }))
    }
    if (isEnough() || isDeep) break
    gather(PROPOSALS.second * 2 ** round)
  }
  if (isEnough() || pool.spacing > 1) return { bound, prices }
  const program = buildTownProgram(board, 'openings', limitCounts(pool, rates, figures.waiting, highs), highs)
  if (program !== null) raise(program.relaxed())
  const work = Math.max(WORK.least, WORK.visit * pool.visits.length)
  for (let round = 0; round < rounds && !isEnough(); round++) {
    if (program !== null) raise(program.search(work * 2 ** round))
    gather(PROPOSALS.long * 2 ** round)
  }
  return { bound, prices }
}
