// The calendar as a page shows it: townships in rows, periods in columns, windows, days, coverage, and whether it still holds.
import { Problem as Refusal, type QueryOf, type readTermCalendar, type ReplyOf } from '@shengmian/contract'
import { hashProblem, type CalendarPlan } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { rolesAt } from '../policy.ts'
import { placeNames, type NamePlace } from '../round/round-names.ts'
import { findTermPlan } from '../terms/term-store.ts'
import { buildCalendar } from './build-calendar.ts'
import type { CalendarGround } from './calendar-ground.ts'
import { breachesOf, figuresOf, type Breach } from './calendar-at-hand.ts'
import { gatherCalendar } from './gather-calendar.ts'
import { placeUnits, type Placed } from './place-units.ts'
import { viewNewestProposal } from './plan-calendar.ts'
import { periodsView, suppliesView } from './periods-view.ts'
import { undoableVersion } from './undo-calendar.ts'
import { calendarMarks, findCalendarVersion } from './version-store.ts'
import { windowsOfRows } from './window-view.ts'
import { yearsView } from './years-view.ts'

type View = ReplyOf<typeof readTermCalendar>
const SHOWN = 50

/** The newest calendar of a term, or the empty frame in which it will be. */
export async function viewTermCalendar(
  tx: Transaction,
  id: string,
  query: QueryOf<typeof readTermCalendar>,
  now: Date,
): Promise<View> {
  const plan = await findTermPlan(tx, id)
  // read before the version: a job that ends in between is then still seen at work, and the page asks again
  const proposal = await viewNewestProposal(tx, id)
  const { ground, isSet } = await gatherCalendar(tx, plan, now)
  const problem = buildCalendar(ground)
  const row = await findCalendarVersion(tx, id)
  const calendar = row === null ? null : (JSON.parse(row.calendar) as CalendarPlan)
  const isStale = row !== null && hashProblem(problem) !== row.problem_hash
  const breaches = calendar !== null && isStale ? breachesOf(problem, calendar) : []
  const digits = rowDigits(ground, query.within ?? null)
  const placed = placeUnits(ground, problem, calendar, digits)
  const shown = query.within === undefined ? placed : placed.filter((unit) => unit.row.startsWith(query.within ?? ''))
  const rows = [...Map.groupBy(shown, (unit) => unit.row)].toSorted(([one], [other]) => (one < other ? -1 : 1))
  const name = await placeNames(tx, [wireCode(plan.authority), ...rows.map(([code]) => code), query.within ?? null])
  const office = (await rolesAt(tx, plan.authority)).includes('office')
  const undo = undoableVersion(await calendarMarks(tx, id))
  return {
    plan: plan.id,
    title: plan.title,
    authority: name(wireCode(plan.authority)),
    firstYear: plan.first_year,
    lastYear: plan.last_year,
    settings: ground.settings,
    isSet,
    periods: periodsView(problem, placed, ground.settings),
    counties: [...ground.counties.keys()].toSorted().map((code) => ({ code, name: ground.counties.get(code) ?? code })),
    supplies: suppliesView(ground, problem, placed),
    within: query.within === undefined ? null : name(query.within),
    rows: rows.map(([code, units]) => ({
      place: rowName(name, code),
      isCounty: digits === 6,
      due: units.length,
      placed: units.filter(({ period }) => period !== null).length,
      inspected: units.filter(({ pin }) => pin === 'inspected').length,
    })),
    cells: cellsView(shown, breaches),
    windows: windowsOfRows(
      ground,
      problem.periods,
      rows.map(([code]) => code),
    ),
    coverage: (['county', 'township', 'village', 'other'] as const)
      .filter((level) => ground.settings.levels.includes(level))
      .map((level) => {
        const own = placed.filter((unit) => unit.level === level)
        return {
          level,
          due: own.length,
          placed: own.filter(({ period }) => period !== null).length,
          inspected: own.filter(({ pin }) => pin === 'inspected').length,
        }
      }),
    lookBacks: lookBacksView(placed, ground.settings),
    missing: missingView(placed),
    years: await yearsView(tx, plan.id, { ground, placed }),
    version:
      row === null || calendar === null
        ? null
        : {
            version: row.version,
            origin: row.origin as 'computed' | 'by-hand' | 'undo',
            by: row.by_name,
            at: row.at.toISOString(),
            reason: row.reason,
            figures: figuresOf(calendar),
          },
    isStale,
    breaches: breaches.slice(0, SHOWN).map(({ zh, en }) => ({ zh, en })),
    proposal,
    mayChange: office,
    canUndo: office ? undo : null,
  }
}

/** Rows are townships, or counties where there are several and none is chosen. */
function rowDigits({ authority, units }: CalendarGround, within: string | null): 6 | 9 {
  if (within !== null && within.length < 6)
    throw new Refusal('unfit', { zh: '只能按县或乡镇查看', en: 'ask for a county or a township' })
  if (within !== null || authority.code.length >= 6) return 9
  return new Set(units.map(({ county }) => county)).size > 1 ? 6 : 9
}

/** A county's own bodies stand in a row of the county itself: 421003000 is no township. */
function rowName(name: NamePlace, code: string): { code: string; name: string } {
  if (code.length === 9 && code.endsWith('000')) return { code, name: `${name(code.slice(0, 6)).name}直属` }
  return name(code)
}

function cellsView(placed: readonly Placed[], breaches: readonly Breach[]): View['cells'] {
  const byUnit = Map.groupBy(breaches, ({ subject }) => subject)
  const at = (row: string, period: string | null): readonly string[] => (period === null ? [] : [`${row} ${period}`])
  const byCell = Map.groupBy(placed, ({ row, period }) => `${row} ${period ?? ''}`)
  const againByCell = Map.groupBy(placed, ({ row, again }) => `${row} ${again?.period ?? ''}`)
  const keys = new Set(placed.flatMap(({ row, period, again }) => [...at(row, period), ...at(row, again?.period ?? null)]))
  return [...keys].map((key) => {
    const [place = '', period = ''] = key.split(' ')
    const units = byCell.get(key) ?? []
    const agains = againByCell.get(key) ?? []
    return {
      place,
      period,
      units: units.length,
      inspected: units.filter(({ pin }) => pin === 'inspected').length,
      pinned: units.filter(({ pin }) => pin === 'office').length + agains.filter(({ again }) => again?.isPinned === true).length,
      lookBacks: agains.length,
      broken: [...new Set([...units, ...agains])]
        .flatMap((unit) => byUnit.get(`${unit.id} ${period}`) ?? [])
        .slice(0, SHOWN)
        .map(({ zh, en }) => ({ zh, en })),
    }
  })
}

function lookBacksView(placed: readonly Placed[], { lookBack }: View['settings']): View['lookBacks'] {
  if (lookBack === null) return null
  const asked = placed.flatMap(({ again }) => (again === null ? [] : [again]))
  return {
    due: asked.length,
    placed: asked.filter(({ period }) => period !== null).length,
    inspected: asked.filter(({ isInspected }) => isInspected).length,
    late: asked.filter(({ isLate }) => isLate).length,
  }
}

function missingView(placed: readonly Placed[]): View['missing'] {
  const missing = placed.filter(({ period }) => period === null)
  return { total: missing.length, names: missing.slice(0, SHOWN).map(({ name }) => name) }
}
