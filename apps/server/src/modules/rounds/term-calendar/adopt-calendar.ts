import { Problem as Refusal, type adoptCalendar as endpoint, type BodyOf, type ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { replaceTermItems, termItems, type TermItemRow, type TermRow } from '../terms/term-store.ts'
import { spanOf } from './calendar-ground.ts'
import { breachesOf, calendarAtHand, refuseBreaches } from './calendar-at-hand.ts'
import { demandVersion } from './move-visits.ts'

type Years = ReplyOf<typeof endpoint>['years']

/**
 * Makes what the calendar puts into these years, visits and look-backs, the plans of the years. Units that the calendar does not plan (of other levels) stay in
 * the plan of the year; key units keep mark, criteria and reason, also where the calendar moves them to another of these years.
 */
export async function adoptCalendar(
  tx: Transaction,
  id: string,
  { version, years }: BodyOf<typeof endpoint>,
  at: Date,
): Promise<ReplyOf<typeof endpoint>> {
  const hand = await calendarAtHand(tx, id, at)
  const { plan, ground, problem, calendar } = hand
  await demandRole(tx, plan.authority, ['office'])
  demandVersion(hand, version)
  if (hand.isStale) {
    const breaches = breachesOf(problem, calendar)
    if (breaches.length > 0) refuseBreaches(breaches)
  }
  const outside = years.filter((year) => year < plan.first_year || year > plan.last_year)
  if (outside.length > 0)
    throw new Refusal('unfit', {
      errors: outside.map((year) => ({ at: 'years', zh: `${year}年不在规划期内`, en: `${year} lies outside the term` })),
    })
  const yearOf = new Map(spanOf(ground).periods.map((period) => [period.id, Number(period.start.slice(0, 4))]))
  const order = new Map(spanOf(ground).periods.map((period, k) => [period.id, k]))
  const units = new Map(ground.units.map((unit) => [unit.id, unit]))
  const items = await termItems(tx, plan.id)
  const known = new Map(items.filter((item) => item.first_visit).map((item) => [item.unit, item]))
  const visits = calendar.visits.toSorted((a, b) => (order.get(a.period) ?? 0) - (order.get(b.period) ?? 0))
  const answer: Years = []
  const taken = { first: new Set<string>(), 'look-back': new Set<string>() }
  for (const year of years.toSorted((a, b) => a - b)) {
    const before = items.filter((item) => item.year === year)
    const others = before.filter((item) => !units.has(item.unit))
    const here = visits.filter(({ unit, period }) => units.has(unit) && yearOf.get(period) === year)
    for (const { unit, kind } of here) taken[kind].add(unit)
    const own = [...Map.groupBy(here, ({ unit }) => unit)].flatMap(([unitId, both]) => {
      const unit = units.get(unitId)
      if (unit === undefined) return []
      const [first_visit, look_back] = [both.some(({ kind }) => kind === 'first'), both.some(({ kind }) => kind === 'look-back')]
      // what makes a unit a key one is said of its visit, not of its look-back
      const { key_unit = false, criteria = null, reason = null } = (first_visit ? known.get(unitId) : null) ?? {}
      return [{ county: unit.county, place: unit.place, unit: unitId, first_visit, look_back, key_unit, criteria, reason }]
    })
    const rows = [...others, ...own].map((row, position) => ({
      ...row,
      authority: plan.authority,
      plan: plan.id,
      year,
      position,
    }))
    await replaceTermItems(tx, plan, year, rows)
    const were = new Set(before.map(({ unit }) => unit))
    const are = new Set(rows.map(({ unit }) => unit))
    answer.push({
      year,
      units: rows.length,
      added: rows.filter(({ unit }) => !were.has(unit)).length,
      removed: before.filter(({ unit }) => !are.has(unit)).length,
    })
  }
  return { years: [...answer, ...(await clearOtherYears(tx, plan, { years, items, taken }))] }
}

/** A visit stands in one year: what these years take leaves the others, but for key units, which may come again. */
async function clearOtherYears(
  tx: Transaction,
  plan: TermRow,
  {
    years,
    items,
    taken,
  }: {
    readonly years: readonly number[]
    readonly items: readonly TermItemRow[]
    readonly taken: Readonly<Record<'first' | 'look-back', ReadonlySet<string>>>
  },
): Promise<Years> {
  const answer: Years = []
  for (const [year, before] of Map.groupBy(items, (item) => item.year)) {
    if (years.includes(year)) continue
    const rows = before.flatMap((item) => {
      const first_visit = item.first_visit && (item.key_unit || !taken.first.has(item.unit))
      const look_back = item.look_back && !taken['look-back'].has(item.unit)
      return first_visit || look_back ? [{ ...item, first_visit, look_back }] : []
    })
    const isSame = rows.every(
      (row, k) =>
        row.first_visit === before[k]?.first_visit && row.look_back === before[k]?.look_back && row.unit === before[k]?.unit,
    )
    if (isSame && rows.length === before.length) continue
    await replaceTermItems(tx, plan, year, rows)
    answer.push({ year, units: rows.length, added: 0, removed: before.length - rows.length })
  }
  return answer
}
