// The thread in which the solver runs, so that requests are answered meanwhile. A plan leaves it only together with the verdict
// of the independent check.
import { parentPort, workerData } from 'node:worker_threads'
import { planDispatch } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import type { SolverAnswer, SolverTask } from './solver-messages.ts'

const task = workerData as SolverTask
const stop = new Int32Array(task.stop)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const tell = (answer: SolverAnswer): void => parentPort?.postMessage(answer)

const answer = await planDispatch(task.problem, {
  seed: task.seed,
  effort: task.effort,
  ...(task.keep === null ? {} : { keep: task.keep }),
  onProgress: (progress) => {
    tell({ kind: 'progress', progress })
    return Atomics.load(stop, 0) === 1 ? 'stop' : undefined
  },
})
if (answer.kind === 'no-plan') tell(answer)
else {
  const { breaches } = verifyPlan(task.problem, answer.plan)
  tell({ kind: 'plan', plan: answer.plan, breaches: breaches.map(({ rule, fact }) => ({ rule, ...fact })) })
}
