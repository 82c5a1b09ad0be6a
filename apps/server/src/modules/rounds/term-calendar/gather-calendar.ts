import { Problem as Refusal } from '@shengmian/contract'
import { readCalendarProblem, type CalendarProblem } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { dueUnits } from '../../registry/index.ts'
import { today } from '../days.ts'
import { placeNames } from '../round/round-names.ts'
import type { TermRow } from '../terms/term-store.ts'
import { buildCalendar } from './build-calendar.ts'
import { regionOf, type CalendarGround } from './calendar-ground.ts'
import { blackoutsOf, inspectionsOf, wishesOf, type BlackoutRow } from './calendar-store.ts'
import { wishMap } from './gather-units.ts'
import { readSettings } from './settings.ts'
import type { Blackout } from './window-days.ts'

/** What the engine was measured with; beyond it an office plans county by county. */
const MOST = 40_000

/** Everything that the calendar of a term follows from, as it is now. */
export async function gatherCalendar(
  tx: Transaction,
  plan: TermRow,
  now: Date,
): Promise<{ readonly ground: CalendarGround; readonly isSet: boolean }> {
  const { settings, isSet } = await readSettings(tx, plan)
  const code = wireCode(plan.authority)
  const levels = new Set<string>(settings.levels)
  const units = (await dueUnits(tx, code, MOST + 1)).filter(({ level }) => levels.has(level))
  if (units.length > MOST)
    throw new Refusal('unfit', {
      zh: `超过${MOST}个单位，请分市、县分别排期`,
      en: `more than ${MOST} units: plan them by city or county`,
    })
  const counties = [...new Set(units.map((unit) => regionOf(unit).slice(0, 6)))]
  const name = await placeNames(tx, [code, ...counties])
  const all = await inspectionsOf(tx, plan)
  const firsts = new Set(all.flatMap(({ unit, again }) => (again ? [] : [unit])))
  // whoever was first seen in an earlier term has only its look-back in this one: there it stands for the visit
  const inspections = all.filter(({ unit, again }) => !again || !firsts.has(unit))
  const agains = all.filter(({ unit, again }) => again && firsts.has(unit))
  return {
    isSet,
    ground: {
      title: plan.title,
      authority: name(code),
      firstYear: plan.first_year,
      lastYear: plan.last_year,
      today: today({ now: () => now }),
      settings,
      units,
      counties: new Map(counties.map((county) => [county, name(county).name])),
      blackouts: (await blackoutsOf(tx, plan.authority)).map(blackoutOf),
      wishes: wishMap(await wishesOf(tx, plan)),
      inspections: new Map(inspections.map(({ unit, round, title, day }) => [unit, { round, title, day }])),
      againInspections: new Map(agains.map(({ unit, day }) => [unit, { day }])),
    },
  }
}

function blackoutOf(row: BlackoutRow): Blackout {
  return {
    id: row.id,
    place: row.place,
    kind: row.kind as Blackout['kind'],
    from: row.from_day,
    to: row.to_day,
    yearly: row.yearly,
    reason: row.reason,
    source: row.source,
  }
}

/** The problem of the ground, read once by the engine's own reader: what the command line would refuse is refused here. */
export function checkedCalendar(ground: CalendarGround): CalendarProblem {
  if (ground.units.length === 0)
    throw new Refusal('unfit', { zh: '所选层级没有应巡察的单位', en: 'the chosen levels have no unit that is due' })
  const problem = buildCalendar(ground)
  const read = readCalendarProblem(problem)
  if (read.kind === 'refused')
    throw new Refusal('unfit', { errors: read.issues.slice(0, 50).map(({ path, zh, en }) => ({ at: path, zh, en })) })
  return problem
}
