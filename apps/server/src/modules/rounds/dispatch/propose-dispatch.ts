import { Problem as Refusal, type BodyOf, type proposeDispatch as endpoint } from '@shengmian/contract'
import { readProblem, type Problem } from '@shengmian/dispatch'
import { queueJob } from '../../../platform/job-queue.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { buildProblem } from './build-problem.ts'
import { outlineOf } from './outline.ts'
import { findPlan } from './plan-store.ts'
import { keepProblem } from './problem-store.ts'
import { findProposal, insertProposal, type ProposalRow } from './proposal-store.ts'
import { gatherWorld, type RoundWorld } from './round-world.ts'

export const PROPOSAL_JOB = 'rounds.propose-dispatch'

interface Asking {
  readonly account: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Freezes the round as a problem file and queues the solver on it, both in this transaction. */
export async function proposeDispatch(
  tx: Transaction,
  round: RoundRecord,
  asked: BodyOf<typeof endpoint>,
  by: Asking,
): Promise<ProposalRow> {
  const isRepair = asked.keep === true
  const states = isRepair ? ['draft', 'approved', 'authorised', 'running'] : ['draft']
  if (!states.includes(round.state)) {
    throw new Refusal('wrong-state', {
      zh: '只有编组中的轮次可以重新求解；已批准的只能按最少变动修补',
      en: 'only a draft is planned anew; an approved plan is repaired',
    })
  }
  const world = await gatherWorld(tx, round)
  const problem = checkedProblem(world)
  const kept = isRepair ? await findPlan(tx, round.id) : null
  if (isRepair && kept === null)
    throw new Refusal('wrong-state', { zh: '还没有可保留的方案', en: 'there is no plan to keep yet' })
  await insertProposal(tx, {
    authority: round.authority,
    round: round.id,
    id: asked.id,
    purpose: isRepair ? 'repair' : 'plan',
    keeps: kept?.version ?? null,
    keeps_plan: kept?.plan ?? null,
    revision: round.revision,
    state: 'queued',
    seed: asked.seed ?? '0'.repeat(64),
    effort: String(asked.effort ?? 'normal'),
    problem_hash: await keepProblem(tx, round, problem),
    outline: JSON.stringify({ ...outlineOf(problem), relaxed: world.relaxations.flatMap(({ grants }) => grants) }),
    asked_by: by.account.id,
    asked_name: by.account.name,
    asked_at: by.at,
  })
  await queueJob(tx, PROPOSAL_JOB, { id: asked.id }, `proposal:${asked.id}`)
  const row = await findProposal(tx, asked.id)
  if (row === null) throw new Error('the proposal just written is not there')
  return row
}

/** The problem of a round, read once by the engine's own reader: what the command line would refuse is refused here. */
export function checkedProblem(world: RoundWorld): Problem {
  const empty = [
    ...(world.targets.length === 0 ? [{ at: 'targets', zh: '还没有选定被巡察党组织', en: 'no targets are chosen yet' }] : []),
    ...(world.teams.length === 0 ? [{ at: 'teams', zh: '还没有设巡察组', en: 'there are no teams yet' }] : []),
    ...(world.pool.length === 0 ? [{ at: 'pool', zh: '还没有抽调人员', en: 'nobody is in the pool yet' }] : []),
  ]
  if (empty.length > 0) throw new Refusal('unfit', { errors: empty })
  const problem = buildProblem(world)
  const read = readProblem(problem)
  if (read.kind === 'refused')
    throw new Refusal('unfit', { errors: read.issues.map(({ path, zh, en }) => ({ at: path, zh, en })) })
  return problem
}
