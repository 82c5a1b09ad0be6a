// Spacing binds townships, so the least waiting under it is not to be had from counts: a search, then an integer program with the
// openings of every township.
import type { Highs } from 'highs'
import type { Random } from '../solve/anneal/random.ts'
import type { Board } from './board.ts'
import { gatherTowns } from './gather-towns.ts'
import { buildTownProgram } from './group-towns.ts'
import { improve } from './improve.ts'

/** Proposals for each visit. */
const EFFORT = { crowding: 4000, rough: 1000, waiting: 4000 } as const
const THRESHOLD = { crowding: 1, waiting: 8 } as const
/** Of the integer program: for each visit, and at most. */
const WORK = { visit: 1500, most: 450_000 } as const

/** Leaves the best calendar found on the board and answers a proven bound on its waiting; ∞ where no calendar keeps the spacing. */
export function spaceTowns(
  board: Board,
  { highs, random, bound }: { readonly highs: Highs; readonly random: Random; readonly bound: number },
): number {
  const { pool, figures } = board
  if (figures.crowding === 0) return bound
  const count = pool.visits.length
  improve(board, random, { figure: 'crowding', bound: 0, proposals: EFFORT.crowding * count, threshold: THRESHOLD.crowding })
  if (figures.crowding === 0) {
    improve(board, random, { figure: 'waiting', bound, proposals: EFFORT.rough * count, threshold: THRESHOLD.waiting })
    gatherTowns(board, random, { figure: 'waiting', bound, proposals: EFFORT.waiting * count })
  }
  if (figures.crowding === 0 && figures.waiting <= bound) return bound
  const open = pool.visits.map((visit) => visit.open)
  const proven =
    buildTownProgram(board, 'waiting', { open, counts: new Map() }, highs)?.search(Math.min(WORK.visit * count, WORK.most)) ??
    bound
  return Math.max(bound, proven)
}
