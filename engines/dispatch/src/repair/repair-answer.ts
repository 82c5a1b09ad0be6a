// What a repair is asked and what it answers.
import type { Objective, Plan } from '../plan.ts'
import type { Problem, ProblemTie } from '../problem.ts'
import type { PlanChange } from '../solve/answer.ts'

/** What came to light after the plan was made. */
export type RepairChange =
  | { readonly kind: 'tie'; readonly tie: ProblemTie }
  | { readonly kind: 'barred'; readonly bar: Problem['barred'][number] }
  | { readonly kind: 'unavailable'; readonly person: string }

/** All plans that move so many people were gone through, or the plans of one kind of them. */
export interface Exhausted {
  readonly moved: number
  readonly zh: string
  readonly en: string
}

export interface RepairProof {
  /** No valid plan moves fewer people. */
  readonly isFewest: boolean
  /** None that moves as few, replaces as few and gives as few targets to other teams is better in the six levels. */
  readonly isBest: boolean
  /** Why not fewer: what was gone through without finding a plan. */
  readonly exhausted: readonly Exhausted[]
  readonly zh: string
  readonly en: string
}

export type RepairAnswer =
  | {
      readonly kind: 'repaired'
      /** The problem with the changes in it. */
      readonly problem: Problem
      readonly changes: readonly PlanChange[]
      /** People whose team differs; somebody replaced from the reserve counts as two: one leaves, one comes. */
      readonly moved: number
      readonly objective: Objective
      readonly proof: RepairProof
      /** The plan file: hashes the problem, which takes longer than the repair. */
      readonly writePlan: () => Plan
    }
  /** Nothing that this search reaches: the round has to be planned again with the plan as what to keep. */
  | { readonly kind: 'beyond'; readonly zh: string; readonly en: string }
