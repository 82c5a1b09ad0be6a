// The solver works without pause, so it works in a thread of its own: the main thread can then hear Ctrl-C and print.
import { parentPort, workerData } from 'node:worker_threads'
import { planDispatch, readPlan, type Plan, type Problem, type ReadOutcome } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { readAt } from './files.ts'
import type { PlanOrder, PlanReport, PlanResult, PlanSource } from './plan-in-thread.ts'
import { readProblemAt } from './read-problem-file.ts'

const { source, options, stop } = workerData as PlanOrder
const flag = new Int32Array(stop)

function report(message: PlanReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message)
}

async function plan(): Promise<PlanResult> {
  const order = await read(source)
  if (order.kind === 'refused') return order
  const { problem, keep } = order
  const answer = await planDispatch(problem, {
    ...options,
    ...(keep === undefined ? {} : { keep }),
    onProgress: (progress) => {
      report({ kind: 'progress', progress })
      return Atomics.load(flag, 0) === 0 ? 'go-on' : 'stop'
    },
  })
  if (answer.kind === 'no-plan') return { kind: 'answer', answer, wishes: [] }
  // A plan with a rule broken is never written, whoever made it.
  const { isValid, breaches, wishes } = verifyPlan(problem, answer.plan)
  if (!isValid) {
    const list = breaches.map(({ rule, subject, fact }) => `${rule} ${subject} — ${fact.en}`).join('\n')
    throw new Error(`the solver answered a plan that verify refuses:\n${list}`)
  }
  return { kind: 'answer', answer, wishes }
}

type Order = { readonly kind: 'read'; readonly problem: Problem; readonly keep: Plan | undefined }

async function read(from: PlanSource): Promise<Order | (PlanResult & { kind: 'refused' })> {
  if (from.kind === 'problem') return { kind: 'read', problem: from.problem, keep: from.keep }
  const refused = (path: string, { issues }: ReadOutcome<unknown> & { kind: 'refused' }) =>
    ({ kind: 'refused', path, issues }) as const
  const problem = await readProblemAt(from.problemPath)
  if (problem.kind === 'refused') return refused(from.problemPath, problem)
  if (from.keepPath === undefined) return { kind: 'read', problem: problem.value, keep: undefined }
  const keep = await readAt(from.keepPath, readPlan)
  return keep.kind === 'refused' ? refused(from.keepPath, keep) : { kind: 'read', problem: problem.value, keep: keep.value }
}

report(await plan())
