// Regions of a calendar in a thread of their own, one after the other, as long as the main thread has one.
import { parentPort } from 'node:worker_threads'
import { planCalendar } from '@shengmian/dispatch'
import type { RegionAnswer, RegionJob } from './calendar-in-threads.ts'

parentPort?.on('message', (job: RegionJob) => {
  void answer(job).then((message) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
    parentPort?.postMessage(message)
  })
})

async function answer({ part, index, seed, rounds }: RegionJob): Promise<RegionAnswer> {
  return { index, answer: await planCalendar(part.problem, seed, part.kept, { rounds }) }
}
