import { Problem as Refusal } from '@shengmian/contract'
import { hashProblem, restateCalendar, type CalendarPlan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { buildCalendar } from './build-calendar.ts'
import { calendarAtHand, newBreaches, refuseBreaches } from './calendar-at-hand.ts'
import { keepPins, withPins } from './keep-wishes.ts'
import { demandVersion, type Change } from './move-visits.ts'
import { demandIdle } from './plan-calendar.ts'
import { addCalendarVersion, calendarMarks, findCalendarVersion } from './version-store.ts'

interface Mark {
  readonly version: number
  readonly origin: string
  readonly undoes: number | null
}

/** The newest version that was not taken back yet; the first of all stays. `marks` newest first. */
export function undoableVersion(marks: readonly Mark[]): number | null {
  const undone = new Set<number>()
  for (const { version, origin, undoes } of marks) {
    if (origin === 'undo') undone.add(undoes ?? 0)
    else if (!undone.has(version)) return version > 1 ? version : null
  }
  return null
}

/** Takes the newest version back: a new version with the visits before it and the pins that it set taken back, checked as things are now. */
export async function undoCalendar(
  tx: Transaction,
  id: string,
  {
    version,
    by,
    at,
  }: { readonly version: number; readonly by: { readonly id: string; readonly name: string }; readonly at: Date },
): Promise<number> {
  const hand = await calendarAtHand(tx, id, at)
  await demandRole(tx, hand.plan.authority, ['office'])
  await demandIdle(tx, id)
  demandVersion(hand, version)
  const undoes = undoableVersion(await calendarMarks(tx, id))
  const undone = undoes === null ? null : await findCalendarVersion(tx, id, undoes)
  const before = undone === null ? null : await findCalendarVersion(tx, id, undone.version - 1)
  if (undone === null || before === null)
    throw new Refusal('wrong-state', { zh: '没有可撤销的改动', en: 'there is nothing to take back' })
  const changes = undone.changes as unknown as readonly Change[]
  const pins = changes.map(({ unit, kind = 'first', pinBefore }) => ({ unit, kind, period: pinBefore }))
  const problem = buildCalendar(withPins(hand.ground, pins))
  const calendar = restateCalendar(problem, JSON.parse(before.calendar) as CalendarPlan)
  const breaches = newBreaches(hand, { problem, calendar })
  if (breaches.length > 0) refuseBreaches(breaches)
  await keepPins(tx, hand, pins, { by, at })
  // the file of old still answers the present problem: it comes back with its proofs
  const hash = hashProblem(problem)
  return addCalendarVersion(tx, {
    authority: hand.plan.authority,
    plan: id,
    origin: 'undo',
    problem_hash: hash,
    problem: JSON.stringify(problem),
    calendar: hash === before.problem_hash ? before.calendar : JSON.stringify(calendar),
    changes: '[]',
    undoes,
    by_account: by.id,
    by_name: by.name,
    at,
  })
}
