// As many zones at once as there are threads: that many problems are in memory, however many zones the nation has.
import { Worker } from 'node:worker_threads'
import type { Progress } from '@shengmian/dispatch'
import type { ZoneAnswer, ZoneJob, ZoneReport } from './zone-job.ts'

export interface ZoneThreads {
  /** Waits for a free thread, then starts the job; the promise of its answer is kept by `answers`. */
  readonly start: (
    job: ZoneJob,
    told: { onProgress?: (progress: Progress) => void; onAnswer: (answer: ZoneAnswer, ms: number) => void },
  ) => Promise<void>
  /** When everything started has been answered. Throws what a thread threw. */
  readonly finish: () => Promise<void>
  /** Ends all threads at once; what was started is not answered any more. */
  readonly stop: () => Promise<void>
  readonly isStopped: () => boolean
}

export function zoneThreads(most: number): ZoneThreads {
  const running = new Map<Worker, Promise<void>>()
  let isStopped = false
  let fault: unknown = null
  const work = (job: ZoneJob, told: Parameters<ZoneThreads['start']>[1]): void => {
    const began = performance.now()
    const worker = new Worker(new URL('./zone-worker.ts', import.meta.url), { workerData: job })
    const done = new Promise<ZoneAnswer | null>((resolve, reject) => {
      worker.on('message', (report: ZoneReport) => {
        if (report.kind === 'answer') resolve(report.answer)
        else told.onProgress?.(report.progress)
      })
      worker.on('error', reject)
      worker.on('exit', () => (isStopped ? resolve(null) : reject(new Error('a zone ended without an answer'))))
    })
    const settled = done
      .then((answer) => {
        if (answer !== null && !isStopped) told.onAnswer(answer, performance.now() - began)
      })
      .catch((error: unknown) => {
        fault ??= error
      })
      .then(async () => {
        await worker.terminate()
        running.delete(worker)
      })
    running.set(worker, settled)
  }
  const stop = async (): Promise<void> => {
    isStopped = true
    await Promise.all([...running.keys()].map((worker) => worker.terminate()))
    await Promise.all(running.values())
  }
  return {
    async start(job, told) {
      while (running.size >= most) await Promise.race(running.values())
      if (fault === null && !isStopped) work(job, told)
    },
    async finish() {
      await Promise.all(running.values())
      if (fault !== null) throw fault
    },
    stop,
    isStopped: () => isStopped,
  }
}
