// Annealing over seats: replace a member by a free person, or swap two people, along each team's cheapest candidates.
// A valid plan comes in milliseconds; what is left of the gap is the exact model's work.
import type { Instance } from '../compile/instance.ts'
import type { Meter } from '../meter.ts'
import type { Field } from './field.ts'
import { below, type Random } from './random.ts'
import { emptyState, lacking, type State } from './state.ts'
import { THRESHOLDS } from './thresholds.ts'

export interface Annealed {
  /** Seats of the best valid state; null where none was found. */
  readonly seats: Int32Array | null
  readonly cost: number
}

interface Run {
  readonly instance: Instance
  readonly field: Field
  readonly state: State
  readonly lack: Int32Array
  readonly random: Random
  /** Price of a unit lacking. */
  price: number
  cost: number
  lacks: number
  best: number
  bestSeats: Int32Array | null
  /** Cost of the last best state that the caller was told of. */
  told: number
  readonly onBetter: (seats: Int32Array) => void
}

const CHUNK = 4096

/**
 * Settles into a valid state, then cools once from a temperature at which the order of the whole can still change. While none is
 * valid, it tries again with a higher price on broken rules. Stops early when the meter is spent and a valid state is known.
 * `start` seats people before anything moves.
 */
export function anneal(
  instance: Instance,
  field: Field,
  random: Random,
  meter: Meter,
  length: number,
  start: Int32Array | null,
  isPinned: (person: number) => boolean,
  onBetter: (seats: Int32Array) => void,
): Annealed {
  const run: Run = {
    instance,
    field,
    state: emptyState(field),
    lack: new Int32Array(field.teams),
    random,
    price: 3 * field.unit,
    cost: 0,
    lacks: 0,
    best: Infinity,
    bestSeats: null,
    told: Infinity,
    onBetter,
  }
  seatFirst(run, start, isPinned)
  noteBest(run)
  if (run.bestSeats === null) cool(run, meter, length, field.unit / 100, isPinned, true)
  for (let round = 0; round < 6; round++) {
    cool(run, meter, length, field.unit / 12, isPinned, false)
    if (run.bestSeats !== null) break
    run.price *= 3
  }
  return { seats: run.bestSeats, cost: run.best }
}

function cool(
  run: Run,
  meter: Meter,
  length: number,
  hot: number,
  isPinned: (person: number) => boolean,
  untilValid: boolean,
): void {
  const chunks = Math.max(8, Math.ceil(length / CHUNK))
  // the temperature falls to a fiftieth; repeated multiplication rounds the same everywhere
  const ratio = 1 - 3.9 / chunks
  let temperature = hot
  for (let chunk = 0; chunk < chunks; chunk++) {
    for (let k = 0; k < CHUNK; k++) propose(run, temperature, isPinned)
    meter.spend(CHUNK)
    temperature = Math.max(temperature * Math.max(ratio, 0.5), run.field.unit / 2000)
    if (run.bestSeats !== null && run.best < run.told) {
      run.told = run.best
      run.onBetter(run.bestSeats)
    }
    const isStopped = meter.report('anneal') || meter.left() === 0
    if (run.bestSeats !== null && (isStopped || untilValid)) return
  }
}

/** Seats who is given, then the pinned, then the cheapest who fit. */
function seatFirst(run: Run, start: Int32Array | null, isPinned: (person: number) => boolean): void {
  const { field, state } = run
  const sit = (seat: number, i: number): void => {
    state.seats[seat] = i
    state.place[i] = seat
    run.cost += costAt(run, seat, i)
  }
  start?.forEach((i, seat) => {
    if (i >= 0 && fits(field, seat, i)) sit(seat, i)
  })
  // seats that few can take come first
  const order = Array.from(field.seatTeam, (_, seat) => seat)
  const able = order.map((seat) => (field.candidates[field.seatTeam[seat] ?? 0] ?? []).filter((i) => fits(field, seat, i)).length)
  order.sort((a, b) => (able[a] ?? 0) - (able[b] ?? 0) || a - b)
  for (const pinnedOnly of [true, false]) {
    for (const seat of order) {
      if (state.seats[seat] !== -1) continue
      const found = field.candidates[field.seatTeam[seat] ?? 0]?.find(
        (i) => state.place[i] === -1 && isPinned(i) === pinnedOnly && fits(field, seat, i),
      )
      if (found !== undefined) sit(seat, found)
    }
  }
  for (let t = 0; t < field.teams; t++) {
    run.lack[t] = lacking(run.instance, field, state, t)
    run.lacks += run.lack[t] ?? 0
  }
}

function fits(field: Field, seat: number, i: number): boolean {
  return ((field.open[(field.seatTeam[seat] ?? 0) * field.people + i] ?? 0) & (field.seatBit[seat] ?? 0)) !== 0
}

function costAt(run: Run, seat: number, i: number): number {
  return i < 0 ? 0 : (run.field.cost[(run.field.seatTeam[seat] ?? 0) * run.field.people + i] ?? 0)
}

function pickTeam(run: Run): number {
  const { field, random } = run
  const team = below(random, field.teams)
  if (run.lacks === 0 || (random() & 1) === 0) return team
  for (let k = 0; k < field.teams; k++) {
    const other = team + k < field.teams ? team + k : team + k - field.teams
    if ((run.lack[other] ?? 0) > 0) return other
  }
  return team
}

function propose(run: Run, temperature: number, isPinned: (person: number) => boolean): void {
  const { field, state, random } = run
  const team = pickTeam(run)
  const list = field.candidates[team]
  if (list === undefined || list.length === 0) return
  const [from, to] = [field.seatStart[team] ?? 0, field.seatStart[team + 1] ?? 0]
  const seat = from + below(random, to - from)
  // the product of two draws leans towards the cheap end of the list
  const newcomer = list[below(random, 1 + below(random, list.length))] ?? -1
  const leaver = state.seats[seat] ?? -1
  const seatOfNewcomer = state.place[newcomer] ?? -1
  if (newcomer < 0 || newcomer === leaver) return
  if (seatOfNewcomer >= from && seatOfNewcomer < to) {
    // both in the team: they may change seats, which only matters where an empty or better fitting seat appears
    if (fits(field, seat, newcomer) && (leaver < 0 || fits(field, seatOfNewcomer, leaver))) {
      exchange(run, [seat, seatOfNewcomer], [newcomer, leaver], temperature)
    }
    return
  }
  let into = seat
  let shifted = -1
  if (!fits(field, seat, newcomer)) {
    // somebody of the team may take the leaver's seat and leave his own to the newcomer
    for (let s = from; s < to; s++) {
      const i = state.seats[s] ?? -1
      if (i >= 0 && s !== seat && fits(field, s, newcomer) && fits(field, seat, i)) {
        into = s
        shifted = i
        break
      }
    }
    if (into === seat) return
  }
  const isBound = (leaver >= 0 && isPinned(leaver)) || (seatOfNewcomer >= 0 && isPinned(newcomer))
  if (isBound || (seatOfNewcomer < 0 && isPinned(newcomer) && leaver >= 0 && isPinned(leaver))) return
  if (seatOfNewcomer >= 0 && leaver >= 0 && !fits(field, seatOfNewcomer, leaver)) return
  const seats = [into]
  const people = [newcomer]
  if (into !== seat) {
    seats.push(seat)
    people.push(shifted)
  }
  if (seatOfNewcomer >= 0) {
    seats.push(seatOfNewcomer)
    people.push(leaver)
  }
  exchange(run, seats, people, temperature, seatOfNewcomer < 0 ? leaver : -1)
}

/** Puts people on seats, and takes it back unless the change is good enough. `out` loses his seat. */
function exchange(run: Run, seats: readonly number[], people: readonly number[], temperature: number, out = -1): void {
  const { field, state, instance } = run
  const before = seats.map((seat) => state.seats[seat] ?? -1)
  const moved = out >= 0 ? [...people, out] : people
  const places = moved.map((i) => state.place[i] ?? -1)
  let change = 0
  seats.forEach((seat, k) => {
    change += costAt(run, seat, people[k] ?? -1) - costAt(run, seat, before[k] ?? -1)
  })
  place(state, seats, people)
  if (out >= 0) state.place[out] = -1
  const first = field.seatTeam[seats[0] ?? 0] ?? 0
  const second = field.seatTeam[seats[seats.length - 1] ?? 0] ?? 0
  const lackFirst = lacking(instance, field, state, first)
  const lackSecond = second === first ? 0 : lacking(instance, field, state, second)
  const lacks = lackFirst - (run.lack[first] ?? 0) + (second === first ? 0 : lackSecond - (run.lack[second] ?? 0))
  const limit = (temperature * (THRESHOLDS[run.random() & 4095] ?? 0)) / 1024
  if (change + lacks * run.price > limit) {
    place(state, seats, before)
    moved.forEach((i, k) => {
      if (i >= 0) state.place[i] = places[k] ?? -1
    })
    return
  }
  run.cost += change
  run.lacks += lacks
  run.lack[first] = lackFirst
  if (second !== first) run.lack[second] = lackSecond
  noteBest(run)
}

function place(state: State, seats: readonly number[], people: readonly number[]): void {
  seats.forEach((seat, k) => {
    const i = people[k] ?? -1
    state.seats[seat] = i
    if (i >= 0) state.place[i] = seat
  })
}

function noteBest(run: Run): void {
  if (run.lacks !== 0 || run.cost >= run.best) return
  run.best = run.cost
  if (run.bestSeats === null) run.bestSeats = run.state.seats.slice()
  else run.bestSeats.set(run.state.seats)
}
