// Who sits where during annealing, and how far a team is from obeying its rules: in units lacking, so that a search can feel its way.
import type { Instance } from '../compile/instance.ts'
import type { Field } from './field.ts'

export interface State {
  /** Person of each seat, −1 = empty. */
  readonly seats: Int32Array
  /** Seat of each person, −1 = free. */
  readonly place: Int32Array
}

/** Nobody seated but the pinned, who are seated first come, first served. */
export function emptyState(field: Field): State {
  return { seats: new Int32Array(field.seatTeam.length).fill(-1), place: new Int32Array(field.people).fill(-1) }
}

/** Units by which a team breaks its rules: empty seats, homes over the limit, seniors and skills lacking, pairs to be apart. */
export function lacking(instance: Instance, field: Field, state: State, team: number): number {
  const { rules, homeOf, senior, newcomer, apartFrom } = instance
  const [from, to] = [field.seatStart[team] ?? 0, field.seatStart[team + 1] ?? 0]
  const cap = rules.maxSameHome ?? -1
  let units = 0
  let seniors = 0
  let newcomers = 0
  for (let s = from; s < to; s++) {
    const i = state.seats[s] ?? -1
    if (i < 0) {
      units++
      continue
    }
    seniors += senior[i] ?? 0
    newcomers += newcomer[i] ?? 0
    const home = homeOf[i] ?? -1
    if (home >= 0) {
      let alike = 0
      let leaders = 0
      for (let r = from; r < s; r++) {
        const j = state.seats[r] ?? -1
        if (j < 0 || homeOf[j] !== home) continue
        if (field.seatLocal[r] === 0) alike++
        if (field.seatLeads[r] === 1) leaders++
      }
      if (cap >= 0 && field.seatLocal[s] === 0 && alike >= cap) units++
      if (field.seatLeads[s] === 1 && leaders > 0) units++
    }
    const apart = apartFrom[i]
    if (apart !== undefined && apart.length > 0) {
      for (const j of apart) {
        const seat = state.place[j] ?? -1
        if (seat >= from && seat < s) units++
      }
    }
  }
  if (seniors < rules.minSenior) units += rules.minSenior - seniors
  if (rules.maxNewcomers !== null && newcomers > rules.maxNewcomers) units += newcomers - rules.maxNewcomers
  for (const able of field.needs[team] ?? []) {
    let isMet = false
    for (let s = from; s < to && !isMet; s++) isMet = able[state.seats[s] ?? -1] === 1
    if (!isMet) units++
  }
  return units
}
