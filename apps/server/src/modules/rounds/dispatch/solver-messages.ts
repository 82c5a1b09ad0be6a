// What the solver's thread and the job that waits for it say to each other.
import type { StopFlag } from '../../../platform/run-in-thread.ts'
import type { Clash, Plan, Problem, Progress } from '@shengmian/dispatch'

export interface SolverTask extends StopFlag {
  readonly problem: Problem
  readonly seed: string
  readonly effort: number
  readonly keep: Plan | null
}

export type SolverAnswer =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'plan'
      readonly plan: Plan
      /** How few people a repair moves, and what is proven of it; null for a plan that was searched for. */
      readonly proof: { readonly zh: string; readonly en: string } | null
      readonly breaches: readonly { readonly rule: string; readonly zh: string; readonly en: string }[]
    }
  | { readonly kind: 'no-plan'; readonly clash: Clash }
