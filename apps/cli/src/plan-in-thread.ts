import { Worker } from 'node:worker_threads'
import type { DispatchAnswer, DispatchOptions, Problem, Progress } from '@shengmian/dispatch'

export interface PlanOrder {
  readonly problem: Problem
  readonly options: Omit<DispatchOptions, 'onProgress'>
  /** One Int32: anything but 0 asks the solver to stop with its best plan. */
  readonly stop: SharedArrayBuffer
}

export type PlanReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: DispatchAnswer }

export interface ThreadedAnswer {
  readonly answer: DispatchAnswer
  /** Whether Ctrl-C (or SIGTERM) asked it to stop. */
  readonly wasStopped: boolean
}

/** Plans in a worker thread; the first Ctrl-C asks for the best plan so far, the second ends the program. */
export async function planInThread(
  problem: Problem,
  options: PlanOrder['options'],
  onProgress: (progress: Progress) => void,
): Promise<ThreadedAnswer> {
  const stop = new SharedArrayBuffer(4)
  const flag = new Int32Array(stop)
  const order: PlanOrder = { problem, options, stop }
  const worker = new Worker(new URL('./plan-worker.ts', import.meta.url), { workerData: order })
  const askToStop = (): void => {
    Atomics.store(flag, 0, 1)
  }
  process.once('SIGINT', askToStop)
  process.once('SIGTERM', askToStop)
  try {
    const answer = await new Promise<DispatchAnswer>((resolve, reject) => {
      worker.on('message', (message: PlanReport) => {
        if (message.kind === 'progress') onProgress(message.progress)
        else resolve(message.answer)
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('the solver ended without an answer')))
    })
    return { answer, wasStopped: Atomics.load(flag, 0) !== 0 }
  } finally {
    process.off('SIGINT', askToStop)
    process.off('SIGTERM', askToStop)
    await worker.terminate()
  }
}
