// The job behind a calendar: plan, verify, write the version down. Every write holds only while nobody has cancelled.
import { hashProblem, type CalendarProblem, type CalendarProgress, type CalendarVisit } from '@shengmian/dispatch'
import type { Transact } from '../../../platform/transaction.ts'
import { runCalendarSolver } from './run-calendar-solver.ts'
import { addCalendarVersion, findCalendarProposal, moveCalendarProposal } from './version-store.ts'

const WORKER = { kind: 'worker' } as const

export async function runCalendar(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  try {
    await solve(transact, id, now, signal)
  } catch (error) {
    // a server that stops leaves the proposal running: the next start queues it again
    if (signal.aborted) return
    const message = {
      zh: '排期程序出错，已记录；请重试或告诉管理员',
      en: 'planning the calendar failed; it was logged: try again or tell your administrator',
    }
    await transact(WORKER, (tx) =>
      moveCalendarProposal(tx, id, ['running'], { state: 'failed', message: JSON.stringify(message), finished_at: now() }),
    )
    throw error
  }
}

async function solve(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  const row = await transact(WORKER, async (tx) =>
    (await moveCalendarProposal(tx, id, ['queued', 'running'], { state: 'running' })) ? findCalendarProposal(tx, id) : null,
  )
  if (row === null) return
  const problem = JSON.parse(row.problem) as CalendarProblem
  const goOn = (progress: CalendarProgress | null): Promise<boolean> =>
    transact(WORKER, (tx) =>
      moveCalendarProposal(
        tx,
        id,
        ['running'],
        progress === null ? { state: 'running' } : { progress: JSON.stringify(progressOf(progress)) },
      ),
    )
  const kept = JSON.parse(row.kept) as readonly CalendarVisit[]
  const answer = await runCalendarSolver({ problem, seed: row.seed, kept }, goOn, signal)
  if (answer === null) return
  if (answer.kind === 'no-plan') {
    await transact(WORKER, (tx) =>
      moveCalendarProposal(tx, id, ['running'], {
        state: 'no-plan',
        no_plan: JSON.stringify(answer.clash),
        finished_at: now(),
      }),
    )
    return
  }
  const { plan, breaches } = answer
  if (breaches.length > 0 || plan.problem !== hashProblem(problem)) {
    const [first] = breaches
    const message = {
      zh: `排期未通过独立复核，已作废：${first?.zh ?? '问题指纹不符'}`,
      en: `the calendar failed the independent check and was dropped: ${first?.en ?? 'the hash of the problem differs'}`,
    }
    await transact(WORKER, (tx) =>
      moveCalendarProposal(tx, id, ['running'], { state: 'failed', message: JSON.stringify(message), finished_at: now() }),
    )
    return
  }
  await transact(WORKER, async (tx) => {
    // the row is taken first, so that whoever cancels at this moment waits and is told that it has finished
    if (!(await moveCalendarProposal(tx, id, ['running'], { state: 'running' }))) return
    const version = await addCalendarVersion(tx, {
      authority: row.authority,
      plan: row.plan,
      origin: 'computed',
      problem_hash: row.problem_hash,
      problem: row.problem,
      calendar: JSON.stringify(plan),
      changes: '[]',
      by_account: row.asked_by,
      by_name: row.asked_name,
      at: now(),
    })
    await moveCalendarProposal(tx, id, ['running'], { state: 'done', version, finished_at: now() })
  })
}

/** Both phases go through every region once. */
function progressOf({ phase, done, regions }: CalendarProgress) {
  return {
    text:
      phase === 'waiting'
        ? { zh: '先排急的', en: 'the urgent first' }
        : { zh: '归并乡镇、均衡组日', en: 'gathering townships, evening loads' },
    done: phase === 'waiting' ? done : regions + done,
    of: 2 * regions,
  }
}
