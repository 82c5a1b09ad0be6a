import type { ComparedMode, CompareOptions, Comparison, Problem, Progress } from '@shengmian/dispatch'
import { runInThread } from './run-in-thread.ts'

export interface CompareOrder {
  readonly problem: Problem
  readonly options: Omit<CompareOptions, 'onProgress'>
  /** One Int32: anything but 0 asks for the modes done so far. */
  readonly stop: SharedArrayBuffer
}

export type CompareReport =
  | { readonly kind: 'progress'; readonly mode: ComparedMode; readonly progress: Progress }
  | { readonly kind: 'comparison'; readonly comparison: Comparison }

/** Compares in a worker thread; the first Ctrl-C asks for the modes done so far, the second ends the program. */
export function compareInThread(
  problem: Problem,
  options: CompareOrder['options'],
  onProgress: (mode: ComparedMode, progress: Progress) => void,
): Promise<{ readonly answer: Comparison; readonly wasStopped: boolean }> {
  return runInThread(
    new URL('./compare-worker.ts', import.meta.url),
    (stop): CompareOrder => ({ problem, options, stop }),
    (report: CompareReport) => {
      if (report.kind === 'comparison') return report.comparison
      onProgress(report.mode, report.progress)
      return null
    },
  )
}
