import {
  Problem as Refusal,
  type BodyOf,
  type checkVisitMoves,
  type moveVisits as endpoint,
  type ReplyOf,
} from '@shengmian/contract'
import { hashProblem, restateCalendar, type CalendarPlan, type CalendarProblem } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { buildCalendar } from './build-calendar.ts'
import { pinOf, spanOf, type CalendarGround } from './calendar-ground.ts'
import { calendarAtHand, figuresOf, newBreaches, refuseBreaches, type Breach, type CalendarAtHand } from './calendar-at-hand.ts'
import { keepPins } from './keep-wishes.ts'
import { demandIdle } from './plan-calendar.ts'
import { addCalendarVersion } from './version-store.ts'

type Asked = BodyOf<typeof endpoint>

/** One unit that a version moved or pinned: enough to take it back. */
export interface Change {
  readonly unit: string
  /** `null` = it lay in no period, or is pinned to none. */
  readonly from: string | null
  readonly to: string
  readonly pinBefore: string | null
  readonly pinAfter: string | null
}

interface Moved {
  readonly problem: CalendarProblem
  readonly calendar: CalendarPlan
  readonly changes: readonly Change[]
  readonly breaches: readonly Breach[]
}

/** Whether these moves can be, with the figures before and after; nothing is kept. */
export async function checkMoves(
  tx: Transaction,
  id: string,
  asked: BodyOf<typeof checkVisitMoves>,
  at: Date,
): Promise<ReplyOf<typeof checkVisitMoves>> {
  const hand = await calendarAtHand(tx, id, at)
  demandVersion(hand, asked.version)
  const { calendar, breaches } = tryMoves(hand, asked)
  return {
    breaches: breaches.slice(0, 50).map(({ zh, en }) => ({ zh, en })),
    before: figuresOf(restateCalendar(hand.problem, hand.calendar)),
    after: figuresOf(calendar),
  }
}

/** Moves units to other periods and pins them there, or lets them go; a new version, refused with the fact where a rule would break. */
export async function moveVisits(
  tx: Transaction,
  id: string,
  asked: Asked,
  { by, at }: { readonly by: { readonly id: string; readonly name: string }; readonly at: Date },
): Promise<number> {
  const hand = await calendarAtHand(tx, id, at)
  await demandRole(tx, hand.plan.authority, ['office'])
  await demandIdle(tx, id)
  demandVersion(hand, asked.version)
  const { problem, calendar, changes, breaches } = tryMoves(hand, asked)
  if (breaches.length > 0) refuseBreaches(breaches)
  await keepPins(tx, hand, new Map(changes.map(({ unit, pinAfter }) => [unit, pinAfter])), { by, at })
  return addCalendarVersion(tx, {
    authority: hand.plan.authority,
    plan: id,
    origin: 'by-hand',
    problem_hash: hashProblem(problem),
    problem: JSON.stringify(problem),
    calendar: JSON.stringify(calendar),
    changes: JSON.stringify(changes),
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

export function demandVersion({ row }: CalendarAtHand, version: number): void {
  if (row.version !== version) throw new Refusal('changed-meanwhile')
}

function tryMoves({ ground, problem, calendar }: CalendarAtHand, { moves, pin }: Asked): Moved {
  const known = new Map(ground.units.map((unit) => [unit.id, unit]))
  const span = spanOf(ground)
  const errors = moves.flatMap(({ unit, period }, k) => [
    ...(known.has(unit)
      ? []
      : [{ at: `moves[${k}].unit`, zh: `应巡察单位中没有${unit}`, en: `no unit that is due has the id ${unit}` }]),
    ...(span.periods.some(({ id }) => id === period)
      ? []
      : [{ at: `moves[${k}].period`, zh: `没有时段${period}`, en: `there is no period ${period}` }]),
    ...(pinOf(ground, unit, span)?.why === 'inspected'
      ? [
          {
            at: `moves[${k}].unit`,
            zh: `${known.get(unit)?.name ?? unit}已巡察，不再改动`,
            en: `${known.get(unit)?.name ?? unit} has been inspected and stays`,
          },
        ]
      : []),
  ])
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const to = new Map(moves.map(({ unit, period }) => [unit, period]))
  const from = new Map(calendar.visits.flatMap(({ unit, kind, period }) => (kind === 'first' ? [[unit, period]] : [])))
  const changes = [...to].map(([unit, period]): Change => ({
    unit,
    from: from.get(unit) ?? null,
    to: period,
    pinBefore: ground.wishes.get(unit)?.period ?? null,
    pinAfter: pin ? period : null,
  }))
  const after = buildCalendar(withPins(ground, new Map(changes.map(({ unit, pinAfter }) => [unit, pinAfter]))))
  const visits = [
    ...calendar.visits.map((visit) => ({
      ...visit,
      period: (visit.kind === 'first' ? to.get(visit.unit) : null) ?? visit.period,
    })),
    ...[...to].flatMap(([unit, period]) => (from.has(unit) ? [] : [{ unit, kind: 'first' as const, period }])),
  ]
  // changes count against the calendar before this one
  const restated = restateCalendar(after, { ...calendar, kept: calendar.visits }, visits)
  return {
    problem: after,
    calendar: restated,
    changes,
    breaches: newBreaches({ problem, calendar }, { problem: after, calendar: restated }),
  }
}

/** The ground with these pins of the office instead; `null` = none. */
export function withPins(ground: CalendarGround, pins: ReadonlyMap<string, string | null>): CalendarGround {
  const wishes = new Map(ground.wishes)
  for (const [unit, period] of pins) wishes.set(unit, { urgency: wishes.get(unit)?.urgency ?? null, period })
  return { ...ground, wishes }
}
