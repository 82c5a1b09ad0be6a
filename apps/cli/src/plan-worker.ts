// The solver works without pause, so it works in a thread of its own: the main thread can then hear Ctrl-C and print.
import { parentPort, workerData } from 'node:worker_threads'
import { planDispatch } from '@shengmian/dispatch'
import type { PlanOrder, PlanReport } from './plan-in-thread.ts'

const { problem, options, stop } = workerData as PlanOrder
const flag = new Int32Array(stop)

function report(message: PlanReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message)
}

const answer = await planDispatch(problem, {
  ...options,
  onProgress: (progress) => {
    report({ kind: 'progress', progress })
    return Atomics.load(flag, 0) === 0 ? 'go-on' : 'stop'
  },
})
report({ kind: 'answer', answer })
