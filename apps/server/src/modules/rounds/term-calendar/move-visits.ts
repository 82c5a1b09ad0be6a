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
import { pinOf, spanOf } from './calendar-ground.ts'
import { calendarAtHand, figuresOf, newBreaches, refuseBreaches, type Breach, type CalendarAtHand } from './calendar-at-hand.ts'
import { keepPins, withPins, type Pin } from './keep-wishes.ts'
import { againsOf } from './look-backs.ts'
import { demandIdle } from './plan-calendar.ts'
import { addCalendarVersion } from './version-store.ts'

type Asked = BodyOf<typeof checkVisitMoves>
type Move = Asked['moves'][number]

/** One visit that a version moved or pinned: enough to take it back. */
export interface Change {
  readonly unit: string
  /** Older versions moved first visits alone and do not say so. */
  readonly kind?: 'first' | 'look-back'
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
export async function checkMoves(tx: Transaction, id: string, asked: Asked, at: Date): Promise<ReplyOf<typeof checkVisitMoves>> {
  const hand = await calendarAtHand(tx, id, at)
  demandVersion(hand, asked.version)
  const { calendar, breaches } = tryMoves(hand, asked)
  return {
    breaches: breaches.slice(0, 50).map(({ zh, en }) => ({ zh, en })),
    before: figuresOf(restateCalendar(hand.problem, hand.calendar)),
    after: figuresOf(calendar),
  }
}

/** Moves visits to other periods and pins them there, or lets them go; a new version, refused with the fact where a rule would break. */
export async function moveVisits(
  tx: Transaction,
  id: string,
  { reason, ...asked }: BodyOf<typeof endpoint>,
  { by, at }: { readonly by: { readonly id: string; readonly name: string }; readonly at: Date },
): Promise<number> {
  const hand = await calendarAtHand(tx, id, at)
  await demandRole(tx, hand.plan.authority, ['office'])
  await demandIdle(tx, id)
  demandVersion(hand, asked.version)
  const { problem, calendar, changes, breaches } = tryMoves(hand, asked)
  if (breaches.length > 0) refuseBreaches(breaches)
  await keepPins(tx, hand, pinsOf(changes), { by, at })
  return addCalendarVersion(tx, {
    authority: hand.plan.authority,
    plan: id,
    origin: 'by-hand',
    problem_hash: hashProblem(problem),
    problem: JSON.stringify(problem),
    calendar: JSON.stringify(calendar),
    changes: JSON.stringify(changes),
    reason: reason?.trim() ?? null,
    by_account: by.id,
    by_name: by.name,
    at,
  })
}

export function demandVersion({ row }: CalendarAtHand, version: number): void {
  if (row.version !== version) throw new Refusal('changed-meanwhile')
}

function tryMoves(hand: CalendarAtHand, { moves, pin }: Asked): Moved {
  const { ground, problem, calendar } = hand
  refuseUnmovable(hand, moves)
  const to = new Map(moves.map((move) => [keyOf(move), move]))
  const from = new Map(calendar.visits.map((visit) => [keyOf(visit), visit.period]))
  const changes = [...to].map(([key, { unit, kind = 'first', period }]) => {
    const wish = ground.wishes.get(unit)
    return {
      unit,
      kind,
      from: from.get(key) ?? null,
      to: period,
      pinBefore: (kind === 'first' ? wish?.period : wish?.again) ?? null,
      pinAfter: pin ? period : null,
    }
  })
  const after = buildCalendar(withPins(ground, pinsOf(changes)))
  const visits = [
    ...calendar.visits.map((visit) => ({ ...visit, period: to.get(keyOf(visit))?.period ?? visit.period })),
    ...[...to].flatMap(([key, { unit, kind = 'first' as const, period }]) => (from.has(key) ? [] : [{ unit, kind, period }])),
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

const keyOf = ({ unit, kind = 'first' }: Pick<Move, 'unit' | 'kind'>): string => `${kind} ${unit}`

function pinsOf(changes: readonly Change[]): readonly Pin[] {
  return changes.map(({ unit, kind = 'first', pinAfter }) => ({ unit, kind, period: pinAfter }))
}

/** Units and periods that there are not, visits that have been, and look-backs that nobody asked for. */
function refuseUnmovable({ ground }: CalendarAtHand, moves: readonly Move[]): void {
  const known = new Map(ground.units.map((unit) => [unit.id, unit]))
  const span = spanOf(ground)
  const agains = againsOf(ground)
  const errors = moves.flatMap(({ unit, kind, period }, k) => {
    const at = `moves[${k}].unit`
    const name = known.get(unit)?.name
    const again = agains.get(unit)
    if (name === undefined) return [{ at, zh: `应巡察单位中没有${unit}`, en: `no unit that is due has the id ${unit}` }]
    if (!span.periods.some(({ id }) => id === period))
      return [{ at: `moves[${k}].period`, zh: `没有时段${period}`, en: `there is no period ${period}` }]
    if (kind !== 'look-back')
      return pinOf(ground, unit, span)?.why === 'inspected'
        ? [{ at, zh: `${name}已巡察，不再改动`, en: `${name} has been inspected and stays` }]
        : []
    if (again === undefined) return [{ at, zh: `${name}没有列入回头看`, en: `no look-back is asked for at ${name}` }]
    return again.inspected === null
      ? []
      : [{ at, zh: `${name}已回头看，不再改动`, en: `${name} has been looked back at and stays` }]
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
}
