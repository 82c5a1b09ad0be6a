// The least that one township's visits pay at the prices in the file: every set of periods, one after the other.
import type { Provable } from './provable.ts'

/** What a visit pays in a period. */
type Pay = (visit: Provable, k: number) => number

interface Lot {
  /** By period: what these visits pay there together. */
  readonly pays: readonly number[]
  /** A second list for look-backs of these very visits, so many periods later. */
  readonly again: readonly number[] | null
  readonly after: number
}

interface Terms {
  readonly past: number
  readonly periods: number
  readonly spacing: number
  readonly opening: number
  readonly pay: Pay
}

/** `visits` of one township, all that is to come and all that is past; −∞ where too many sets would have to be tried. */
export function cheapestOpening(visits: readonly Provable[], terms: Terms): number {
  const { past, periods, spacing, opening } = terms
  const over = visits.filter(({ allowed }) => (allowed[0] ?? 0) < past)
  const lots = lotsOf(
    visits.filter((visit) => !over.includes(visit)),
    terms,
  )
  if (lots.length === 0) return 0
  const isShut = (k: number): boolean => over.some(({ allowed }) => k - (allowed[0] ?? 0) < spacing)
  const open = Array.from({ length: periods - past }, (_, n) => past + n).filter((k) => !isShut(k))
  // what each lot pays at least when it may use any period from here on
  const rest = Array.from({ length: periods + spacing + 1 }, (_, from) =>
    lots.map((lot) =>
      leastOf(
        lot,
        open.filter((k) => k >= from),
      ),
    ),
  )
  let [least, tried] = [Infinity, 0]
  const walk = (from: number, used: readonly number[], pays: readonly number[]): void => {
    if (++tried > 1_000_000) return
    least = Math.min(
      least,
      pays.reduce((sum, own) => sum + own, used.length * opening),
    )
    const hope = lots.reduce(
      (sum, lot, n) => {
        const mixed = lot.again === null ? Infinity : leastOf({ ...lot, again: null }, used) + leastIn(lot.again, from)
        return sum + Math.min(pays[n] ?? Infinity, rest[Math.min(from, periods)]?.[n] ?? Infinity, mixed)
      },
      (used.length + 1) * opening,
    )
    if (hope >= least) return
    for (const k of open) {
      if (k < from) continue
      const now = [...used, k]
      walk(
        k + spacing,
        now,
        lots.map((lot, n) => Math.min(pays[n] ?? Infinity, leastWith(lot, now))),
      )
    }
  }
  walk(
    past,
    [],
    lots.map(() => Infinity),
  )
  return tried > 1_000_000 || least === Infinity ? -Infinity : least
}

function lotsOf(visits: readonly Provable[], { periods, past, pay }: Terms): readonly Lot[] {
  const listOf = (visit: Provable): number[] =>
    Array.from({ length: periods }, (_, k) => (k >= past && visit.allowed.includes(k) ? pay(visit, k) : Infinity))
  const agains = new Map(visits.filter(({ kind }) => kind === 'look-back').map((visit) => [visit.unit, visit]))
  const firsts = new Set(visits.filter(({ kind }) => kind === 'first').map(({ unit }) => unit))
  const single = visits.flatMap((visit): Lot[] => {
    if (visit.kind === 'look-back') return firsts.has(visit.unit) ? [] : [{ pays: listOf(visit), again: null, after: 0 }]
    const again = agains.get(visit.unit)
    return [{ pays: listOf(visit), again: again === undefined ? null : listOf(again), after: visit.unit.lookBack?.after ?? 0 }]
  })
  const alike = Map.groupBy(single, ({ pays, again, after }) => `${pays.join()} ${again?.join() ?? ''} ${after}`)
  return [...alike.values()].flatMap((own): Lot[] => {
    const [one] = own
    if (one === undefined) return []
    const times = (list: readonly number[]): number[] => list.map((value) => value * own.length)
    return [{ pays: times(one.pays), again: one.again === null ? null : times(one.again), after: one.after }]
  })
}

function leastIn(pays: readonly number[], from: number): number {
  return pays.reduce((low, value, k) => (k >= from ? Math.min(low, value) : low), Infinity)
}

function leastOf({ pays, again, after }: Lot, periods: readonly number[]): number {
  let least = Infinity
  for (const k of periods) {
    const own = pays[k] ?? Infinity
    if (again === null) least = Math.min(least, own)
    else for (const s of periods) if (s >= k + after) least = Math.min(least, own + (again[s] ?? Infinity))
  }
  return least
}

/** Of the ways that use the last of these periods. */
function leastWith({ pays, again, after }: Lot, used: readonly number[]): number {
  const last = used.at(-1) ?? 0
  if (again === null) return pays[last] ?? Infinity
  const second = again[last] ?? Infinity
  return used.reduce((low, k) => (k + after <= last ? Math.min(low, (pays[k] ?? Infinity) + second) : low), Infinity)
}
