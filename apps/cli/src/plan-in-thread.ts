import { Worker } from 'node:worker_threads'
import type { DispatchAnswer, DispatchOptions, Plan, Problem, Progress, ReadIssue } from '@shengmian/dispatch'
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
  const stop = new SharedArrayBuffer(4)
  const flag = new Int32Array(stop)
  const order: PlanOrder = { source, options, stop }
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
  const askToStop = (): void => {
    Atomics.store(flag, 0, 1)
  }
  process.once('SIGINT', askToStop)
  process.once('SIGTERM', askToStop)
  try {
    const result = await new Promise<PlanResult>((resolve, reject) => {
      worker.on('message', (message: PlanReport) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else resolve(message)
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the solver ended without an answer')))
    })
    return { result, wasStopped: Atomics.load(flag, 0) !== 0 }
  } finally {
    process.off('SIGINT', askToStop)
    process.off('SIGTERM', askToStop)
    await worker.terminate()
  }
}
