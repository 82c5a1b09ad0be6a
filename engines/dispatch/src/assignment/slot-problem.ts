// Nothing but people and slots: which person can fill which slot, at what cost. No teams, no rules between members.

/** Arcs of slot i are `first[i]` … `first[i + 1] − 1`: a person and what he costs there, an integer of any sign. */
export interface SlotProblem {
  readonly slots: number
  readonly people: number
  readonly first: Int32Array
  readonly person: Int32Array
  readonly cost: Int32Array
}

export type SlotAnswer =
  | {
      readonly kind: 'filled'
      /** Of each slot, the person who fills it. */
      readonly personOf: Int32Array
      readonly cost: number
      /** Integers ≥ 0, of people who fill no slot 0: the proof, see `boundOfPrices`. */
      readonly prices: Float64Array
    }
  | {
      /** These slots can only be filled by these people, and there are fewer of them. */
      readonly kind: 'too-few'
      readonly slots: readonly number[]
      readonly people: readonly number[]
    }

/**
 * What no assignment can undercut, for any prices ≥ 0 of people: the cheapest person of each slot, his price added, less all prices.
 * Equal to the cost of an assignment, it proves that assignment optimal. This is all that a checker needs.
 */
export function boundOfPrices({ slots, first, person, cost }: SlotProblem, prices: Float64Array): number {
  let bound = 0
  for (let slot = 0; slot < slots; slot++) {
    let least = Number.POSITIVE_INFINITY
    for (let arc = first[slot] ?? 0; arc < (first[slot + 1] ?? 0); arc++)
      least = Math.min(least, (cost[arc] ?? 0) + (prices[person[arc] ?? 0] ?? 0))
    bound += least
  }
  for (const price of prices) bound -= price
  return bound
}
