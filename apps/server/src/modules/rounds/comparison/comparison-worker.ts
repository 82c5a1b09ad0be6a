// The thread in which modes are compared. Figures leave it only together with the verdict of the independent check on every plan.
import { parentPort, workerData } from 'node:worker_threads'
import { compareModes, deriveMode } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import type { ComparisonAnswer, ComparisonTask } from './comparison-messages.ts'

const { problem, seed, effort, tickets, rates, stop } = workerData as ComparisonTask
const flag = new Int32Array(stop)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const tell = (answer: ComparisonAnswer): void => parentPort?.postMessage(answer)

const comparison = await compareModes(problem, {
  seed,
  effort,
  tickets,
  ...(rates === null ? {} : { rates }),
  onProgress: (mode, { iterations }) => {
    tell({ kind: 'progress', mode, iterations })
    return Atomics.load(flag, 0) === 1 ? 'stop' : undefined
  },
})
const breaches = comparison.modes.flatMap(({ mode, outcome }) =>
  outcome.kind === 'plan'
    ? verifyPlan(deriveMode(problem, mode).problem, outcome.plan).breaches.map(({ fact }) => ({ zh: fact.zh, en: fact.en }))
    : [],
)
tell({ kind: 'comparison', comparison, breaches })
