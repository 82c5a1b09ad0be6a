// Spacing binds townships, so the least waiting under it is not to be had from counts: a search that passes through townships opened too
// soon, at a price; then, for each township, the choice among sets of periods that a relaxation of the whole names.
import type { Highs } from 'highs'
import type { Random } from '../solve/anneal/random.ts'
import type { Board } from './board.ts'
import { chooseSets } from './choose-sets.ts'
import { closeGap } from './close-gap.ts'
import { gatherTowns } from './gather-towns.ts'
import { buildTownProgram } from './group-towns.ts'
import { improve } from './improve.ts'
import type { TownPrices } from './proof/bound-by-towns.ts'
import { findTownPrices } from './proof/find-town-prices.ts'
import type { LeftOver } from './proof/left-over.ts'
import type { Sorted } from './proof/sorts.ts'

/** Proposals for each visit. */
const EFFORT = { soft: 3000, deep: 1000, crowding: 4000, again: 2000 } as const
/** What a township opened too soon weighs against a period of waiting. */
const PENALTY = 4
/** What of the ways that the relaxation mixes the choice is made of: each look has other ones. */
const LOOKS = [0.15, 0.3, 0.05]
/** What is left of the gap at which another round is not worth its time. */
const CLOSE = 0.005
/** Of the integer programs: for each visit; of the whole at most, of closing the gap at least. */
const WORK = { whole: 1500, most: 450_000, look: 3000, gap: 12_000, least: 12_000_000 } as const

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
  // the programs that follow need a calendar to begin with, and not the best
  gather(known, isDeep ? EFFORT.deep : EFFORT.soft)
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
  for (const [look, share] of LOOKS.entries()) {
    if (figures.waiting <= bound * (1 + CLOSE)) break
    const { waiting } = figures
    const isTight = isDeep && look === 0
    const search = { figure: 'waiting', waiting, at: board.at, goal: waiting, share, isTight } as const
    const found = findTownPrices(sorted, left, search, highs)
    if (found === null) break
    if (found.bound > bound && found.bound <= figures.waiting) {
      bound = found.bound
      prices = found.prices
    }
    if (isTight) {
      const work = Math.max(WORK.least, WORK.gap * count)
      const proven = closeGap(board, sorted, { figure: 'waiting', waiting, bound, prices: found.prices, left, highs, work })
      if (proven > bound && proven <= figures.waiting) bound = proven
      if (figures.waiting <= bound * (1 + CLOSE)) break
    }
    chooseSets(board, sorted, { figure: 'waiting', sets: found.sets, left, highs, work: WORK.look * count })
    gather(bound, EFFORT.again)
  }
  return { bound, prices }
}
