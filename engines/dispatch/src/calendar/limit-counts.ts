// What a calendar that waits no more than this one can be, as seen by counts alone: townships are left aside, so visits that are
// alike are one integer column and each question is a small integer program. Prices alone leave far more open, because a few days
// that cannot be filled are worth much to them.
import type { Highs } from 'highs'
import { solveMip } from '../solve/exact/highs.ts'
import { addRow, addTerm, emptySum, type Sum } from '../solve/exact/lp.ts'
import { bandsOf, payOf, type Prices } from './bound-calendar.ts'
import { buildModel } from './model.ts'
import type { Pool, Visit } from './pools.ts'

/** Of one question. */
const WORK = 100_000
/** Questions asked of a pool at most; of a large program fewer, so many that their entries come to ENTRIES. */
const QUESTIONS = 120
const ENTRIES = 600_000

export interface CountLimits {
  /** Periods in which each visit can lie. */
  readonly open: readonly (readonly number[])[]
  /** By kind of visit and period: no fewer and no more lie there. */
  readonly counts: ReadonlyMap<string, { readonly low: number; readonly high: number }>
}

/** The name of visits of one capacity, urgency and workload in one period. */
export function kindAt({ purse, urgency, workload }: Visit, k: number): string {
  return `${purse} ${urgency} ${workload} ${k}`
}

/** Limits proven by integer programs, as far as the questions reach: what was not asked stays open. */
export function limitCounts(pool: Pool, prices: Prices, waiting: number, highs: Highs): CountLimits {
  const { bands } = bandsOf(pool, prices, waiting)
  const model = buildModel(pool, { isElastic: false, apart: () => '', openOf: (_, v) => bands[v] ?? [] })
  const { lp, alike } = model
  addRow(lp, -Infinity, waiting, model.waiting)
  const doubtful = new Set<number>()
  for (const { visits, columns, open } of alike) {
    const visit = pool.visits[visits[0] ?? 0]
    if (visit === undefined) continue
    const pays = open.map((k) => payOf(pool, prices, visit, k))
    const cheapest = Math.min(...pays)
    columns.forEach((column, n) => {
      if ((pays[n] ?? 0) > cheapest) doubtful.add(column)
    })
  }
  const questions = Math.min(QUESTIONS, Math.floor(ENTRIES / lp.indices.length))
  let asked = 0
  const least = (sum: Sum) => {
    asked += 1
    return solveMip(highs, lp, sum, { work: WORK, isSmall: true })
  }
  while (doubtful.size > 0 && asked < questions) {
    const sum = emptySum()
    for (const column of doubtful) addTerm(sum, column, -1)
    const { values, bound } = least(sum)
    const used = [...doubtful].filter((column) => Math.round(values?.[column] ?? 0) > 0)
    for (const column of used) doubtful.delete(column)
    if (used.length > 0) continue
    if (bound > -1 + 1e-6) for (const column of doubtful) lp.upper[column] = 0
    break
  }
  const open = bands.map((band) => [...band])
  const kinds = new Map<string, Sum>()
  for (const { visits, columns, open: periods } of alike) {
    columns.forEach((column, n) => {
      const k = periods[n] ?? 0
      const visit = pool.visits[visits[0] ?? 0]
      if (lp.upper[column] === 0) for (const v of visits) open[v] = open[v]?.filter((other) => other !== k) ?? []
      else if (visit !== undefined && visit.urgency > 0) {
        const sum = kinds.get(kindAt(visit, k)) ?? emptySum()
        addTerm(sum, column, 1)
        kinds.set(kindAt(visit, k), sum)
      }
    })
  }
  const counts = new Map<string, { readonly low: number; readonly high: number }>()
  for (const [kind, sum] of kinds) {
    if (asked >= questions) break
    const high = Math.floor(1e-6 - least({ columns: sum.columns, values: sum.values.map((value) => -value) }).bound)
    const low = Math.ceil(least(sum).bound - 1e-6)
    if (Number.isFinite(low) && Number.isFinite(high)) counts.set(kind, { low: Math.max(0, low), high })
  }
  return { open, counts }
}
