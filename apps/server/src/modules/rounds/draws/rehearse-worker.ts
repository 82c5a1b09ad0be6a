// The thread of a rehearsal, so that other requests are answered meanwhile.
import { parentPort, workerData } from 'node:worker_threads'
import { rehearseDraw } from '@shengmian/dispatch'

type Asked = Parameters<typeof rehearseDraw>

const { problem, terms } = workerData as { readonly problem: Asked[0]; readonly terms: Asked[1] }
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await rehearseDraw(problem, terms))
