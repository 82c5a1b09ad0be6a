// Fewer openings by exchanges: a visit, or all that a township has in a period, goes where the township is open already; whoever
// must make room goes the other way. A step up is taken now and then, ever more rarely, so that the search climbs out of hollows.
import { below, type Random } from '../solve/anneal/random.ts'
import { put, type Board } from './board.ts'

/** Chances in 4096 that one opening more is accepted, from the first proposals to the last. */
const CHANCES = [600, 500, 420, 350, 290, 240, 200, 165, 135, 110, 90, 72, 57, 44, 34, 26, 19, 14, 10, 7, 5, 3, 2, 1, 0]
const SCALE = 4096
/** Visits, or townships, that may be asked to make room. */
const TRIES = 4

export interface Gathering {
  /** No search below it. */
  readonly bound: number
  readonly proposals: number
}

/** Leaves the calendar with the fewest openings that it met on the board; waiting and townships opened too soon do not grow. */
export function gatherTowns(board: Board, random: Random, { bound, proposals }: Gathering): void {
  const { pool, at, figures } = board
  const movable = pool.visits.flatMap((visit, v) => (visit.open.length > 1 ? [v] : []))
  if (movable.length === 0 || figures.openings <= bound) return
  const seats = seatsOf(board, movable)
  const caps = { waiting: figures.waiting, crowding: figures.crowding }
  let best = at.slice()
  let least = figures.openings
  for (let n = 0; n < proposals && least > bound; n++) {
    const before = figures.openings
    const moves = propose(board, seats, random, caps.waiting - figures.waiting)
    if (moves === null) continue
    const undo = moves.map(({ v }) => ({ v, k: at[v] ?? -1 }))
    for (const { v, k } of moves) put(board, v, k)
    const rise = figures.openings - before
    const chance = CHANCES[Math.floor((n * CHANCES.length) / proposals)] ?? 0
    const isTaken =
      figures.crowding <= caps.crowding &&
      moves.every(({ v }) => keepsOrder(board, v)) &&
      (rise <= 0 || (rise <= 2 && below(random, SCALE) < (rise === 1 ? chance : (chance * chance) / SCALE)))
    if (!isTaken) {
      for (const { v, k } of undo) put(board, v, k)
      continue
    }
    undo.forEach(({ v, k }) => reseat(board, seats, v, k))
    if (figures.openings >= least) continue
    least = figures.openings
    best = at.slice()
  }
  best.forEach((k, v) => put(board, v, k))
}

interface Seats {
  readonly movable: readonly number[]
  readonly ofTown: readonly (readonly number[])[]
  /** Movable visits by capacity and period, and where each stands in its list. */
  readonly lists: readonly number[][]
  readonly place: Int32Array
  /** By visit and period. */
  readonly isOpen: Uint8Array
}

function seatsOf({ pool, at }: Board, movable: readonly number[]): Seats {
  const { periods, purses, towns, visits } = pool
  const lists = Array.from({ length: purses.length * periods }, (): number[] => [])
  const ofTown = towns.map((): number[] => [])
  const place = new Int32Array(visits.length)
  const isOpen = new Uint8Array(visits.length * periods)
  for (const v of movable) {
    const visit = visits[v]
    if (visit === undefined) continue
    const list = lists[visit.purse * periods + (at[v] ?? 0)]
    place[v] = list?.length ?? 0
    list?.push(v)
    ofTown[visit.town]?.push(v)
    for (const k of visit.open) isOpen[v * periods + k] = 1
  }
  return { movable, ofTown, lists, place, isOpen }
}

/** Moves a visit that now lies elsewhere from the list of the period it left. */
function reseat({ pool, at }: Board, { lists, place }: Seats, v: number, from: number): void {
  const purse = (pool.visits[v]?.purse ?? 0) * pool.periods
  const [old, now] = [lists[purse + from], lists[purse + (at[v] ?? 0)]]
  const last = old?.pop()
  if (old !== undefined && last !== undefined && last !== v) {
    old[place[v] ?? 0] = last
    place[last] = place[v] ?? 0
  }
  place[v] = now?.length ?? 0
  now?.push(v)
}

interface Move {
  readonly v: number
  readonly k: number
}

/** Moves that are within windows and days and wait no more than `spare`; null where the lot falls on none. */
function propose({ pool, at, load }: Board, seats: Seats, random: Random, spare: number): readonly Move[] | null {
  const { movable, ofTown, lists, isOpen } = seats
  const { periods, visits, purses } = pool
  const v = movable[below(random, movable.length)] ?? 0
  const visit = visits[v]
  if (visit === undefined) return null
  const from = at[v] ?? 0
  const mates = ofTown[visit.town] ?? []
  const kind = below(random, 8)
  const to =
    kind < 6 ? (at[mates[below(random, mates.length)] ?? v] ?? from) : (visit.open[below(random, visit.open.length)] ?? from)
  if (to === from || isOpen[v * periods + to] !== 1) return null
  const isBlock = (kind & 1) === 1
  const moves: Move[] = []
  let [going, coming, waits] = [0, 0, 0]
  for (const mate of isBlock ? mates : [v]) {
    const own = visits[mate]
    if (at[mate] !== from || own?.purse !== visit.purse) continue
    if (isOpen[mate * periods + to] !== 1) return null
    moves.push({ v: mate, k: to })
    going += own.workload
    waits += own.urgency * (to - from)
  }
  const base = visit.purse * periods
  const capacity = purses[visit.purse]?.capacity ?? []
  const room = (capacity[to] ?? 0) - (load[base + to] ?? 0)
  const space = (capacity[from] ?? 0) - (load[base + from] ?? 0) + going
  const there = lists[base + to] ?? []
  for (let tries = 0; tries < TRIES && (going - coming > room || waits > spare); tries++) {
    const w = there[below(random, there.length)] ?? v
    const other = visits[w]
    if (other === undefined || other.town === visit.town) continue
    for (const mate of isBlock ? (ofTown[other.town] ?? []) : [w]) {
      const own = visits[mate]
      if (at[mate] !== to || own?.purse !== visit.purse || isOpen[mate * periods + from] !== 1) continue
      if (moves.some((move) => move.v === mate)) continue
      if (coming + own.workload > space) break
      moves.push({ v: mate, k: from })
      coming += own.workload
      waits += own.urgency * (from - to)
    }
  }
  return going - coming <= room && coming <= space && waits <= spare ? moves : null
}

function keepsOrder({ pool, at }: Board, v: number): boolean {
  const visit = pool.visits[v]
  if (visit === undefined || visit.partner < 0) return true
  const [first, again] = visit.kind === 'first' ? [v, visit.partner] : [visit.partner, v]
  return (at[first] ?? 0) + visit.after <= (at[again] ?? 0)
}
