// The job behind a comparison: solve every mode, verify, write down. Every write holds only while nobody has cancelled.
import { EFFORTS, type Problem, type Rates } from '@shengmian/dispatch'
import type { Transact } from '../../../platform/transaction.ts'
import { runInThread } from '../../../platform/run-in-thread.ts'
import { demandProblem } from '../dispatch/problem-store.ts'
import { moveComparison, taskOf, type ComparisonRow } from './comparison-store.ts'
import type { ComparisonAnswer, ComparisonTask } from './comparison-messages.ts'

const WORKER = { kind: 'worker' } as const

export async function runComparison(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  const begun = await transact(WORKER, async (tx) => {
    const isMoved = await moveComparison(tx, id, ['queued', 'running'], { state: 'running' })
    const row = isMoved ? await taskOf(tx, id) : null
    return row === null ? null : taskIn(row, await demandProblem(tx, row))
  })
  if (begun === null) return
  const change = (what: Parameters<typeof moveComparison>[3]) =>
    transact(WORKER, (tx) => moveComparison(tx, id, ['running'], what))
  const fail = (zh: string, en: string) => change({ state: 'failed', message: JSON.stringify({ zh, en }), finished_at: now() })
  try {
    const file = new URL('./comparison-worker.ts', import.meta.url)
    const { comparison, breaches } = await runInThread<ComparisonAnswer>(file, begun, {
      onProgress: ({ mode, iterations }) => change({ progress: JSON.stringify({ mode, iterations }) }),
      signal,
    })
    const [first] = breaches
    if (first !== undefined) {
      await fail(`有方案未通过独立复核，已作废：${first.zh}`, `a plan failed the independent check: ${first.en}`)
      return
    }
    await change({ state: 'done', comparison: JSON.stringify(comparison), finished_at: now() })
  } catch (error) {
    // a server that stops leaves the comparison running: the next start queues it again
    if (signal.aborted) return
    await fail(
      '求解程序出错，已记录；请重试或告诉管理员',
      'the solver failed; it was logged: try again or tell your administrator',
    )
    throw error
  }
}

function taskIn(row: ComparisonRow, problem: Problem): Omit<ComparisonTask, 'stop'> {
  return {
    problem,
    seed: row.seed,
    effort: EFFORTS[row.effort as keyof typeof EFFORTS],
    tickets: row.tickets,
    rates: row.rates as unknown as Rates | null,
  }
}
