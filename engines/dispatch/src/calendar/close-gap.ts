// The gap between a calendar and what prices prove of it, closed from below. A calendar no worse than a figure just above the bound can lie in
// few places only: what pays more at these prices than the gap allows is left out. The program over the rest is small, and its answer holds
// for all calendars: the best one is found, or there is none so good and the bound rises by one.
import type { Highs } from 'highs'
import { solveMip } from '../solve/exact/highs.ts'
import { addColumn, addRow, addTerm, emptySum, type Sum } from '../solve/exact/lp.ts'
import { put, type Board } from './board.ts'
import { wholeBound } from './earliest.ts'
import { MILLION, partTowns, seatPricesOf, urgencyAt, type TownPrices, type TownProof } from './proof/bound-by-towns.ts'
import type { LeftOver } from './proof/left-over.ts'
import { nearFillings } from './proof/near-fillings.ts'
import { nearTown, type NearTown } from './proof/near-town.ts'
import type { Sorted } from './proof/sorts.ts'
import { emptySeats, holdDays, placeSeats, seatTown } from './seat-program.ts'

/** Where no openings so few as the bound are found, so far above it. */
const CLOSE = 0.005
/** Prices that fall short of the bound by so much of a unit, in millionths, were rounded up: there is likely a calendar at the bound. */
const LIKELY = 750_000
/** Of the work that is left: for what is likely to be found soon, and where nobody knows. */
const SHARES = { likely: 0.25, open: 0.5 } as const

export interface Gap extends TownProof {
  /** Proven already. */
  readonly bound: number
  readonly prices: TownPrices
  readonly left: LeftOver
  readonly highs: Highs
  /** Of all programs together. */
  readonly work: number
}

/** Leaves the best calendar it found on the board, which keeps every rule before; answers what is proven of the figure. */
export function closeGap(board: Board, sorted: Sorted, gap: Gap): number {
  const { figure, work, left } = gap
  const { figures } = board
  const isOpenings = figure === 'openings'
  let { bound } = gap
  let spent = 0
  let isFirst = true
  let isStuck = false
  const prices = seatPricesOf(sorted, gap.prices, figure)
  while (bound < figures[figure] && spent < work) {
    const rest = figures[figure] - 1
    const close = isStuck && isOpenings ? Math.floor(bound * (1 + CLOSE)) : bound
    const isLast = isOpenings && rest <= bound + 1
    const most = isLast ? rest : Math.min(rest, close)
    // what must wait less can fill the periods in fewer ways, and so the prices prove more
    const waiting = isOpenings ? gap.waiting : Math.min(gap.waiting, most)
    const parted = partTowns(sorted, left, gap.prices, { figure, waiting })
    if (parted === null) break
    const slack = MILLION * most - parted.bound
    if (slack < 0) {
      bound = most + 1
      continue
    }
    const towns: NearTown[] = []
    for (const [town, { pays }] of parted.towns.entries()) {
      const near = nearTown(sorted, town, prices, { least: pays, slack })
      if (near === null) return bound
      towns.push(near)
    }
    const { fillings } = parted
    // a program that knows what is proven finds at once what fits; that nothing fits is proven by one that does not
    const isLikely = !isOpenings && !isStuck && (!isFirst || slack > LIKELY)
    const share = isLast || isStuck ? 1 : isLikely ? SHARES.likely : SHARES.open
    const limits = { least: isLikely ? bound : -Infinity, most, work: Math.floor((work - spent) * share) }
    const answer = searchNear(board, sorted, { ...gap, ...limits, waiting, slack, towns, fillings })
    spent += answer.work
    isFirst = false
    bound = Math.max(bound, Math.min(answer.bound, most + 1))
    if (!answer.isStopped) {
      isStuck = false
      continue
    }
    // once more with all that is left; fewer openings are looked for among somewhat more, which may be easier to find
    if (isStuck || isLast || (isOpenings && Math.floor(bound * (1 + CLOSE)) <= most)) break
    isStuck = true
  }
  return bound
}

interface Near extends Gap {
  /** No calendar with a figure above it. */
  readonly most: number
  /** What is proven, where the program is told of it: it then looks for what fits and not for what is less. */
  readonly least: number
  readonly slack: number
  readonly towns: readonly NearTown[]
  readonly fillings: NonNullable<ReturnType<typeof partTowns>>['fillings']
}

/** Puts the best calendar whose figure is `most` at most on the board, if there is one. */
function searchNear(
  board: Board,
  sorted: Sorted,
  near: Near,
): { readonly bound: number; readonly work: number; readonly isStopped: boolean } {
  const { figure, waiting: longest, least, most, slack, towns, left, highs, work } = near
  const { at, figures } = board
  const { past, spacing } = sorted.pool
  const program = emptySeats(sorted)
  const { lp, counts, seated } = program
  const openings = emptySum()
  for (const [town, limits] of towns.entries()) {
    const opens = openTown(program.lp, limits.sets, spacing)
    for (const { columns } of opens.values()) for (const column of columns) addTerm(openings, column, 1)
    seatTown(program, sorted, { town, opens, limits })
  }
  const asked = (purse: number, period: number) => ({ purse, period, urgency: urgencyAt(left, longest, period, past) })
  nearFillings(sorted, near.prices, near, { slack, asked }).forEach((own, sort) => {
    own.forEach(({ low, high }, k) => {
      const count = counts[sort]?.[k]
      if (count === undefined || count.columns.length === 0) return
      const total = addColumn(lp, low, high, true)
      addRow(lp, 0, 0, { columns: [...count.columns, total], values: [...count.values, -1] })
      counts[sort]?.splice(k, 1, { columns: [total], values: [1] })
    })
  })
  const waiting = holdDays(program, sorted, left)
  const sum = figure === 'openings' ? openings : waiting
  if (figure === 'openings') addRow(lp, -Infinity, longest, waiting)
  addRow(lp, least, most, sum)
  const answer = solveMip(highs, lp, sum, { work, isAsymmetric: true })
  const { status } = answer
  if (answer.values !== null) {
    const before = { at: at.slice(), figure: figures[figure], crowding: figures.crowding }
    placeSeats(board, seated, answer.values)
    if (figures[figure] >= before.figure || figures.crowding > before.crowding) before.at.forEach((k, v) => put(board, v, k))
  }
  return {
    bound: status === 'infeasible' ? most + 1 : wholeBound(answer.bound),
    work: answer.work,
    isStopped: status === 'failed' || status === 'stopped',
  }
}

/** A column for each period that is in one of the sets; as many are open as in the smallest at least, in the largest at most. */
function openTown(lp: Parameters<typeof addRow>[0], sets: NearTown['sets'], spacing: number): ReadonlyMap<number, Sum> {
  const periods = [...new Set(sets.flat())].toSorted((a, b) => a - b)
  const sizes = sets.map((set) => set.length)
  const columns = new Map(periods.map((k) => [k, addColumn(lp, sets.every((set) => set.includes(k)) ? 1 : 0, 1, true)] as const))
  const sumOf = (list: readonly number[]): Sum => {
    const sum = emptySum()
    for (const k of list) addTerm(sum, columns.get(k) ?? 0, 1)
    return sum
  }
  addRow(lp, Math.min(...sizes), Math.max(...sizes), sumOf(periods))
  for (const k of periods) {
    const row = periods.filter((other) => other >= k && other < k + spacing)
    if (row.length > 1) addRow(lp, 0, 1, sumOf(row))
  }
  return new Map(periods.map((k) => [k, sumOf([k])]))
}
