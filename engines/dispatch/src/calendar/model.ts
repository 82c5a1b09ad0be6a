// A pool as an integer program: visits that are alike are one integer column a period; days, look-backs, waiting.
import { addColumn, addRow, addTerm, emptyLp, emptySum, type Lp, type Sum } from '../solve/exact/lp.ts'
import type { Pool, Visit } from './pools.ts'

interface Alike {
  readonly visits: number[]
  /** One a period of `open`. */
  readonly columns: readonly number[]
  readonly open: readonly number[]
}

export interface Model {
  readonly lp: Lp
  readonly waiting: Sum
  readonly added: Sum
  readonly alike: readonly Alike[]
  /** By capacity, then open period: the row that holds it and, where days may be added, the column that adds them. */
  readonly rows: readonly (readonly { readonly row: number; readonly extra: number; readonly period: number }[])[]
}

export interface ModelShape {
  /** Whether days may be added. */
  readonly isElastic: boolean
  /** What sets visits apart besides workload and urgency. */
  readonly apart: (visit: Visit, v: number) => string
  /** Where a visit may lie. */
  readonly openOf: (visit: Visit, v: number) => readonly number[]
}

const NOBODY = { kind: 'look-back', partner: -1, after: 0, within: Infinity } as const

export function buildModel({ visits, purses, past, periods }: Pool, { isElastic, apart, openOf }: ModelShape): Model {
  const lp = emptyLp()
  const [waiting, added] = [emptySum(), emptySum()]
  const classes = new Map<string, number[]>()
  const ownKey = (v: number): string => {
    const visit = visits[v]
    if (visit === undefined) return ''
    const { kind, purse, workload, urgency, after, within } = visit
    return `${kind} ${purse} ${workload} ${urgency} ${after} ${within} ${openOf(visit, v).join()} ${apart(visit, v)}`
  }
  visits.forEach(({ partner }, v) => {
    // a first visit and its look-back are alike to others only both together
    const key = partner < 0 ? ownKey(v) : `${ownKey(v)} with ${ownKey(partner)}`
    const list = classes.get(key)
    if (list === undefined) classes.set(key, [v])
    else list.push(v)
  })
  const loads = purses.map(() => Array.from({ length: periods }, emptySum))
  const columnsOf = new Map<number, Alike>()
  const alike = [...classes.values()].map((list): Alike => {
    const one = list[0] ?? 0
    const visit = visits[one]
    const open = visit === undefined ? [] : openOf(visit, one)
    const columns = open.map((k) => {
      const column = addColumn(lp, 0, list.length, true)
      const load = loads[visit?.purse ?? 0]?.[k]
      if (k >= past && load !== undefined) addTerm(load, column, visit?.workload ?? 0)
      if (k > past && visit !== undefined && visit.urgency > 0) addTerm(waiting, column, visit.urgency * (k - past))
      return column
    })
    const all = emptySum()
    for (const column of columns) addTerm(all, column, 1)
    addRow(lp, list.length, list.length, all)
    const own = { visits: list, columns, open }
    for (const v of list) columnsOf.set(v, own)
    return own
  })
  const rows = purses.map(({ capacity }, purse) =>
    Array.from({ length: periods - past }, (_, n) => {
      const period = past + n
      const load = loads[purse]?.[period] ?? emptySum()
      const extra = isElastic ? addColumn(lp, 0, 1e9, true) : -1
      if (isElastic) {
        addTerm(load, extra, -1)
        addTerm(added, extra, 1)
      }
      addRow(lp, -Infinity, capacity[period] ?? 0, load)
      return { row: lp.rowLower.length - 1, extra, period }
    }),
  )
  // of those alike so many look-backs may be over as first visits were long enough ago, and must be as were too long ago: then each
  // finds its own in the order of the first visits
  for (const first of alike) {
    const { kind, partner, after, within } = visits[first.visits[0] ?? 0] ?? NOBODY
    const again = columnsOf.get(partner)
    if (kind !== 'first' || again === undefined) continue
    for (const [n, until] of again.open.entries()) {
      const sum = emptySum()
      for (const column of again.columns.slice(0, n + 1)) addTerm(sum, column, 1)
      first.open.forEach((k, at) => {
        if (k + after <= until) addTerm(sum, first.columns[at] ?? 0, -1)
      })
      addRow(lp, -Infinity, 0, sum)
    }
    for (const until of first.open.map((k) => k + within)) {
      if (until >= (again.open.at(-1) ?? 0)) continue
      const sum = emptySum()
      again.open.forEach((k, at) => {
        if (k <= until) addTerm(sum, again.columns[at] ?? 0, 1)
      })
      first.open.forEach((k, at) => {
        if (k + within <= until) addTerm(sum, first.columns[at] ?? 0, -1)
      })
      addRow(lp, 0, Infinity, sum)
    }
  }
  return { lp, waiting, added, alike, rows }
}

/** Which visit where: of those alike, the ones that lay there before, then township by township; look-backs in the order of their first visits. */
export function spreadVisits({ visits }: Pool, { alike }: Model, values: Float64Array): Int32Array {
  const at = new Int32Array(visits.length).fill(-1)
  for (const { visits: list, columns, open } of alike) {
    const left = new Map(open.map((k, n) => [k, Math.round(values[columns[n] ?? 0] ?? 0)]))
    const place = (v: number, k: number): void => {
      at[v] = k
      left.set(k, (left.get(k) ?? 0) - 1)
    }
    const isAgain = visits[list[0] ?? 0]?.kind === 'look-back'
    for (const v of isAgain ? [] : list) {
      const kept = visits[v]?.kept ?? -1
      if ((left.get(kept) ?? 0) > 0) place(v, kept)
    }
    // first visits stand before their look-backs in the list of all, so they are placed by now
    const rankOf = (v: number): number => (isAgain ? (at[visits[v]?.partner ?? 0] ?? 0) : (visits[v]?.town ?? 0))
    const rest = list.filter((v) => at[v] === -1).toSorted((a, b) => rankOf(a) - rankOf(b) || a - b)
    for (const v of rest) {
      const k = open.find((period) => (left.get(period) ?? 0) > 0)
      if (k === undefined) throw new Error('the solver placed fewer visits than there are')
      place(v, k)
    }
  }
  return at
}
