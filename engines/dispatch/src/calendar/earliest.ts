// The least waiting of a pool: visits that are alike for it are one integer column a period. Townships are left aside here.
import type { Highs } from 'highs'
import { solveMip } from '../solve/exact/highs.ts'
import type { Prices } from './bound-calendar.ts'
import { buildModel, spreadVisits, type Model } from './model.ts'
import type { Pool, Visit } from './pools.ts'
import { relax } from './relax.ts'

const WORK = 300_000

export type Earliest =
  /** Where each visit lies, the least waiting that is proven, and prices of team-days. */
  | { readonly kind: 'found'; readonly at: Int32Array; readonly waiting: number; readonly prices: Prices }
  /** With these team-days more it would do; null = not found within the work allowed. */
  | {
      readonly kind: 'short'
      readonly proven: boolean
      readonly added: readonly { readonly purse: number; readonly period: number; readonly days: number }[] | null
    }

export function findEarliest(pool: Pool, highs: Highs): Earliest {
  if (pool.visits.length === 0) return { kind: 'found', at: new Int32Array(0), waiting: 0, prices: pool.purses.map(() => []) }
  const shape = { apart: () => '', openOf: ({ open }: Visit) => open }
  const model = buildModel(pool, { ...shape, isElastic: false })
  const answer = solveMip(highs, model.lp, model.waiting, { work: WORK })
  if (answer.values !== null)
    return {
      kind: 'found',
      at: spreadVisits(pool, model, answer.values),
      waiting: wholeBound(answer.bound),
      prices: pricesOf(pool, model, highs),
    }
  const elastic = buildModel(pool, { ...shape, isElastic: true })
  const eased = solveMip(highs, elastic.lp, elastic.added, { work: WORK })
  const added = elastic.rows.flatMap((rows, purse) =>
    rows.flatMap(({ extra, period }) => {
      const days = Math.round(eased.values?.[extra] ?? 0)
      return days > 0 ? [{ purse, period, days }] : []
    }),
  )
  return { kind: 'short', proven: answer.status === 'infeasible', added: eased.values === null ? null : added }
}

/** Dual values of the relaxation, in whole thousandths: whatever they are, the bound they give holds. */
function pricesOf({ purses, periods }: Pool, { lp, waiting, rows }: Model, highs: Highs): Prices {
  const duals = relax(highs, lp, waiting)?.duals
  return purses.map((_, purse) => {
    const prices = Array.from({ length: periods }, () => 0)
    for (const { row, period } of rows[purse] ?? []) prices[period] = Math.max(0, Math.round(-(duals?.[row] ?? 0) * 1000))
    return prices
  })
}

/** A bound of floating point as an integer: a hair below is as good as there. */
export function wholeBound(bound: number): number {
  return Number.isFinite(bound) ? Math.max(0, Math.ceil(bound - 1e-6 * Math.max(1, Math.abs(bound)))) : 0
}
