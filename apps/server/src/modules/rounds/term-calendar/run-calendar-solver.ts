import { Worker } from 'node:worker_threads'
import type { CalendarMessage, CalendarTask } from './calendar-messages.ts'

/** How often the office is asked whether it still wants the answer. */
const ASK_MS = 500

/** Plans in a thread of its own. `goOn` is asked now and then; `false`, or the signal, ends the thread at once: then the answer is null. */
export function runCalendarSolver(
  task: CalendarTask,
  goOn: () => Promise<boolean>,
  signal: AbortSignal,
): Promise<CalendarMessage | null> {
  if (signal.aborted) return Promise.resolve(null)
  const worker = new Worker(new URL('./calendar-worker.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    let answer: CalendarMessage | null = null
    let isStopped = false
    const stop = (): void => {
      isStopped = true
      void worker.terminate()
    }
    signal.addEventListener('abort', stop, { once: true })
    const asking = setInterval(() => void goOn().then((isWanted) => (isWanted ? undefined : stop()), reject), ASK_MS)
    worker.on('message', (message: CalendarMessage) => {
      answer = message
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
