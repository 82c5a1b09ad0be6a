// Spacing binds townships, so the least waiting under it is not to be had from counts: a search that passes through townships opened too
// soon, at a price; then, for each township, the choice among sets of periods that a relaxation of the whole names.
import type { Highs } from 'highs'
import type { Random } from '../solve/anneal/random.ts'
import type { Board } from './board.ts'
import { chooseSets } from './choose-sets.ts'
import { gatherTowns } from './gather-towns.ts'
import { buildTownProgram } from './group-towns.ts'
import { improve } from './improve.ts'
import type { TownPrices } from './proof/bound-by-towns.ts'
import { findTownPrices } from './proof/find-town-prices.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { Sorted } from './proof/sorts.ts'

/** Proposals for each visit. */
const EFFORT = { soft: 3000, crowding: 4000, again: 2000 } as const
/** What a township opened too soon weighs against a period of waiting. */
const PENALTY = 4
/**
 * What of the ways that the relaxation has met the choice is made of. All that could lie in a calendar within two of the bound is looked at
 * where there is time for it: that is what closes the gap. In a mixture of few ways the choice is quick, and each look has other ones.
 */
const LOOKS = {
  deep: [{ share: 0.0001, near: 2, work: 28_000 }],
  quick: [0.15, 0.3, 0.05].map((share) => ({ share, near: 0, work: 3000 })),
} as const
/** What is left of the gap at which another round is not worth its time. */
const CLOSE = 0.005
/** Of the integer programs: for each visit, and at most. */
const WORK = { whole: 1500, most: 450_000 } as const

export interface Spacing {
  readonly highs: Highs
  readonly random: Random
  /** Proven already. */
  readonly bound: number
  readonly sorted: Sorted
  readonly left: LeftOver
  /** Whether the last half percent is worth ten times the work. */
  readonly isDeep: boolean
}

export interface Spaced {
  /** Proven of the least waiting; ∞ where no calendar keeps the spacing. */
  readonly bound: number
  readonly prices: TownPrices | null
}

/** Leaves the best calendar found on the board. */
export function spaceTowns(board: Board, { highs, random, bound: known, sorted, left, isDeep }: Spacing): Spaced {
  const { pool, figures } = board
  if (figures.crowding === 0) return { bound: known, prices: null }
  const count = pool.visits.length
  const gather = (bound: number, each: number): void => {
    gatherTowns(board, random, { figure: 'waiting', bound, proposals: each * count, penalty: PENALTY })
  }
  gather(known, EFFORT.soft)
  if (figures.crowding > 0)
    improve(board, random, { figure: 'crowding', bound: 0, proposals: EFFORT.crowding * count, threshold: 1 })
  if (figures.crowding > 0) {
    const open = pool.visits.map((visit) => visit.open)
    const program = buildTownProgram(board, 'waiting', { open, counts: new Map() }, highs)
    const proven = program?.search(Math.min(WORK.whole * count, WORK.most)) ?? known
    if (figures.crowding > 0) return { bound: proven, prices: null }
  }
  let bound = known
  let prices: TownPrices | null = null
  for (const { share, near, work } of isDeep ? LOOKS.deep : LOOKS.quick) {
    if (figures.waiting <= bound * (1 + CLOSE)) break
    const { waiting } = figures
    const search = { figure: 'waiting', waiting, at: board.at, goal: waiting, share, near } as const
    const found = findTownPrices(sorted, left, search, highs)
    if (found === null) break
    if (found.bound > bound && found.bound <= figures.waiting) {
      bound = found.bound
      prices = found.prices
    }
    chooseSets(board, sorted, { figure: 'waiting', sets: found.sets, left, highs, work: work * count })
    gather(bound, EFFORT.again)
  }
  return { bound, prices }
}
