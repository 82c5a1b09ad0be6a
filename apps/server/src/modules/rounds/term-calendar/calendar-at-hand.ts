// The newest calendar of a term beside the ground as it is now: what it breaks by now, and its figures restated.
import { Problem as Refusal, type checkVisitMoves, type ReplyOf } from '@shengmian/contract'
import { hashProblem, restateCalendar, type CalendarPlan, type CalendarProblem } from '@shengmian/dispatch'
import { verifyCalendar } from '@shengmian/dispatch/verify'
import type { Transaction } from '../../../platform/transaction.ts'
import { findTermPlan, type TermRow } from '../terms/term-store.ts'
import type { CalendarGround } from './calendar-ground.ts'
import { checkedCalendar, gatherCalendar } from './gather-calendar.ts'
import { findCalendarVersion, type CalendarVersionRow } from './version-store.ts'

type Figures = ReplyOf<typeof checkVisitMoves>['before']

export interface Breach {
  readonly rule: string
  /** Ids of units and periods, or place codes. */
  readonly subject: string
  readonly zh: string
  readonly en: string
}

export interface CalendarAtHand {
  readonly plan: TermRow
  readonly ground: CalendarGround
  readonly isSet: boolean
  readonly problem: CalendarProblem
  readonly row: CalendarVersionRow
  readonly calendar: CalendarPlan
  readonly isStale: boolean
}

/** What follows from rules already broken, or from the other hash of a problem that has changed. */
const FIGURES = new Set(['problem', 'objective', 'bound', 'certified', 'years'])

/** The newest version with the problem of now; refused where there is none yet. */
export async function calendarAtHand(tx: Transaction, id: string, now: Date): Promise<CalendarAtHand> {
  const plan = await findTermPlan(tx, id)
  const row = await findCalendarVersion(tx, id)
  if (row === null) throw new Refusal('wrong-state', { zh: '还没有排期', en: 'there is no calendar yet' })
  const { ground, isSet } = await gatherCalendar(tx, plan, now)
  const problem = checkedCalendar(ground)
  return {
    plan,
    ground,
    isSet,
    problem,
    row,
    calendar: JSON.parse(row.calendar) as CalendarPlan,
    isStale: hashProblem(problem) !== row.problem_hash,
  }
}

/** Rules that a calendar breaks, each with its fact. */
export function breachesOf(problem: CalendarProblem, calendar: CalendarPlan): readonly Breach[] {
  return verifyCalendar(problem, calendar)
    .breaches.filter(({ rule }) => !FIGURES.has(rule))
    .map(({ rule, subject, fact }) => ({ rule, subject, ...fact }))
}

/** What a change breaks that was not broken before: a calendar that is out of date is mended step by step. */
export function newBreaches(
  { problem, calendar }: Pick<CalendarAtHand, 'problem' | 'calendar'>,
  after: { readonly problem: CalendarProblem; readonly calendar: CalendarPlan },
): readonly Breach[] {
  const known = new Set(breachesOf(problem, restateCalendar(problem, calendar)).map(keyOf))
  return breachesOf(after.problem, after.calendar).filter((breach) => !known.has(keyOf(breach)))
}

const keyOf = ({ rule, subject, zh }: Breach): string => `${rule} ${subject} ${zh}`

export function refuseBreaches(breaches: readonly Breach[]): never {
  const [first] = breaches
  throw new Refusal('unfit', {
    ...(first === undefined ? {} : { zh: first.zh, en: first.en }),
    errors: breaches.slice(0, 50).map(({ rule, zh, en }) => ({ at: rule, zh, en })),
  })
}

export function figuresOf({ objective, bound }: CalendarPlan): Figures {
  return (['waiting', 'openings', 'imbalance', 'changes'] as const).map((figure) => ({
    figure,
    value: objective[figure],
    bound: bound[figure],
  }))
}
