import type { CalendarProgress } from '@shengmian/dispatch'
import { runInThread } from '../../../platform/run-in-thread.ts'
import type { CalendarMessage, CalendarTask } from './calendar-messages.ts'

type Final = Exclude<CalendarMessage, { kind: 'progress' }>

/** How often the office is asked whether it still wants the answer. */
const ASK_MS = 500

/** Plans in a thread of its own. `goOn` is asked now and then and told how far it is; `false`, or the signal, ends the thread at once: then the answer is null. */
export async function runCalendarSolver(
  task: CalendarTask,
  goOn: (progress: CalendarProgress | null) => Promise<boolean>,
  signal: AbortSignal,
): Promise<Final | null> {
  const unwanted = new AbortController()
  const last: { progress: CalendarProgress | null } = { progress: null }
  let isAsking = false
  // one region may take long and tells nothing meanwhile, so the office is asked by the clock
  const asking = setInterval(() => {
    if (isAsking) return
    isAsking = true
    goOn(last.progress)
      .then((isWanted) => isWanted || unwanted.abort())
      .catch((error: unknown) => unwanted.abort(error))
      .finally(() => {
        isAsking = false
      })
  }, ASK_MS)
  try {
    const answer = await runInThread<CalendarMessage>(new URL('./calendar-worker.ts', import.meta.url), task, {
      onProgress: (step) => {
        last.progress = step.progress
        return Promise.resolve(true)
      },
      signal: AbortSignal.any([signal, unwanted.signal]),
    })
    // However quick it was: whoever looks finds how far it came.
    return last.progress === null || (await goOn(last.progress)) ? answer : null
  } catch (error) {
    if (signal.aborted || isPlainAbort(error)) return null
    throw error
  } finally {
    clearInterval(asking)
  }
}

function isPlainAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
