// What the comparing thread and the job that waits for it say to each other.
import type { ComparedMode, Comparison, Problem, Rates } from '@shengmian/dispatch'

export interface ComparisonTask {
  readonly problem: Problem
  readonly seed: string
  readonly effort: number
  readonly tickets: number
  readonly rates: Rates | null
  /** Set to 1 to ask the comparison to stop. */
  readonly stop: SharedArrayBuffer
}

export type ComparisonAnswer =
  | { readonly kind: 'progress'; readonly mode: ComparedMode; readonly iterations: number }
  | {
      readonly kind: 'comparison'
      readonly comparison: Comparison
      /** What the independent check finds in the plans; nothing of it is ever shown. */
      readonly breaches: readonly { readonly zh: string; readonly en: string }[]
    }
