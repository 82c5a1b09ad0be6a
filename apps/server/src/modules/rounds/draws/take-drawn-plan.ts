// The plan that was drawn becomes the plan of the round; so does the one that takes over after a withdrawal. Nobody chooses it.
import { Problem as Refusal } from '@shengmian/contract'
import { hashProblem, pickTicket, type Plan, type Problem } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import { revokeOrders } from '../../access/index.ts'
import { buildProblem } from '../dispatch/build-problem.ts'
import { breachesOf, restatePlan } from '../dispatch/restate-plan.ts'
import { gatherWorld } from '../dispatch/round-world.ts'
import { savePlan } from '../dispatch/save-plan.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { moveDraw, type DrawRow } from './draw-store.ts'
import { plansOf, ticketsOf, type GatheredDraw } from './gather-draw.ts'
import type { Acting } from '../../../platform/acting.ts'
import { publishRecord, refuseStep } from './publish-record.ts'

/** A withdrawal is entered until the round reports; a plan is drawn for a draft only. */
const OPEN: readonly string[] = ['draft', 'approved', 'authorised', 'running']

export async function pickPlan(tx: Transaction, round: RoundRecord, draw: GatheredDraw, acting: Acting): Promise<void> {
  const row = rowOf(draw)
  if (round.state !== 'draft') throw new Refusal('wrong-state')
  if (draw.files.pick !== null) refuseStep({ zh: '已经抽定', en: 'a ticket has been picked already' })
  const answer = pickTicket(draw.files, ticketsOf(row))
  if (answer.kind === 'refused') refuseStep(answer)
  const { problem } = draw.files
  if (problem === null || !(await isAsFrozen(tx, round, problem))) {
    throw new Refusal('changed-meanwhile', {
      zh: '冻结之后轮次、人员或关系已有变化：请恢复原状，或中止本次抽签后重来',
      en: 'the round, its people or ties changed since the freeze: undo that, or abort this draw and begin again',
    })
  }
  await publishRecord(tx, draw, 'pick', answer.pick, acting)
  const reason = `第 ${row.number} 次抽签，第 ${answer.pick.ticket} 签`
  const version = await savePlan(tx, round, { problem, plan: answer.plan, origin: 'draw', reason, ...acting })
  await keep(tx, row, [answer.plan], [version])
}

/** Whether the round, its people and ties still are what was frozen. */
export async function isAsFrozen(tx: Transaction, round: RoundRecord, frozen: Problem): Promise<boolean> {
  return hashProblem(buildProblem(await gatherWorld(tx, round))) === hashProblem(frozen)
}

/** The plan after the newest withdrawal; refused where the round has come to bar it meanwhile. */
export async function takeReplacement(tx: Transaction, round: RoundRecord, draw: GatheredDraw, acting: Acting): Promise<void> {
  const row = rowOf(draw)
  const plans = plansOf(row)
  const taken = takenOf(row)
  const plan = plans.at(-1)
  const withdrawal = draw.files.withdrawals.at(-1)
  if (plan === undefined || withdrawal === undefined || taken.length >= plans.length || !OPEN.includes(round.state))
    refuseStep({ zh: '没有待采用的接替方案', en: 'there is no replacement to be taken' })
  const problem = buildProblem(await gatherWorld(tx, round))
  const [breach] = breachesOf(problem, plan)
  if (breach !== undefined) throw new Refusal('changed-meanwhile', { zh: breach.fact.zh, en: breach.fact.en })
  const version = await savePlan(tx, round, {
    problem,
    plan: restatePlan(problem, plan),
    origin: 'draw',
    reason: `第 ${row.number} 次抽签，第 ${withdrawal.number} 次退出：${withdrawal.reason}`,
    ...acting,
  })
  // who withdrew loses his authorisation at once; those of others that no longer hold end when orders are issued anew
  for (const { person, reason } of draw.files.withdrawals.slice(taken.length - 1)) {
    await revokeOrders(tx, { authority: round.authority, round: round.id, person }, acting.by.id, `抽签后退出：${reason}`)
  }
  const skipped = plans.slice(taken.length, -1).map(() => null)
  await keep(tx, row, plans, [...taken, ...skipped, version])
}

export function takenOf(row: DrawRow): readonly (number | null)[] {
  return row.taken as unknown as readonly (number | null)[]
}

async function keep(tx: Transaction, row: DrawRow, plans: readonly Plan[], taken: readonly (number | null)[]): Promise<void> {
  const isMoved = await moveDraw(tx, row.id, ['done', 'no-plan', 'failed', 'cancelled'], {
    plans: JSON.stringify(plans),
    taken: JSON.stringify(taken),
  })
  if (!isMoved) throw new Refusal('wrong-state', { zh: '正在求解，请稍候', en: 'the solver is at work' })
}

function rowOf({ row }: GatheredDraw): DrawRow {
  if (row === null) throw new Refusal('not-allowed')
  return row
}
