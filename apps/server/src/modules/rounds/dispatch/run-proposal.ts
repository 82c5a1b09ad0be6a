// The job behind a proposal: solve, verify, write down. Every write holds only while nobody has cancelled.
import { hashProblem, EFFORTS, type Plan, type Progress } from '@shengmian/dispatch'
import type { Transact } from '../../../platform/transaction.ts'
import { runInThread } from '../../../platform/run-in-thread.ts'
import { hashText } from './hash-text.ts'
import { demandProblem } from './problem-store.ts'
import { findProposal, moveProposal } from './proposal-store.ts'
import type { SolverAnswer, SolverTask } from './solver-messages.ts'

const WORKER = { kind: 'worker' } as const

export async function runProposal(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  try {
    await solveProposal(transact, id, now, signal)
  } catch (error) {
    // a server that stops leaves the proposal running: the next start queues it again
    if (signal.aborted) return
    const message = {
      zh: '求解程序出错，已记录；请重试或告诉管理员',
      en: 'the solver failed; it was logged: try again or tell your administrator',
    }
    await transact(WORKER, (tx) =>
      moveProposal(tx, id, ['running'], { state: 'failed', message: JSON.stringify(message), finished_at: now() }),
    )
    throw error
  }
}

async function solveProposal(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  const begun = await transact(WORKER, async (tx) => {
    const isMoved = await moveProposal(tx, id, ['queued', 'running'], { state: 'running' })
    const row = isMoved ? await findProposal(tx, id) : null
    return row === null ? null : { row, problem: await demandProblem(tx, row) }
  })
  if (begun === null) return
  const { row, problem } = begun
  const change = (from: readonly string[], what: Parameters<typeof moveProposal>[3]) =>
    transact(WORKER, (tx) => moveProposal(tx, id, from, what))

  const task: Omit<SolverTask, 'stop'> = {
    problem,
    seed: row.seed,
    effort: effortOf(row.effort),
    keep: row.keeps_plan === null ? null : (JSON.parse(row.keeps_plan) as Plan),
  }
  const answer = await runInThread<SolverAnswer>(new URL('./solver-worker.ts', import.meta.url), task, {
    onProgress: ({ progress }) => change(['running'], { progress: JSON.stringify(progressOf(progress)) }),
    signal,
  })
  if (answer.kind === 'no-plan') {
    await change(['running'], { state: 'no-plan', no_plan: JSON.stringify(answer.clash), finished_at: now() })
    return
  }
  const { plan, proof, breaches } = answer
  if (breaches.length > 0 || plan.problem !== hashProblem(problem)) {
    const [first] = breaches
    const message = {
      zh: `求解结果未通过独立复核，已作废：${first?.zh ?? '问题指纹不符'}`,
      en: `the result failed the independent check and was dropped: ${first?.en ?? 'the hash of the problem differs'}`,
    }
    await change(['running'], { state: 'failed', verified: false, message: JSON.stringify(message), finished_at: now() })
    return
  }
  const text = JSON.stringify(plan)
  await change(['running'], {
    state: 'done',
    verified: true,
    plan: text,
    plan_hash: hashText(text),
    message: proof === null ? null : JSON.stringify(proof),
    finished_at: now(),
  })
}

function effortOf(effort: string): number {
  if (effort === 'quick' || effort === 'normal' || effort === 'long') return EFFORTS[effort]
  return Number(effort)
}

function progressOf(progress: Progress) {
  return { iterations: progress.iterations, phase: progress.phase, objective: progress.objective, bound: progress.bound }
}
