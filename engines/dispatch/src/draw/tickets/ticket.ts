// What is asked for one ticket, and what comes of it.
import type { Objective, Plan } from '../../plan.ts'

/** How much of a pair is used up: null = it may be used no more, else kilometres added to its cost. */
export type PairPrice = (person: number, targets: readonly number[]) => number | null

export interface TicketOrder {
  /** 64 hexadecimal digits. */
  readonly seed: string
  /** Noise on each person's cost in each team: 0 … amplitude kilometres. */
  readonly amplitude: number
  /** Whether whole teams may exchange their places; else only people move. */
  readonly turns: boolean
  /** Proposals a seat. */
  readonly proposals: number
  readonly price: PairPrice | null
}

export interface Ticket {
  readonly plan: Plan
  readonly objective: Objective
}
