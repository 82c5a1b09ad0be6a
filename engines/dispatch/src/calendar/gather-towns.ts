// Fewer openings, or less waiting, by exchanges: a visit, or all that a township has in a period, goes elsewhere, mostly where the
// township is open already; whoever must make room goes the other way. A step up is taken now and then, ever more rarely, so that
// the search climbs out of hollows.
import { below, type Random } from '../solve/anneal/random.ts'
import { put, type Board } from './board.ts'
import type { Pool } from './pools.ts'

/** Chances in 4096 that a step up by one is taken, from the first proposals to the last. */
const CHANCES = [600, 500, 420, 350, 290, 240, 200, 165, 135, 110, 90, 72, 57, 44, 34, 26, 19, 14, 10, 7, 5, 3, 2, 1, 0]
const SCALE = 4096
/** The highest step up. */
const STEP = 4
/** Visits, or townships, that may be asked to make room. */
const TRIES = 4

export interface Gathering {
  readonly figure: 'waiting' | 'openings'
  /** No search below it. */
  readonly bound: number
  readonly proposals: number
  /** What a township opened too soon weighs while the search may pass through such calendars; without it they never grow in number. */
  readonly penalty?: number
}

/** Leaves the best calendar that it met on the board: with a penalty the best that keeps the spacing, if any. Waiting does not grow for fewer openings. */
export function gatherTowns(board: Board, random: Random, { figure, bound, proposals, penalty = 0 }: Gathering): void {
  const { pool, at, figures } = board
  const movable = pool.visits.flatMap((visit, v) => (visit.open.length > 1 ? [v] : []))
  const isSoft = penalty > 0
  const isBad = (): boolean => isSoft && figures.crowding > 0
  if (movable.length === 0 || (figures[figure] <= bound && !isBad())) return
  const seats = seatsOf(board, movable)
  const { moved, to, from } = seats
  const caps = { waiting: figures.waiting, crowding: figures.crowding }
  let best = at.slice()
  let least = isBad() ? Infinity : figures[figure]
  for (let n = 0; n < proposals && least > bound; n++) {
    const before = figures[figure] + penalty * figures.crowding
    const count = propose(board, seats, random, figure === 'waiting' ? STEP : caps.waiting - figures.waiting)
    if (count === 0) continue
    for (let m = 0; m < count; m++) {
      const v = moved[m] ?? 0
      from[m] = at[v] ?? 0
      put(board, v, to[m] ?? 0)
    }
    const rise = figures[figure] + penalty * figures.crowding - before
    const chance = CHANCES[Math.floor((n * CHANCES.length) / proposals)] ?? 0
    if (
      (!isSoft && figures.crowding > caps.crowding) ||
      (rise > 0 && !isAccepted(random, rise, chance)) ||
      (seats.hasOrder && !keepRules(board, seats, count))
    ) {
      for (let m = 0; m < count; m++) put(board, moved[m] ?? 0, from[m] ?? 0)
      continue
    }
    for (let m = 0; m < count; m++) reseat(board, seats, moved[m] ?? 0, from[m] ?? 0)
    if (figures[figure] >= least || isBad()) continue
    least = figures[figure]
    best = at.slice()
  }
  if (least < Infinity) best.forEach((k, v) => put(board, v, k))
}

/** A step up by one is taken with this chance, by two with its square, and so on. */
function isAccepted(random: Random, rise: number, chance: number): boolean {
  if (rise > STEP) return false
  for (let n = 0; n < rise; n++) if (below(random, SCALE) >= chance) return false
  return true
}

interface Seats {
  readonly movable: readonly number[]
  readonly ofTown: readonly (readonly number[])[]
  /** Movable visits by capacity and period, and where each stands in its list. */
  readonly lists: readonly number[][]
  readonly place: Int32Array
  /** By visit and period. */
  readonly isOpen: Uint8Array
  readonly hasOrder: boolean
  /** The moves proposed: visits, whereto, and where they were. */
  readonly moved: Int32Array
  readonly to: Int32Array
  readonly from: Int32Array
  /** The number of the proposal in which a visit last moved. */
  readonly stamp: Int32Array
}

function seatsOf({ pool, at }: Board, movable: readonly number[]): Seats {
  const { periods, purses, towns, visits } = pool
  const lists = Array.from({ length: purses.length * periods }, (): number[] => [])
  const ofTown = towns.map((): number[] => [])
  const count = visits.length
  const place = new Int32Array(count)
  const isOpen = new Uint8Array(count * periods)
  for (const v of movable) {
    const visit = visits[v]
    if (visit === undefined) continue
    const list = lists[visit.purse * periods + (at[v] ?? 0)]
    place[v] = list?.length ?? 0
    list?.push(v)
    ofTown[visit.town]?.push(v)
    for (const k of visit.open) isOpen[v * periods + k] = 1
  }
  const hasOrder = visits.some(({ partner }) => partner >= 0)
  const scratch = (): Int32Array => new Int32Array(count + 1)
  return { movable, ofTown, lists, place, isOpen, hasOrder, moved: scratch(), to: scratch(), from: scratch(), stamp: scratch() }
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

/** Writes moves within windows and days that wait no more than `spare`; answers how many, 0 where the lot falls on none. */
function propose({ pool, at, load }: Board, seats: Seats, random: Random, spare: number): number {
  const { movable, ofTown, lists, isOpen, moved, to: goal, stamp } = seats
  const { periods, visits } = pool
  const v = movable[below(random, movable.length)] ?? 0
  const visit = visits[v]
  if (visit === undefined) return 0
  const from = at[v] ?? 0
  const mates = ofTown[visit.town] ?? []
  const kind = below(random, 8)
  const open = visit.open
  const to = (kind < 6 ? at[mates[below(random, mates.length)] ?? v] : open[below(random, open.length)]) ?? from
  if (to === from || isOpen[v * periods + to] !== 1) return 0
  const isBlock = (kind & 1) === 1
  const number = (stamp[visits.length] ?? 0) + 1
  stamp[visits.length] = number
  let [count, going, coming, waits] = [0, 0, 0, 0]
  const take = (mate: number, k: number): void => {
    moved[count] = mate
    goal[count++] = k
    stamp[mate] = number
  }
  for (const mate of isBlock ? mates : [v]) {
    const own = visits[mate]
    if (at[mate] !== from || own?.purse !== visit.purse || isOpen[mate * periods + to] !== 1) continue
    take(mate, to)
    going += own.workload
    waits += own.urgency * (to - from)
  }
  const base = visit.purse * periods
  const room = capacityOf(pool, visit.purse, to) - (load[base + to] ?? 0)
  const space = capacityOf(pool, visit.purse, from) - (load[base + from] ?? 0) + going
  const there = lists[base + to] ?? []
  for (let tries = 0; tries < TRIES && (going - coming > room || waits > spare); tries++) {
    const w = there[below(random, there.length)] ?? v
    const other = visits[w]
    if (other === undefined || other.town === visit.town) continue
    for (const mate of isBlock ? (ofTown[other.town] ?? []) : [w]) {
      const own = visits[mate]
      if (at[mate] !== to || stamp[mate] === number || own?.purse !== visit.purse || isOpen[mate * periods + from] !== 1) continue
      if (coming + own.workload > space) break
      take(mate, from)
      coming += own.workload
      waits += own.urgency * (from - to)
    }
  }
  if (going - coming > room || coming > space || waits > spare) return 0
  if (seats.hasOrder)
    for (let m = count - 1; m >= 0; m--) {
      const first = visits[moved[m] ?? 0]
      if (first === undefined || first.kind !== 'first' || first.partner < 0 || stamp[first.partner] === number) continue
      const span = { earliest: (goal[m] ?? 0) + first.after, latest: (goal[m] ?? 0) + first.within }
      const again = at[first.partner] ?? 0
      if (again >= span.earliest && again <= span.latest) continue
      const k = findLater({ pool, at, load }, seats, random, first.partner, span)
      if (k < 0) return 0
      take(first.partner, k)
    }
  return count
}

/** A period with room for a look-back, neither too early nor too late, rather one in which its township is open already; −1 = none found. */
function findLater(
  { pool, at, load }: Pick<Board, 'pool' | 'at' | 'load'>,
  { ofTown, isOpen }: Seats,
  random: Random,
  v: number,
  { earliest, latest }: { readonly earliest: number; readonly latest: number },
): number {
  const visit = pool.visits[v]
  if (visit === undefined) return -1
  const { open, town, purse, workload } = visit
  const mates = ofTown[town] ?? []
  for (let tries = 0; tries < 2 * TRIES; tries++) {
    const k = (tries < TRIES ? at[mates[below(random, mates.length)] ?? v] : open[below(random, open.length)]) ?? -1
    if (k < earliest || k > latest || isOpen[v * pool.periods + k] !== 1) continue
    if ((load[purse * pool.periods + k] ?? 0) + workload <= capacityOf(pool, purse, k)) return k
  }
  return -1
}

function capacityOf({ purses }: Pool, purse: number, k: number): number {
  return purses[purse]?.capacity[k] ?? 0
}

/** Whether look-backs come in time and find room: what moved with others was looked at one by one. */
function keepRules({ pool, at, load }: Board, { moved }: Seats, count: number): boolean {
  for (let m = 0; m < count; m++) {
    const v = moved[m] ?? 0
    const visit = pool.visits[v]
    if (visit === undefined) return false
    const k = at[v] ?? 0
    if ((load[visit.purse * pool.periods + k] ?? 0) > capacityOf(pool, visit.purse, k)) return false
    if (visit.partner < 0) continue
    const [first, again] = visit.kind === 'first' ? [v, visit.partner] : [visit.partner, v]
    const later = (at[again] ?? 0) - (at[first] ?? 0)
    if (later < visit.after || later > visit.within) return false
  }
  return true
}
