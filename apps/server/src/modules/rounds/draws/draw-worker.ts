// The thread in which tickets and replacements are solved, so that requests are answered meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { makePortfolio, withdrawPerson } from '@shengmian/dispatch'
import type { DrawMessage, DrawTask } from './draw-messages.ts'

const task = workerData as DrawTask
const stop = new Int32Array(task.stop)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const tell = (message: DrawMessage): void => parentPort?.postMessage(message)

if (task.withdrawal !== null)
  tell({ kind: 'withdrawal', answer: await withdrawPerson(task.files, task.tickets, task.withdrawal) })
else {
  const answer = await makePortfolio(task.files, (done) => {
    tell({ kind: 'progress', done })
    return Atomics.load(stop, 0) === 1 ? 'stop' : undefined
  })
  tell({ kind: 'tickets', answer })
}
