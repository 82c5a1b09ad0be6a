import { Problem as Refusal, type BodyOf, type planCalendar as endpoint, type ReplyOf } from '@shengmian/contract'
import { hashProblem, type CalendarPlan } from '@shengmian/dispatch'
import { queueJob } from '../../../platform/job-queue.ts'
import type { Transact, Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import { findTermPlan } from '../terms/term-store.ts'
import { checkedCalendar, gatherCalendar } from './gather-calendar.ts'
import {
  findCalendarProposal,
  findCalendarVersion,
  insertCalendarProposal,
  moveCalendarProposal,
  newestCalendarProposal,
  unfinishedCalendars,
} from './version-store.ts'

export const CALENDAR_JOB = 'rounds.plan-calendar'

type ProposalView = ReplyOf<typeof endpoint>

interface Asking {
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Freezes the calendar's problem and queues the solver on it; units that need not move stay where the newest version has them. */
export async function planCalendar(
  tx: Transaction,
  id: string,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Asking,
): Promise<ProposalView> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office'])
  await demandIdle(tx, id)
  const problem = checkedCalendar((await gatherCalendar(tx, plan, at)).ground)
  const before = await findCalendarVersion(tx, id)
  await insertCalendarProposal(tx, {
    authority: plan.authority,
    plan: id,
    id: asked.id,
    state: 'queued',
    seed: asked.seed ?? '0'.repeat(64),
    problem_hash: hashProblem(problem),
    problem: JSON.stringify(problem),
    kept: JSON.stringify(before === null ? [] : keptOf(JSON.parse(before.calendar) as CalendarPlan, problem)),
    asked_by: by.id,
    asked_name: by.name,
    asked_at: at,
  })
  await queueJob(tx, CALENDAR_JOB, { id: asked.id }, `calendar:${asked.id}`)
  return viewProposal(tx, id)
}

/** Visits of the older calendar whose unit and period are still there. */
function keptOf(
  { visits }: CalendarPlan,
  { units, periods }: { readonly units: readonly { id: string }[]; readonly periods: readonly { id: string }[] },
): CalendarPlan['visits'] {
  const known = new Set([...units, ...periods].map(({ id }) => id))
  return visits.filter(({ unit, period }) => known.has(unit) && known.has(period))
}

/** Refuses while the solver is at work: it would answer a question that has changed. */
export async function demandIdle(tx: Transaction, plan: string): Promise<void> {
  const newest = await newestCalendarProposal(tx, plan)
  if (newest?.state === 'queued' || newest?.state === 'running')
    throw new Refusal('wrong-state', {
      zh: '正在排期，请等它排完或先停止',
      en: 'the calendar is being planned: wait, or stop it first',
    })
}

/** Stops what is queued or running; the solver's thread ends within a second. */
export async function cancelCalendar(tx: Transaction, plan: string, id: string, at: Date): Promise<ProposalView> {
  const { authority } = await findTermPlan(tx, plan)
  await demandRole(tx, authority, ['office'])
  const row = await findCalendarProposal(tx, id)
  if (row === null || row.plan !== plan) throw new Refusal('not-found')
  if (!(await moveCalendarProposal(tx, id, ['queued', 'running'], { state: 'cancelled', finished_at: at })))
    throw new Refusal('wrong-state', { zh: '已经排完，无需停止', en: 'it has finished already' })
  return viewProposal(tx, plan)
}

async function viewProposal(tx: Transaction, plan: string): Promise<ProposalView> {
  const view = await viewNewestProposal(tx, plan)
  if (view === null) throw new Error('the proposal just written is not there')
  return view
}

/** The newest proposal of a plan as a page shows it. */
export async function viewNewestProposal(tx: Transaction, plan: string): Promise<ProposalView | null> {
  const row = await newestCalendarProposal(tx, plan)
  if (row === null) return null
  return {
    id: row.id,
    state: row.state as ProposalView['state'],
    seed: row.seed,
    progress: 'text' in (row.progress as object) ? (row.progress as unknown as ProposalView['progress']) : null,
    version: row.version,
    noPlan: noPlanView(row.no_plan),
    message: row.message as ProposalView['message'],
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}

type Words = { readonly zh: string; readonly en: string }

function noPlanView(kept: unknown): ProposalView['noPlan'] {
  if (kept === null) return null
  const clash = kept as { readonly proven: boolean; readonly items: readonly Words[]; readonly relaxations: readonly Words[] }
  const words = ({ zh, en }: Words): { zh: string; en: string } => ({ zh, en })
  return {
    proven: clash.proven,
    items: clash.items.slice(0, 50).map(words),
    relaxations: clash.relaxations.slice(0, 50).map(words),
  }
}

/** Queues again what a server that was killed had not finished. */
export async function resumeCalendars(transact: Transact): Promise<void> {
  await transact({ kind: 'worker' }, async (tx) => {
    for (const { id } of await unfinishedCalendars(tx)) await queueJob(tx, CALENDAR_JOB, { id }, `calendar:${id}`)
  })
}
