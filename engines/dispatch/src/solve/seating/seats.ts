// Who sits where, as sets: a team is its members, and which of them takes which slot is worked out at the end.
import type { Seating } from './seating.ts'

export interface Seats {
  /** Members of team t stand at `start[t]` … `start[t + 1] − 1`; −1 = empty. */
  readonly start: Int32Array
  readonly members: Int32Array
  /** The member's role, 0 for an empty place. */
  readonly roles: Int32Array
  /** Place of each person, −1 = free. */
  readonly placeOf: Int32Array
}

export function emptySeats(seating: Seating): Seats {
  const start = new Int32Array(seating.teams + 1)
  for (let t = 0; t < seating.teams; t++) start[t + 1] = (start[t] ?? 0) + (seating.shapes[seating.shapeOf[t] ?? 0]?.size ?? 0)
  const places = start[seating.teams] ?? 0
  return {
    start,
    members: new Int32Array(places).fill(-1),
    roles: new Int32Array(places),
    placeOf: new Int32Array(seating.people).fill(-1),
  }
}

/** The same people on the same places, free to be changed. */
export function copySeats(seats: Seats): Seats {
  return { start: seats.start, members: seats.members.slice(), roles: seats.roles.slice(), placeOf: seats.placeOf.slice() }
}

export function overwriteSeats(to: Seats, from: Seats): void {
  to.members.set(from.members)
  to.roles.set(from.roles)
  to.placeOf.set(from.placeOf)
}

/** Puts a person on a place; whoever sat there must have been taken off. */
export function sit(seats: Seats, place: number, person: number, role: number): void {
  seats.members[place] = person
  seats.roles[place] = role
  if (person >= 0) seats.placeOf[person] = place
}

/** The teams' places by team, for looking up whose a place is. */
export function teamsOfPlaces(seats: Seats): Int32Array {
  const teamOf = new Int32Array(seats.members.length)
  for (let t = 0; t + 1 < seats.start.length; t++) teamOf.fill(t, seats.start[t], seats.start[t + 1])
  return teamOf
}

/** What all seats cost a search. */
export function costOf(seating: Seating, seats: Seats): number {
  let cost = 0
  for (let t = 0; t < seating.teams; t++) {
    for (let place = seats.start[t] ?? 0; place < (seats.start[t + 1] ?? 0); place++) {
      const i = seats.members[place] ?? -1
      if (i >= 0) cost += seating.costAt(i, t)
    }
  }
  return cost
}
