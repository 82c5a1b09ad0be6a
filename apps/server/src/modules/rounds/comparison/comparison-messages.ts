// What the comparing thread and the job that waits for it say to each other.
import type { StopFlag } from '../../../platform/run-in-thread.ts'
import type { ComparedMode, Comparison, Problem, Rates } from '@shengmian/dispatch'

export interface ComparisonTask extends StopFlag {
  readonly problem: Problem
  readonly seed: string
  readonly effort: number
  readonly tickets: number
  readonly rates: Rates | null
}

export type ComparisonAnswer =
  | { readonly kind: 'progress'; readonly mode: ComparedMode; readonly iterations: number }
  | {
      readonly kind: 'comparison'
      readonly comparison: Comparison
      /** What the independent check finds in the plans; nothing of it is ever shown. */
      readonly breaches: readonly { readonly zh: string; readonly en: string }[]
    }
