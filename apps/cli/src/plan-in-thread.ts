import type { DispatchAnswer, DispatchOptions, Plan, Problem, Progress, ReadIssue } from '@shengmian/dispatch'
import { runInThread } from './run-in-thread.ts'
import type { Words } from './words.ts'

/** What is planned: files, which the thread reads so that a province is in memory once, or a problem at hand. */
export type PlanSource =
  | { readonly kind: 'files'; readonly problemPath: string; readonly keepPath: string | undefined }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly keep: Plan }

export interface PlanOrder {
  readonly source: PlanSource
  readonly options: Pick<DispatchOptions, 'seed' | 'effort'>
  /** One Int32: anything but 0 asks the solver to stop with its best plan. */
  readonly stop: SharedArrayBuffer
}

/** A plan that `verify` accepts, with the wishes it goes against; or a clash; or a file that could not be read. */
export type PlanResult =
  | { readonly kind: 'answer'; readonly answer: DispatchAnswer; readonly wishes: readonly Words[] }
  | { readonly kind: 'refused'; readonly path: string; readonly issues: readonly ReadIssue[] }

export type PlanReport = { readonly kind: 'progress'; readonly progress: Progress } | PlanResult

export interface ThreadedResult {
  readonly result: PlanResult
  /** Whether Ctrl-C (or SIGTERM) asked it to stop. */
  readonly wasStopped: boolean
}

/** What of a thread's memory is for objects that live shortly, in MB: more would hardly be quicker, and is never given back. */
const YOUNG = 24

/** Plans in a worker thread; the first Ctrl-C asks for the best plan so far, the second ends the program. */
export async function planInThread(
  source: PlanSource,
  options: PlanOrder['options'],
  onProgress: (progress: Progress) => void,
): Promise<ThreadedResult> {
  const { answer, wasStopped } = await runInThread(
    new URL('./plan-worker.ts', import.meta.url),
    (stop): PlanOrder => ({ source, options, stop }),
    (report: PlanReport): PlanResult | null => {
      if (report.kind !== 'progress') return report
      onProgress(report.progress)
      return null
    },
    { maxYoungGenerationSizeMb: YOUNG },
  )
  return { result: answer, wasStopped }
}
