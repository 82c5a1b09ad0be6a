// The calendar from the outside: which unit is visited in which period of the term.
import { loadSolver } from '../solve/exact/highs.ts'
import { joinClashes, shutOut, type CalendarClash } from './clash.ts'
import type { CalendarFigures, CalendarPlan, CalendarVisit } from './plan.ts'
import { poolsOf } from './pools.ts'
import type { CalendarProblem } from './problem.ts'
import { finishPool, layPool, type Laid, type Solved } from './solve-pool.ts'
import { sumFigures, writeCalendar } from './write-calendar.ts'

export type CalendarAnswer =
  | { readonly kind: 'plan'; readonly plan: CalendarPlan }
  | { readonly kind: 'no-plan'; readonly clash: CalendarClash }

export interface CalendarProgress {
  /** First every region gets its least waiting; then its townships are gathered, its loads evened, its changes undone. */
  readonly phase: 'waiting' | 'openings'
  /** Regions that have been through the phase, of so many. */
  readonly done: number
  readonly regions: number
  /** Of the whole calendar so far; null until every region has one. */
  readonly objective: CalendarFigures | null
}

export interface CalendarOptions {
  /**
   * Called after every region, and waited for. Once it answers `stop`, the remaining regions keep the calendar of the first phase:
   * the plan is valid, and says what is proven of it.
   */
  readonly onProgress?: (progress: CalendarProgress) => unknown
  /** How often the searches of openings follow each other in a region, each time twice as long; 0 = no search after waiting. Without it by the number of units. */
  readonly rounds?: number
}

/** Units, and rounds of search for so many and for more. */
const FEW = { units: 2000, rounds: 2, else: 1 } as const

/** Rounds of search that a problem of this size is given; its parts are given the same. */
export function roundsFor({ units }: CalendarProblem): number {
  return units.length <= FEW.units ? FEW.rounds : FEW.else
}

/**
 * Plans every visit once into a period that its windows leave open, within the team-days of its region, spacing kept: least waiting
 * (urgency times open periods before it), then fewest openings of townships, then even loads, then fewest changes against `kept`.
 * Without such a calendar: the clash. The same problem, seed, older calendar and rounds give the same plan, unless stopped. Regions
 * fare by themselves as they fare together. Format: `shengmian.calendar-plan/1`.
 */
export async function planCalendar(
  problem: CalendarProblem,
  seed: string,
  kept: readonly CalendarVisit[] = [],
  { onProgress, rounds = roundsFor(problem) }: CalendarOptions = {},
): Promise<CalendarAnswer> {
  const highs = await loadSolver()
  const pools = poolsOf(problem, kept)
  const shut = shutOut(problem, pools)
  if (shut !== null) return { kind: 'no-plan', clash: shut }
  let isStopped = false
  const report = async (phase: CalendarProgress['phase'], done: number, objective: CalendarFigures | null): Promise<void> => {
    if ((await onProgress?.({ phase, done, regions: pools.length, objective })) === 'stop') isStopped = true
  }
  const laid: Laid[] = []
  const clashes: CalendarClash[] = []
  for (const [n, pool] of pools.entries()) {
    const answer = layPool(problem, pool, seed, highs, rounds)
    if ('items' in answer) clashes.push(answer)
    else laid.push(answer)
    await report('waiting', n + 1, null)
  }
  if (clashes.length > 0) return { kind: 'no-plan', clash: joinClashes(clashes) }
  const solved: Solved[] = []
  const figures = laid.map(({ board }): CalendarFigures => ({ ...board.figures }))
  for (const [n, one] of laid.entries()) {
    const own = finishPool(one, highs, isStopped ? 0 : rounds)
    solved.push(own)
    figures[n] = own.objective
    if (!isStopped) await report('openings', n + 1, sumFigures(figures))
  }
  return { kind: 'plan', plan: writeCalendar(problem, seed, kept, solved) }
}
