// Good prices of seats, by column generation: a linear program over the ways to lay each township and to fill each period that have
// been met so far names prices; at these prices each township and each period answers with its best way, which joins the program.
// The whole takes some thirty rounds. Prices asked about lie between the best ones so far and the program's, which calms the search.
import type { Highs } from 'highs'
import { MILLION, partTowns, type Parted, type TownPrices, type TownProof } from './bound-by-towns.ts'
import type { LeftOver } from './left-over.ts'
import type { Sorted } from './sorts.ts'

const ROUNDS = 80
/** The weight of the best prices so far. */
const CALM = 0.7
/** What a seat short, or a unit of waiting too much, costs in the program: more than any price worth naming. */
const SHORT = { seat: 60, waiting: 600 } as const
const CLOSE = 1e-4
const none = { town: -1, opens: [] }

export interface FoundPrices {
  readonly prices: TownPrices
  /** Whole. */
  readonly bound: number
  /** By township: sets of periods that the program would open it in, were it to mix ways freely. */
  readonly sets: readonly (readonly (readonly number[])[])[]
}

export interface PriceSearch extends TownProof {
  /** The calendar at hand: by visit. */
  readonly at: Int32Array
  /** No search above it: the figure of the calendar at hand. */
  readonly goal: number
  /** The share that a way must have in the mixture to be worth a look. */
  readonly share: number
  /** Ways that would cost the program so little more are worth a look as well. */
  readonly near?: number
  /** Goes on when the whole number is proven: the closer the prices, the more they rule out. */
  readonly isTight?: boolean
}

interface Column {
  /** The way of this township, −1 = of none; and the periods that it opens. */
  readonly town: number
  readonly opens: readonly number[]
  readonly cost: number
  readonly rows: readonly (readonly [number, number])[]
}

/** Prices for a pool whose calendar keeps every rule; null where nothing can be proven in this way. */
export function findTownPrices(sorted: Sorted, left: LeftOver, search: PriceSearch, highs: Highs): FoundPrices | null {
  const { pool, sorts, townships } = sorted
  const { past, periods, purses } = pool
  const isOpenings = search.figure === 'openings'
  const seatRow = townships.length + purses.length * periods
  const leftRow = seatRow + sorts.length * periods
  const waitRow = leftRow + periods
  const fillRow = (purse: number, period: number): number => townships.length + purse * periods + period
  const townColumn = (town: number, seats: ReadonlyMap<number, number>, opened: number): Column => {
    const rows: [number, number][] = [[town, 1]]
    const after = Array.from({ length: periods }, () => 0)
    for (const [seat, count] of seats) {
      rows.push([seatRow + seat, count])
      const urgency = count * (sorts[Math.floor(seat / periods)]?.urgency ?? 0)
      for (let k = past; k < seat % periods; k++) after[k] = (after[k] ?? 0) + urgency
    }
    let waits = 0
    after.forEach((urgency, k) => {
      waits += urgency
      if (urgency > 0) rows.push([leftRow + k, urgency])
    })
    if (waits > 0) rows.push([waitRow, waits])
    return { town, opens: periodsOf(seats, periods), cost: isOpenings ? opened : waits, rows }
  }
  const fillColumn = (purse: number, period: number, seats: ReadonlyMap<number, number>): Column => ({
    ...none,
    cost: 0,
    rows: [
      [fillRow(purse, period), 1],
      ...[...seats].map(([sort, count]) => [seatRow + sort * periods + period, -count] as const),
    ],
  })
  const columns: Column[] = [
    ...atHand(sorted, search.at, townColumn, fillColumn),
    ...sorts.flatMap((_, sort) =>
      Array.from({ length: periods }, (__, k) => seatRow + sort * periods + k).flatMap((row): Column[] => [
        { ...none, cost: SHORT.seat, rows: [[row, 1]] },
        { ...none, cost: SHORT.seat, rows: [[row, -1]] },
      ]),
    ),
    { ...none, cost: SHORT.waiting, rows: [[waitRow, -1]] },
  ]
  const rowLower = new Float64Array(waitRow + 1)
  const rowUpper = new Float64Array(waitRow + 1)
  rowLower.fill(1, 0, seatRow)
  rowUpper.fill(1, 0, seatRow)
  // what is past is filled by nothing
  for (const purse of purses.keys()) for (let k = 0; k < past; k++) rowLower[fillRow(purse, k)] = 0
  for (let k = 0; k < periods; k++) {
    rowLower[leftRow + k] = left.least[k] ?? 0
    rowUpper[leftRow + k] = Infinity
  }
  rowLower[waitRow] = -Infinity
  rowUpper[waitRow] = isOpenings ? search.waiting : Infinity
  const model = highs.createModel({
    numCols: columns.length,
    numRows: waitRow + 1,
    ...packed(columns, waitRow + 1),
    rowLower,
    rowUpper,
  })
  try {
    model.options.set({ output_flag: false, random_seed: 0, presolve: 'off', solver: 'simplex' })
    let best: { readonly prices: TownPrices; readonly bound: number } | null = null
    for (let round = 0; round < ROUNDS; round++) {
      model.run()
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) break
      const least = Number(model.info.get('objective_function_value'))
      const duals = model.getSolution().rowDual
      const read = (row: number, sign: number): number => Math.round(sign * (duals[row] ?? 0) * MILLION)
      const named: TownPrices = {
        wait: isOpenings ? Math.max(0, read(waitRow, -1)) : 0,
        left: Array.from({ length: periods }, (_, k) => Math.max(0, read(leftRow + k, 1))),
        seats: sorts.map((_, sort) => Array.from({ length: periods }, (__, k) => read(seatRow + sort * periods + k, -1))),
      }
      let hasMore = false
      const asked: TownPrices[] = best === null ? [named] : [between(best.prices, named), named]
      for (const prices of asked) {
        const parted = partTowns(sorted, left, prices, search)
        if (parted === null) return null
        if (best === null || parted.bound > best.bound) best = { prices, bound: parted.bound }
        const fresh = cheaper(parted, duals, { townColumn, fillColumn })
        if (fresh.length === 0) continue
        const { colCost: cost, colLower: lower, colUpper: upper, matrix } = packed(fresh, waitRow + 1)
        model.addCols({ cost, lower, upper, matrix })
        columns.push(...fresh)
        hasMore = true
        break
      }
      const whole = Math.ceil((best?.bound ?? 0) / MILLION)
      if (!hasMore || (search.isTight !== true && whole >= Math.min(search.goal, Math.ceil(least - CLOSE)))) break
    }
    if (best === null) return null
    model.run()
    const sets = townships.map(() => new Map<string, readonly number[]>())
    const { colValue: shares, colDual: dearer } = model.getSolution()
    columns.forEach(({ town, opens }, n) => {
      if ((shares[n] ?? 0) > search.share || (dearer[n] ?? 0) < (search.near ?? 0)) sets[town]?.set(opens.join(), opens)
    })
    return {
      prices: best.prices,
      bound: Math.max(0, Math.ceil(best.bound / MILLION)),
      sets: sets.map((own) => [...own.values()]),
    }
  } finally {
    model.dispose()
  }
}

function periodsOf(seats: ReadonlyMap<number, number>, periods: number): readonly number[] {
  return [...new Set([...seats.keys()].map((seat) => seat % periods))].toSorted((a, b) => a - b)
}

type TownColumn = (town: number, seats: ReadonlyMap<number, number>, opened: number) => Column
type FillColumn = (purse: number, period: number, seats: ReadonlyMap<number, number>) => Column

/** The calendar at hand as columns. */
function atHand({ pool, sortOf, townships }: Sorted, at: Int32Array, town: TownColumn, fill: FillColumn): Column[] {
  const { visits, periods, purses, past } = pool
  const laid = townships.map(() => new Map<number, number>())
  const filled = purses.map(() => Array.from({ length: periods }, () => new Map<number, number>()))
  const add = (map: Map<number, number> | undefined, key: number): void => {
    map?.set(key, (map.get(key) ?? 0) + 1)
  }
  visits.forEach((visit, v) => {
    const [sort, k] = [sortOf[v] ?? -1, at[v] ?? -1]
    if (sort < 0) return
    add(laid[visit.town], sort * periods + k)
    add(filled[visit.purse]?.[k], sort)
  })
  return [
    ...laid.map((seats, n) => town(n, seats, periodsOf(seats, periods).length)),
    ...filled.flatMap((own, purse) => own.slice(past).map((seats, n) => fill(purse, past + n, seats))),
  ]
}

/** What would better the program: columns whose cost lies below what their rows are worth to it. */
function cheaper(
  { towns, fillings }: Parted,
  duals: Float64Array,
  { townColumn, fillColumn }: { readonly townColumn: TownColumn; readonly fillColumn: FillColumn },
): Column[] {
  const all = [
    ...towns.map(({ seats, opened }, town) => townColumn(town, seats, opened)),
    ...fillings.map(({ purse, period, seats }) => fillColumn(purse, period, seats)),
  ]
  return all.filter(({ cost, rows }) => rows.reduce((sum, [row, value]) => sum - (duals[row] ?? 0) * value, cost) < -1e-7)
}

function between(best: TownPrices, named: TownPrices): TownPrices {
  const mix = (a: number, b: number): number => Math.round(CALM * a + (1 - CALM) * b)
  return {
    wait: mix(best.wait, named.wait),
    left: best.left.map((price, k) => mix(price, named.left[k] ?? 0)),
    seats: best.seats.map((own, sort) => own.map((price, k) => mix(price, named.seats[sort]?.[k] ?? 0))),
  }
}

function packed(columns: readonly Column[], numRows: number) {
  const starts = new Int32Array(columns.length + 1)
  const indices: number[] = []
  const values: number[] = []
  columns.forEach(({ rows }, n) => {
    for (const [row, value] of rows) {
      indices.push(row)
      values.push(value)
    }
    starts[n + 1] = indices.length
  })
  return {
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: new Float64Array(columns.length).fill(Infinity),
    matrix: {
      format: 'csc' as const,
      numRows,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  }
}
