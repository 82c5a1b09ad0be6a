// The modes are planned without pause, so in a thread of their own: the main thread can then hear Ctrl-C and print.
import { parentPort, workerData } from 'node:worker_threads'
import { compareModes } from '@shengmian/dispatch'
import type { CompareOrder, CompareReport } from './compare-in-thread.ts'

const { problem, options, stop } = workerData as CompareOrder
const flag = new Int32Array(stop)

function report(message: CompareReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message)
}

const comparison = await compareModes(problem, {
  ...options,
  onProgress: (mode, progress) => {
    report({ kind: 'progress', mode, progress })
    return Atomics.load(flag, 0) === 0 ? 'go-on' : 'stop'
  },
})
report({ kind: 'comparison', comparison })
