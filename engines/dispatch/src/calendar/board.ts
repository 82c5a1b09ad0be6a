// A calendar of one pool on the board: loads, open townships and the figures, kept up to date move by move.
import type { Pool } from './pools.ts'

/** Townships opened too soon again, then the levels of the objective in their order. */
export const FIGURES = ['crowding', 'waiting', 'openings', 'imbalance', 'changes'] as const
export type Figure = (typeof FIGURES)[number]

export interface Board {
  readonly pool: Pool
  readonly at: Int32Array
  /** By capacity and period. */
  readonly load: Int32Array
  /** Visits by township and period. */
  readonly there: Int32Array
  readonly figures: Record<Figure, number>
}

export function setUp(pool: Pool, at: Int32Array): Board {
  const { periods, purses, towns } = pool
  const board: Board = {
    pool,
    at: new Int32Array(at.length).fill(-1),
    load: new Int32Array(purses.length * periods),
    there: new Int32Array(towns.length * periods),
    figures: { crowding: 0, waiting: 0, openings: 0, imbalance: 0, changes: 0 },
  }
  at.forEach((k, v) => put(board, v, k))
  board.figures.imbalance = imbalanceOf(board)
  return board
}

/** Lays a visit into a period, or takes it up with −1. `imbalance` is left to whoever asks for it: it costs a walk over the periods. */
export function put({ pool, at, load, there, figures }: Board, v: number, k: number): void {
  const visit = pool.visits[v]
  const before = at[v] ?? -1
  if (visit === undefined || before === k) return
  const { past, periods } = pool
  for (const [period, sign] of [
    [before, -1],
    [k, 1],
  ] as const) {
    if (period < 0) continue
    const cell = visit.town * periods + period
    const count = (there[cell] ?? 0) + sign
    there[cell] = count
    if (count === (sign > 0 ? 1 : 0)) {
      if (period >= past) figures.openings += sign
      figures.crowding += sign * crowdsAt(pool, there, visit.town, period)
    }
    if (visit.kept >= 0 && visit.kept !== period) figures.changes += sign
    if (period < past) continue
    const purse = visit.purse * periods + period
    load[purse] = (load[purse] ?? 0) + sign * visit.workload
    figures.waiting += sign * visit.urgency * (period - past)
  }
  at[v] = k
}

/** Other periods, too near to this one, in which the township is open; what is past does not count against itself. */
function crowdsAt({ spacing, periods, past }: Pool, there: Int32Array, town: number, period: number): number {
  let count = 0
  for (let k = Math.max(0, period - spacing + 1); k < Math.min(periods, period + spacing); k++)
    if (k !== period && (k >= past || period >= past) && (there[town * periods + k] ?? 0) > 0) count += 1
  return count
}

export function imbalanceOf({ pool: { purses, past, periods }, load }: Board): number {
  let sum = 0
  for (let purse = 0; purse < purses.length; purse++) {
    let [low, high] = [Infinity, 0]
    for (let k = past; k < periods; k++) {
      const days = load[purse * periods + k] ?? 0
      if (days < low) low = days
      if (days > high) high = days
    }
    if (high > low) sum += high - low
  }
  return sum
}
