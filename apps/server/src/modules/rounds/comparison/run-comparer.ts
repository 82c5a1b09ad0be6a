import { Worker } from 'node:worker_threads'
import type { ComparisonAnswer, ComparisonTask } from './comparison-messages.ts'

type Final = Extract<ComparisonAnswer, { kind: 'comparison' }>
type Step = Extract<ComparisonAnswer, { kind: 'progress' }>

/** Compares in a thread of its own; `onProgress` may be slow, what comes in between is dropped. `false` asks to stop; the signal ends it at once. */
export function runComparer(
  task: Omit<ComparisonTask, 'stop'>,
  onProgress: (step: Step) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Final> {
  if (signal.aborted) return Promise.reject(new Error('the server is stopping'))
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./comparison-worker.ts', import.meta.url), {
    workerData: { ...task, stop } satisfies ComparisonTask,
  })
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => void worker.terminate(), { once: true })
    let telling: Promise<void> | null = null
    let final: Final | null = null
    worker.on('message', (answer: ComparisonAnswer) => {
      if (answer.kind === 'comparison') {
        final = answer
        return
      }
      telling ??= onProgress(answer)
        .then((goOn) => {
          if (!goOn) Atomics.store(new Int32Array(stop), 0, 1)
        }, reject)
        .finally(() => {
          telling = null
        })
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      void Promise.resolve(telling).then(() => {
        if (final === null) reject(new Error(`the comparing thread ended with ${code} and no answer`))
        else resolve(final)
      })
    })
  })
}
