import { Worker } from 'node:worker_threads'
import type { DrawMessage, DrawTask } from './draw-messages.ts'

type Final = Exclude<DrawMessage, { kind: 'progress' }>

/** Solves in a thread of its own; `onProgress` may be slow, what comes in between is dropped. `false` asks to stop; the signal ends the thread at once. */
export function runDrawSolver(
  task: Omit<DrawTask, 'stop'>,
  onProgress: (done: number) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Final> {
  if (signal.aborted) return Promise.reject(new Error('the server is stopping'))
  const stop = new SharedArrayBuffer(4)
  const worker = new Worker(new URL('./draw-worker.ts', import.meta.url), { workerData: { ...task, stop } satisfies DrawTask })
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => void worker.terminate(), { once: true })
    let telling: Promise<void> | null = null
    let final: Final | null = null
    worker.on('message', (message: DrawMessage) => {
      if (message.kind !== 'progress') {
        final = message
        return
      }
      telling ??= onProgress(message.done)
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
        if (final === null) reject(new Error(`the thread of the draw ended with ${code} and no answer`))
        else resolve(final)
      })
    })
  })
}
