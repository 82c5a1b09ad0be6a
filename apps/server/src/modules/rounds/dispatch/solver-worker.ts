// The thread in which the solver runs, so that requests are answered meanwhile. A plan leaves it only together with the verdict
// of the independent check.
import { parentPort, workerData } from 'node:worker_threads'
import { planDispatch, prepareRepair, type Plan, type Problem, type RepairAnswer } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import type { SolverAnswer, SolverTask } from './solver-messages.ts'

const task = workerData as SolverTask
const stop = new Int32Array(task.stop)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const tell = (answer: SolverAnswer): void => parentPort?.postMessage(answer)

const repaired = task.keep === null ? null : repairProven(task.problem, task.keep)
if (repaired === null) await search()
else tellPlan(repaired.writePlan(), { zh: repaired.proof.zh, en: repaired.proof.en })

/** The repair that moves provably the fewest people; null where it proves nothing: then the whole round is searched. */
function repairProven(problem: Problem, keep: Plan): Extract<RepairAnswer, { kind: 'repaired' }> | null {
  const answer = prepareRepair(problem, keep)([])
  return answer.kind === 'repaired' && answer.proof.isFewest && answer.proof.isBest ? answer : null
}

async function search(): Promise<void> {
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
  else tellPlan(answer.plan, null)
}

function tellPlan(plan: Plan, proof: { readonly zh: string; readonly en: string } | null): void {
  const { breaches } = verifyPlan(task.problem, plan)
  tell({ kind: 'plan', plan, proof, breaches: breaches.map(({ rule, fact }) => ({ rule, ...fact })) })
}
