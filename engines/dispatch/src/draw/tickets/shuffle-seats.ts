// A ticket does not start from the best plan itself, or it would hardly leave it: its people change places at random first, as far as
// every team keeps obeying its rules and nothing that weighs more than travel gets worse.
import type { Field } from '../../solve/anneal/field.ts'
import { below, type Random } from '../../solve/anneal/random.ts'
import { lacking, type State } from '../../solve/anneal/state.ts'
import type { Ground } from './ground.ts'

const EXCHANGES_A_SEAT = 60

/** People on seats after random exchanges; as valid as the best plan. */
export function shuffleSeats(ground: Ground, random: Random): Int32Array {
  const { instance, field, seats, tolerance } = ground
  const state: State = { seats: seats.slice(), place: new Int32Array(field.people).fill(-1) }
  state.seats.forEach((person, seat) => {
    if (person >= 0) state.place[person] = seat
  })
  const count = seats.length
  const isStrict = tolerance.totalExposure + tolerance.unverified === 0
  for (let step = 0; step < EXCHANGES_A_SEAT * count; step++) {
    const seat = below(random, count)
    const list = field.candidates[field.seatTeam[seat] ?? 0] ?? new Int32Array()
    const comes = list[below(random, list.length)] ?? -1
    const goes = state.seats[seat] ?? -1
    const from = state.place[comes] ?? -1
    if (comes < 0 || goes < 0 || comes === goes || instance.pinsOf.has(comes) || instance.pinsOf.has(goes)) continue
    if (!isOpen(field, seat, comes) || (from >= 0 && !isOpen(field, from, goes))) continue
    if (isStrict && doubts(ground, seat, comes, from, goes) > 0) continue
    const teams = [field.seatTeam[seat] ?? 0, field.seatTeam[from] ?? -1]
    put(state, seat, comes, from, goes)
    if (teams.some((team) => team >= 0 && lacking(instance, field, state, team) > 0)) put(state, seat, goes, from, comes)
  }
  return state.seats
}

function isOpen(field: Field, seat: number, person: number): boolean {
  return ((field.open[(field.seatTeam[seat] ?? 0) * field.people + person] ?? 0) & (field.seatBit[seat] ?? 0)) !== 0
}

/** What the exchange adds to exposure and unverified facts, in the field's price. */
function doubts(
  { field, places, instance: { problem, map } }: Ground,
  seat: number,
  comes: number,
  from: number,
  goes: number,
): number {
  const of = (at: number, person: number): number => {
    const team = field.seatTeam[at] ?? 0
    return (
      (field.cost[team * field.people + person] ?? 0) -
      map.travel(problem.people[person]?.home ?? null, places[team]?.option.host ?? null)
    )
  }
  return of(seat, comes) - of(seat, goes) + (from < 0 ? 0 : of(from, goes) - of(from, comes))
}

/** `first` sits down on `seat`; `second` goes where the other came from, if that was a seat. */
function put(state: State, seat: number, first: number, from: number, second: number): void {
  state.seats[seat] = first
  state.place[first] = seat
  if (from >= 0) state.seats[from] = second
  state.place[second] = from
}
