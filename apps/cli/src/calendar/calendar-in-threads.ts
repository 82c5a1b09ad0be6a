// A calendar region by region, in as many threads as there are cores. Which thread plans which region changes nothing: each region draws
// its lots from the seed and its own code, and the answers are joined in the order of the file.
import { Worker } from 'node:worker_threads'
import {
  cutCalendar,
  joinCalendars,
  roundsFor,
  type CalendarAnswer,
  type CalendarPart,
  type CalendarProblem,
  type CalendarVisit,
} from '@shengmian/dispatch'

/** Sent to a thread; the thread answers each with a `RegionAnswer`. */
export interface RegionJob {
  readonly index: number
  readonly part: CalendarPart
  readonly seed: string
  readonly rounds: number
}

export interface RegionAnswer {
  readonly index: number
  readonly answer: CalendarAnswer
}

interface RegionDone {
  readonly done: number
  readonly regions: number
  /** The region's name, as the file has it. */
  readonly name: string
  readonly answer: CalendarAnswer
}

export async function planInThreads(
  problem: CalendarProblem,
  seed: string,
  kept: readonly CalendarVisit[],
  { workers, onRegion }: { readonly workers: number; readonly onRegion: (done: RegionDone) => void },
): Promise<CalendarAnswer> {
  const parts = cutCalendar(problem, kept)
  const answers = new Map<number, CalendarAnswer>()
  let next = 0
  const rounds = roundsFor(problem)
  const threads = Array.from(
    { length: Math.min(workers, parts.length) },
    () => new Worker(new URL('./calendar-worker.ts', import.meta.url)),
  )
  const keepBusy = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const give = (): void => {
        const index = next++
        const part = parts[index]
        if (part === undefined) return resolve()
        const job: RegionJob = { index, part, seed, rounds }
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
        worker.postMessage(job)
      }
      worker.on('message', ({ index, answer }: RegionAnswer) => {
        answers.set(index, answer)
        const name = problem.capacities[index]?.name ?? ''
        onRegion({ done: answers.size, regions: parts.length, name, answer })
        give()
      })
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('a region ended without an answer')))
      give()
    })
  try {
    await Promise.all(threads.map(keepBusy))
  } finally {
    await Promise.all(threads.map((worker) => worker.terminate()))
  }
  return joinCalendars(
    problem,
    seed,
    kept,
    parts.flatMap((_, index) => answers.get(index) ?? []),
  )
}
