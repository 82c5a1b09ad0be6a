import { Problem as Refusal, type adoptCalendar as endpoint, type BodyOf, type ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { replaceTermItems, termItems, type TermItemRow, type TermRow } from '../terms/term-store.ts'
import { spanOf } from './calendar-ground.ts'
import { breachesOf, calendarAtHand, refuseBreaches } from './calendar-at-hand.ts'
import { demandVersion } from './move-visits.ts'

type Years = ReplyOf<typeof endpoint>['years']

/**
 * Makes what the calendar puts into these years the plans of the years. Units that the calendar does not plan (of other levels) stay in
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
  const known = new Map(items.map((item) => [item.unit, item]))
  const visits = calendar.visits
    .filter(({ kind }) => kind === 'first')
    .toSorted((a, b) => (order.get(a.period) ?? 0) - (order.get(b.period) ?? 0))
  const answer: Years = []
  const taken = new Set<string>()
  for (const year of years.toSorted((a, b) => a - b)) {
    const before = items.filter((item) => item.year === year)
    const others = before.filter((item) => !units.has(item.unit))
    const own = visits.flatMap(({ unit: unitId, period }) => {
      const unit = units.get(unitId)
      if (unit === undefined || yearOf.get(period) !== year) return []
      const { key_unit = false, criteria = null, reason = null } = known.get(unitId) ?? {}
      return [{ county: unit.county, place: unit.place, unit: unitId, key_unit, criteria, reason }]
    })
    const rows = [...others, ...own].map((row, position) => ({
      ...row,
      authority: plan.authority,
      plan: plan.id,
      year,
      position,
    }))
    await replaceTermItems(tx, plan, year, rows)
    for (const { unit } of own) taken.add(unit)
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

/** A unit stands in one year: what these years take leaves the others, but for key units, which may come again. */
async function clearOtherYears(
  tx: Transaction,
  plan: TermRow,
  {
    years,
    items,
    taken,
  }: { readonly years: readonly number[]; readonly items: readonly TermItemRow[]; readonly taken: ReadonlySet<string> },
): Promise<Years> {
  const answer: Years = []
  for (const [year, before] of Map.groupBy(items, (item) => item.year)) {
    const rows = before.filter(({ unit, key_unit }) => key_unit || !taken.has(unit))
    if (years.includes(year) || rows.length === before.length) continue
    await replaceTermItems(tx, plan, year, rows)
    answer.push({ year, units: rows.length, added: 0, removed: before.length - rows.length })
  }
  return answer
}
