import { Worker, type ResourceLimits } from 'node:worker_threads'

interface Threaded<Answer> {
  readonly answer: Answer
  /** Whether Ctrl-C (or SIGTERM) asked it to stop. */
  readonly wasStopped: boolean
}

/**
 * Works in a thread of its own, so that the main thread hears Ctrl-C: the first asks for what there is so far, by setting the one Int32
 * that the order is given, the second ends the program. `onReport` answers the last report, and null before.
 */
export async function runInThread<Answer>(
  file: URL,
  orderWith: (stop: SharedArrayBuffer) => object,
  onReport: (report: never) => Answer | null,
  resourceLimits: ResourceLimits = {},
): Promise<Threaded<Answer>> {
  const stop = new SharedArrayBuffer(4)
  const flag = new Int32Array(stop)
  const worker = new Worker(file, { workerData: orderWith(stop), resourceLimits })
  const askToStop = (): void => {
    Atomics.store(flag, 0, 1)
  }
  process.once('SIGINT', askToStop)
  process.once('SIGTERM', askToStop)
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      worker.on('message', (report: unknown) => {
        const last = onReport(report as never)
        if (last !== null) resolve(last)
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
