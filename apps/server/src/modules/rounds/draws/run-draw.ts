// The job behind a draw: solve, and publish what came of it. Every write holds only while nobody has cancelled.
import type { Plan, PortfolioAnswer, WithdrawAnswer } from '@shengmian/dispatch'
import type { Transact } from '../../../platform/transaction.ts'
import { runInThread } from '../../../platform/run-in-thread.ts'
import { moveDraw, type DrawRow } from './draw-store.ts'
import type { DrawMessage, DrawTask } from './draw-messages.ts'
import { gatherDraw, plansOf, ticketsOf } from './gather-draw.ts'
import type { Acting } from '../../../platform/acting.ts'
import { publishRecord } from './publish-record.ts'

const NO_PLAN = {
  zh: '不可能有方案：在“编制”页排方案，可看到哪些规则与事实冲突',
  en: 'no plan can exist: ask for a proposal on the planning page to see which rules and facts clash',
}
const NOBODY = {
  zh: '冻结的人员中无人可以接替：补充人员后，在“编制”页按最少变动修复，理由会记入方案版本',
  en: 'nobody among the frozen people can take over: add people, and repair with the fewest changes on the planning page; the reason is kept with the version',
}
const WORKER = { kind: 'worker' } as const

export async function runDraw(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  try {
    await solve(transact, id, now, signal)
  } catch (error) {
    // a server that stops leaves the draw running: the next start queues it again
    if (signal.aborted) return
    const message = {
      zh: '求解程序出错，已记录；请重试或告诉管理员，结果不会因重试而改变',
      en: 'the solver failed; it was logged: try again or tell your administrator; trying again does not change the result',
    }
    await transact(WORKER, (tx) => moveDraw(tx, id, ['running'], { solver: 'failed', message: JSON.stringify(message) }))
    throw error
  }
}

async function solve(transact: Transact, id: string, now: () => Date, signal: AbortSignal): Promise<void> {
  const draw = await transact(WORKER, async (tx) =>
    (await moveDraw(tx, id, ['queued', 'running'], { solver: 'running' })) ? gatherDraw(tx, id) : null,
  )
  const row = draw?.row ?? null
  if (draw === null || row === null) return
  const withdrawal = row.task === 'withdrawal' ? (row.task_input as unknown as DrawTask['withdrawal']) : null
  const asked: Omit<DrawTask, 'stop'> = { files: draw.files, withdrawal, tickets: ticketsOf(row) }
  const found = await runInThread<DrawMessage>(new URL('./draw-worker.ts', import.meta.url), asked, {
    onProgress: ({ done }) => transact(WORKER, (tx) => moveDraw(tx, id, ['running'], { progress: JSON.stringify({ done }) })),
    signal,
  })
  const acting: Acting = { by: { id: row.asked_by, name: row.asked_name }, at: now() }
  if (found.kind === 'tickets') await endTickets(transact, row, found.answer, acting)
  else await endWithdrawal(transact, row, found.answer, acting)
}

async function endTickets(transact: Transact, row: DrawRow, answer: PortfolioAnswer, acting: Acting): Promise<void> {
  await transact(WORKER, async (tx) => {
    if (answer.kind !== 'portfolio') {
      await moveDraw(tx, row.id, ['running'], ended(answer))
      return
    }
    const tickets = JSON.stringify(answer.plans satisfies readonly Plan[])
    const isMoved = await moveDraw(tx, row.id, ['running'], { solver: 'done', tickets })
    if (isMoved) await publishRecord(tx, row, 'portfolio', answer.portfolio, acting)
  })
}

async function endWithdrawal(transact: Transact, row: DrawRow, answer: WithdrawAnswer, acting: Acting): Promise<void> {
  await transact(WORKER, async (tx) => {
    if (answer.kind !== 'withdrawn') {
      const alone = answer.kind === 'no-plan' ? { solver: 'no-plan', message: JSON.stringify(NOBODY) } : ended(answer)
      await moveDraw(tx, row.id, ['running'], alone)
      return
    }
    const plans = JSON.stringify([...plansOf(row), answer.plan])
    const isMoved = await moveDraw(tx, row.id, ['running'], { solver: 'done', plans })
    if (isMoved) await publishRecord(tx, row, 'withdrawal', answer.withdrawal, acting)
  })
}

function ended(answer: Exclude<PortfolioAnswer, { kind: 'portfolio' }> | Exclude<WithdrawAnswer, { kind: 'withdrawn' }>) {
  const say = (solver: string, zh: string, en: string) => ({ solver, message: JSON.stringify({ zh, en }) })
  if (answer.kind === 'stopped') return say('cancelled', '已停止', 'stopped')
  if (answer.kind === 'refused') return say('failed', answer.zh, answer.en)
  if (answer.kind === 'cap-not-met')
    return say(
      'cap-not-met',
      `概率上限达不到：每对至多 ${answer.quota}/${answer.tickets} 签，只能做到 ${answer.reached}/${answer.tickets}。请中止本次，以新的规则重来`,
      `the cap cannot be met: ${answer.quota} of ${answer.tickets} tickets a pair were asked for, ${answer.reached} is what can be reached. Abort, and begin again under other terms`,
    )
  return say('no-plan', NO_PLAN.zh, NO_PLAN.en)
}
