import { Worker } from 'node:worker_threads'
import type { CalendarProgress } from '@shengmian/dispatch'
import type { CalendarMessage, CalendarTask } from './calendar-messages.ts'

type Final = Exclude<CalendarMessage, { kind: 'progress' }>

/** How often the office is asked whether it still wants the answer. */
const ASK_MS = 500

/** Plans in a thread of its own. `goOn` is asked now and then and told how far it is; `false`, or the signal, ends the thread at once: then the answer is null. */
export function runCalendarSolver(
  task: CalendarTask,
  goOn: (progress: CalendarProgress | null) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Final | null> {
  if (signal.aborted) return Promise.resolve(null)
  const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    let answer: Final | null = null
    let progress: CalendarProgress | null = null
    let isStopped = false
    const stop = (): void => {
      isStopped = true
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    let isAsking = false
    const ask = (): void => {
      if (isAsking) return
      isAsking = true
      void goOn(progress)
        .then((isWanted) => (isWanted ? undefined : stop()), reject)
        .finally(() => {
          isAsking = false
        })
    }
    const asking = setInterval(ask, ASK_MS)
    worker.on('message', (message: CalendarMessage) => {
      if (message.kind !== 'progress') {
        answer = message
        return
      }
      progress = message.progress
      ask()
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      clearInterval(asking)
      signal.removeEventListener('abort', stop)
      if (answer !== null || isStopped) resolve(isStopped ? null : answer)
      else reject(new Error(`the calendar's thread ended with ${code} and no answer`))
    })
  })
}
