// Better calendars by small moves: one visit elsewhere, two visits exchanged, a township's visits moved as one. One figure after the
// other is brought down while those before it may not rise; a threshold that falls to nought lets the search climb out of hollows.
import { below, type Random } from '../solve/anneal/random.ts'
import { FIGURES, imbalanceOf, put, type Board, type Figure } from './board.ts'

export interface Search {
  readonly figure: Figure
  /** No search where the figure already stands there. */
  readonly bound: number
  readonly proposals: number
  /** The largest step up at the beginning. */
  readonly threshold: number
}

/** Leaves on the board the best calendar it met. */
export function improve(board: Board, random: Random, { figure, bound, proposals, threshold }: Search): void {
  const { pool, at, figures } = board
  const movable = pool.visits.flatMap((visit, v) => (visit.open.length > 1 ? [v] : []))
  if (movable.length === 0 || figures[figure] + figures.changes <= bound) return
  const before = FIGURES.slice(0, FIGURES.indexOf(figure))
  const caps = before.map((name) => figures[name])
  const usesLoads = figure === 'imbalance' || figure === 'changes'
  const ofTown = pool.towns.map((): number[] => [])
  for (const v of movable) ofTown[pool.visits[v]?.town ?? 0]?.push(v)
  // among calendars alike in the figure, the one nearer to the older calendar
  const unit = pool.visits.length + 1
  const worth = (): number => (figure === 'changes' ? 0 : unit) * figures[figure] + figures.changes
  const step = figure === 'changes' ? 1 : unit
  const goal = bound * step
  let best = at.slice()
  let least = worth()
  let now = least
  const undo: number[] = []
  const move = (v: number, k: number): void => {
    undo.push(v, at[v] ?? -1)
    put(board, v, k)
  }
  for (let n = 0; n < proposals && least > goal; n++) {
    undo.length = 0
    const v = movable[below(random, movable.length)] ?? 0
    if (!propose(board, random, { v, movable, together: ofTown[pool.visits[v]?.town ?? 0] ?? [], move })) {
      takeBack(board, undo)
      continue
    }
    if (usesLoads) figures.imbalance = imbalanceOf(board)
    const allowed = Math.floor((threshold * (proposals - n)) / proposals)
    if (before.some((name, k) => figures[name] > (caps[k] ?? 0)) || worth() > now + step * below(random, allowed + 1)) {
      takeBack(board, undo)
      continue
    }
    now = worth()
    if (now < least) {
      least = now
      best = at.slice()
    }
  }
  best.forEach((k, v) => put(board, v, k))
  figures.imbalance = imbalanceOf(board)
}

interface Proposal {
  readonly v: number
  readonly movable: readonly number[]
  readonly together: readonly number[]
  readonly move: (v: number, k: number) => void
}

/** Makes a move and says whether it fits. */
function propose(board: Board, random: Random, { v, movable, together, move }: Proposal): boolean {
  const { at, pool } = board
  const from = at[v] ?? -1
  const visit = pool.visits[v]
  if (visit === undefined) return false
  const kind = below(random, 16)
  const mate = together[below(random, together.length)] ?? v
  const mates = at[mate] ?? -1
  const near = (kind & 1) === 1 ? mates : kind === 2 && visit.kept >= 0 ? visit.kept : -1
  const to = near >= 0 && near !== from ? near : (visit.open[below(random, visit.open.length)] ?? from)
  if (to === from || !visit.open.includes(to)) return false
  if (kind === 0) {
    for (const other of together) if (at[other] === from && pool.visits[other]?.open.includes(to) === true) move(other, to)
    return together.every((other) => at[other] !== to || fits(board, other))
  }
  move(v, to)
  if (hasRoom(board, visit.purse, to)) return keepsOrder(board, v)
  // somebody there makes room
  for (let tries = 0; tries < 6; tries++) {
    const other = movable[below(random, movable.length)] ?? v
    const swapped = pool.visits[other]
    if (other === v || at[other] !== to || swapped?.purse !== visit.purse || !swapped.open.includes(from)) continue
    move(other, from)
    return fits(board, other) && fits(board, v)
  }
  return false
}

function fits(board: Board, v: number): boolean {
  const visit = board.pool.visits[v]
  return visit !== undefined && hasRoom(board, visit.purse, board.at[v] ?? 0) && keepsOrder(board, v)
}

function hasRoom({ pool, load }: Board, purse: number, k: number): boolean {
  return k < pool.past || (load[purse * pool.periods + k] ?? 0) <= (pool.purses[purse]?.capacity[k] ?? 0)
}

function keepsOrder({ pool, at }: Board, v: number): boolean {
  const visit = pool.visits[v]
  if (visit === undefined || visit.partner < 0) return true
  const [first, again] = visit.kind === 'first' ? [v, visit.partner] : [visit.partner, v]
  const later = (at[again] ?? 0) - (at[first] ?? 0)
  return visit.after <= later && later <= visit.within
}

function takeBack(board: Board, undo: readonly number[]): void {
  for (let k = undo.length - 2; k >= 0; k -= 2) put(board, undo[k] ?? 0, undo[k + 1] ?? 0)
}
