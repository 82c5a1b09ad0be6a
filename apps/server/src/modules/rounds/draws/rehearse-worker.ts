// The thread of a rehearsal, so that other requests are answered meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { rehearseDraw } from '@shengmian/dispatch'

const [problem, terms] = workerData as Parameters<typeof rehearseDraw>
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await rehearseDraw(problem, terms))
