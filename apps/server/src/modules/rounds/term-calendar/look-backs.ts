// Which units are looked back at (回头看), and from when on. Pure: the same ground gives the same units, and nobody picks among them.
import { createHash } from 'node:crypto'
import { pinOf, regionOf, spanOf, type CalendarGround, type CalendarUnit, type Span } from './calendar-ground.ts'
import { divide } from './divide.ts'

/** Digits of a township's code. */
const TOWNSHIP = 9

export interface LookBackWish {
  /** Periods after the first visit at the earliest, and at the latest; `null` = until the end of the term. */
  readonly after: number
  readonly within: number | null
  /** The period in which it has been; `null` = still to come. */
  readonly inspected: string | null
  /** The period that the office pinned it to, unless that is over or gone. */
  readonly pinned: string | null
  /** What was the latest is over. */
  readonly isLate: boolean
  readonly isNamed: boolean
}

/**
 * The share of the classes is spread over the townships by the units that they have there, and drawn in each by the ids of the units: whoever
 * comes or goes moves nobody else up or down in the order of his township. A unit seen so late
 * that no period is left for a second visit is not drawn; one that the office names stays, and the solver says what stands in its way.
 * One whose latest period is over is late and stays too: so many periods count anew from now.
 */
export function lookBacksOf(
  { settings: { lookBack: rule }, units, againInspections, wishes: wished }: CalendarGround,
  { periods, past }: Span,
  pins: ReadonlyMap<string, { readonly period: string; readonly why: 'inspected' | 'office' } | null>,
): ReadonlyMap<string, LookBackWish> {
  if (rule === null) return new Map()
  const order = new Map(periods.map(({ id }, k) => [id, k]))
  // where the office pins a unit decides nothing here: else a pin would send another unit into the draw
  const seenAt = ({ id }: CalendarUnit): number | null => {
    const pin = pins.get(id)
    return pin?.why === 'inspected' ? (order.get(pin.period) ?? null) : null
  }
  const wishOf = (unit: CalendarUnit, isNamed: boolean): LookBackWish => {
    const { after, within } = rule
    const seen = seenAt(unit)
    const isLate = within !== null && seen !== null && seen + within < past
    const pin = wished.get(unit.id)?.again ?? ''
    return {
      after,
      // the period that is under way is the first of them
      within: isLate ? past - seen + within - 1 : within,
      inspected: null,
      pinned: (order.get(pin) ?? -1) >= past ? pin : null,
      isLate,
      isNamed,
    }
  }
  const wishes = new Map<string, LookBackWish>()
  const named = new Set(rule.units)
  for (const unit of units) {
    const day = againInspections.get(unit.id)?.day ?? ''
    const been = periods.findIndex(({ start, end }) => start <= day && day <= end)
    const since = been - (seenAt(unit) ?? been)
    const [isNamed, inspected] = [named.has(unit.id), periods[been]?.id ?? null]
    if (since > 0)
      wishes.set(unit.id, {
        after: Math.min(rule.after, since),
        within: rule.within === null ? null : Math.max(rule.within, since),
        inspected,
        pinned: null,
        isLate: false,
        isNamed,
      })
    else if (isNamed) wishes.set(unit.id, wishOf(unit, true))
  }
  const classes = new Set<string>(rule.classes)
  const eligible = units.filter(
    (unit) => classes.has(unit.class ?? 'unknown') && (seenAt(unit) ?? past) + rule.after < periods.length,
  )
  // townships whose remainders are alike take what is left over in an order of lots too, and not by their codes
  const towns = byLot([...Map.groupBy(eligible, (unit) => regionOf(unit).slice(0, TOWNSHIP))], ([town]) => town)
  const all = Math.ceil((eligible.length * rule.share) / 100)
  const parts = divide(
    all,
    towns.map(([, own]) => own.length),
  )
  for (const [n, [, own]] of towns.entries())
    for (const unit of byLot(own, ({ id }) => id).slice(0, parts[n] ?? 0))
      if (!wishes.has(unit.id)) wishes.set(unit.id, wishOf(unit, false))
  return wishes
}

function byLot<T>(list: readonly T[], nameOf: (one: T) => string): readonly T[] {
  return list
    .map((one) => ({ one, lot: createHash('sha256').update(nameOf(one)).digest('hex') }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ one }) => one)
}

/** Units that are looked back at. */
export function againsOf(ground: CalendarGround): ReadonlyMap<string, LookBackWish> {
  const span = spanOf(ground)
  return lookBacksOf(ground, span, new Map(ground.units.map(({ id }) => [id, pinOf(ground, id, span)])))
}
