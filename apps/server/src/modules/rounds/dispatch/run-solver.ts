import { Worker } from 'node:worker_threads'
import type { Progress } from '@shengmian/dispatch'
import type { SolverAnswer, SolverTask } from './solver-messages.ts'

type Final = Exclude<SolverAnswer, { kind: 'progress' }>

/** Runs the solver in a thread of its own; `onProgress` may be slow, what comes in between is dropped. `false` asks to stop; the signal ends the thread at once. */
export function runSolver(
  task: Omit<SolverTask, 'stop'>,
  onProgress: (progress: Progress) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Final> {
  if (signal.aborted) return Promise.reject(new Error('the server is stopping'))
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./solver-worker.ts', import.meta.url), {
    workerData: { ...task, stop } satisfies SolverTask,
  })
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => void worker.terminate(), { once: true })
    let telling: Promise<void> | null = null
    let final: Final | null = null
    worker.on('message', (answer: SolverAnswer) => {
      if (answer.kind !== 'progress') {
        final = answer
        return
      }
      telling ??= onProgress(answer.progress)
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
        if (final === null) reject(new Error(`the solver's thread ended with ${code} and no answer`))
        else resolve(final)
      })
    })
  })
}
