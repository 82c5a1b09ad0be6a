// The calendar from the outside: which unit is visited in which period of the term.
import type { Highs } from 'highs'
import { hashProblem } from '../hash-problem.ts'
import { randomFrom, type Random } from '../solve/anneal/random.ts'
import { loadSolver } from '../solve/exact/highs.ts'
import { imbalanceOf, setUp } from './board.ts'
import { boundPool, type Prices } from './bound-calendar.ts'
import { shutOut, tooFewDays, tooSoonAgain, type CalendarClash } from './clash.ts'
import { findEarliest } from './earliest.ts'
import { improve } from './improve.ts'
import { openFewest } from './open-fewest.ts'
import type { CalendarFigures, CalendarPlan, CalendarVisit } from './plan.ts'
import { poolsOf, type Pool } from './pools.ts'
import type { CalendarProblem } from './problem.ts'

export type CalendarAnswer =
  | { readonly kind: 'plan'; readonly plan: CalendarPlan }
  | { readonly kind: 'no-plan'; readonly clash: CalendarClash }

const ENGINE = 'calendar/1'
const LEVELS = ['waiting', 'openings', 'imbalance', 'changes'] as const
/** Proposals for each visit of a pool. */
const EFFORT = { crowding: 4000, imbalance: 1000, changes: 1000 } as const
/** Searches of openings in turn, each twice as long; in a small problem there is time for more. */
const ROUNDS = { few: 2, many: 1 } as const
const FEW = 2000
const THRESHOLD = { crowding: 1, imbalance: 20, changes: 1 } as const

interface Solved {
  readonly pool: Pool
  readonly at: Int32Array
  readonly prices: Prices
  readonly objective: CalendarFigures
  readonly certified: CalendarFigures
  readonly bound: CalendarFigures
}

/**
 * Plans every visit once into a period that its windows leave open, within the team-days of its region, spacing kept: least waiting
 * (urgency times open periods before it), then fewest openings of townships, then even loads, then fewest changes against `kept`.
 * Without such a calendar: the clash. The same problem, seed and older calendar give the same plan. Format: `shengmian.calendar-plan/1`.
 */
export async function planCalendar(
  problem: CalendarProblem,
  seed: string,
  kept: readonly CalendarVisit[] = [],
): Promise<CalendarAnswer> {
  const highs = await loadSolver()
  const pools = poolsOf(problem, kept)
  const shut = shutOut(problem, pools)
  if (shut !== null) return { kind: 'no-plan', clash: shut }
  const random = randomFrom(seed)
  const solved: Solved[] = []
  const clashes: CalendarClash[] = []
  const rounds = problem.units.length <= FEW ? ROUNDS.few : ROUNDS.many
  for (const pool of pools) {
    const answer = solvePool(problem, pool, { highs, random, rounds })
    if ('items' in answer) clashes.push(answer)
    else solved.push(answer)
  }
  if (clashes.length === 0) return { kind: 'plan', plan: planOf(problem, seed, kept, solved) }
  const clash: CalendarClash = {
    proven: clashes.some(({ proven }) => proven),
    items: clashes.flatMap(({ items }) => items),
    relaxations: clashes.flatMap(({ relaxations }) => relaxations),
  }
  return { kind: 'no-plan', clash }
}

function solvePool(
  problem: CalendarProblem,
  pool: Pool,
  { highs, random, rounds }: { readonly highs: Highs; readonly random: Random; readonly rounds: number },
): Solved | CalendarClash {
  const earliest = findEarliest(pool, highs)
  if (earliest.kind === 'short') return tooFewDays(problem, pool, earliest)
  const board = setUp(pool, earliest.at)
  const { figures } = board
  const proposals = (figure: keyof typeof EFFORT): number => EFFORT[figure] * pool.visits.length
  const { prices } = earliest
  improve(board, random, { figure: 'crowding', bound: 0, proposals: proposals('crowding'), threshold: THRESHOLD.crowding })
  if (figures.crowding > 0) return tooSoonAgain(problem, pool, figures.crowding)
  const certified = boundPool(pool, prices, figures.waiting)
  const proven = openFewest(board, prices, { highs, random, bound: certified.openings, rounds })
  figures.imbalance = imbalanceOf(board)
  for (const figure of ['imbalance', 'changes'] as const) {
    improve(board, random, {
      figure,
      bound: certified[figure],
      proposals: proposals(figure),
      threshold: THRESHOLD[figure],
    })
    figures.imbalance = imbalanceOf(board)
  }
  const { waiting, openings, imbalance, changes } = figures
  return {
    pool,
    at: board.at,
    prices,
    objective: { waiting, openings, imbalance, changes },
    certified,
    bound: { ...certified, waiting: Math.max(certified.waiting, earliest.waiting), openings: proven },
  }
}

function planOf(problem: CalendarProblem, seed: string, kept: readonly CalendarVisit[], solved: readonly Solved[]): CalendarPlan {
  const idOf = (k: number): string => problem.periods[k]?.id ?? ''
  const visits = solved.flatMap(({ pool, at }) =>
    pool.visits.map(({ unit, kind }, v): CalendarVisit => ({ unit: unit.id, kind, period: idOf(at[v] ?? -1) })),
  )
  const sumUp = (of: 'objective' | 'bound' | 'certified'): CalendarFigures => {
    const sum = { waiting: 0, openings: 0, imbalance: 0, changes: 0 }
    for (const one of solved) for (const level of LEVELS) sum[level] += one[of][level]
    return sum
  }
  return {
    format: 'shengmian.calendar-plan/1',
    problem: hashProblem(problem),
    seed,
    engine: ENGINE,
    visits,
    kept: [...kept],
    objective: sumUp('objective'),
    bound: sumUp('bound'),
    certified: sumUp('certified'),
    prices: solved.flatMap(({ pool: { region, purses, past }, prices }) =>
      purses.map(({ of }, purse) => ({ region, of, milli: (prices[purse] ?? []).slice(past) })),
    ),
    years: yearsOf(problem, solved),
  }
}

/** The quota of each year in which something is planned or was done: units visited for the first time, and team-days of all visits. */
function yearsOf(problem: CalendarProblem, solved: readonly Solved[]): CalendarPlan['years'] {
  const years = new Map<number, { year: number; units: number; days: number }>()
  for (const { start } of problem.periods) {
    const year = Number(start.slice(0, 4))
    years.set(year, { year, units: 0, days: 0 })
  }
  for (const { pool, at } of solved)
    pool.visits.forEach(({ kind, workload }, v) => {
      const own = years.get(Number(problem.periods[at[v] ?? -1]?.start.slice(0, 4)))
      if (own === undefined) return
      if (kind === 'first') own.units += 1
      own.days += workload
    })
  return [...years.values()]
}
