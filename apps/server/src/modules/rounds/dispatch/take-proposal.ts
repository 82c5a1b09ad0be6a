import { Problem as Refusal } from '@shengmian/contract'
import { hashProblem, type Plan } from '@shengmian/dispatch'
import type { Transaction } from '../../../platform/transaction.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { buildProblem } from './build-problem.ts'
import { countPlans, wasDrawn } from './plan-store.ts'
import { moveProposal, type ProposalRow } from './proposal-store.ts'
import { gatherWorld } from './round-world.ts'
import { savePlan } from './save-plan.ts'

interface Taking {
  readonly reason: string | null
  readonly by: { readonly id: string; readonly name: string }
  readonly at: Date
}

/** Makes a finished proposal the plan of the round. Refused where the round has changed since the solver read it. */
export async function takeProposal(tx: Transaction, round: RoundRecord, row: ProposalRow, taking: Taking): Promise<void> {
  if (row.state !== 'done' || row.plan === null)
    throw new Refusal('wrong-state', { zh: '这份方案还没有算完，或没有结果', en: 'this proposal has no plan' })
  if (row.version !== null) throw new Refusal('wrong-state', { zh: '这份方案已经采用', en: 'this proposal was taken already' })
  const isRepair = row.purpose === 'repair'
  const isDrawn = await wasDrawn(tx, round.id)
  if (isDrawn && !isRepair) {
    throw new Refusal('wrong-state', {
      zh: '现行方案由抽签产生，不能换成另一份方案；只能按最少变动修补，并写理由',
      en: 'the plan in force was drawn and is not replaced by another; it is only repaired, with a reason',
    })
  }
  if (round.state !== 'draft' && !(isRepair && ['approved', 'authorised', 'running'].includes(round.state))) {
    throw new Refusal('wrong-state', {
      zh: '已送审或已批准的方案不能整体更换',
      en: 'a submitted or approved plan is not replaced as a whole',
    })
  }
  if (isRepair && (round.state !== 'draft' || isDrawn) && taking.reason === null) {
    throw new Refusal('unfit', {
      errors: [
        { at: 'reason', zh: '变更已批准或抽签产生的方案须写理由', en: 'a change of an approved or drawn plan needs a reason' },
      ],
    })
  }
  if (isRepair && row.keeps !== (await countPlans(tx, round.id))) {
    throw new Refusal('changed-meanwhile', {
      zh: '修补所依据的方案已有新版本，请重新求解',
      en: 'the plan that was to be kept has a newer version',
    })
  }
  const now = buildProblem(await gatherWorld(tx, round))
  if (hashProblem(now) !== row.problem_hash) {
    throw new Refusal('changed-meanwhile', {
      zh: '求解后轮次、人员或关系已有变化，请重新求解',
      en: 'the round, its people or ties changed since: propose again',
    })
  }
  const version = await savePlan(tx, round, {
    problem: now,
    plan: JSON.parse(row.plan) as Plan,
    origin: isRepair ? 'repair' : 'proposal',
    reason: taking.reason,
    by: taking.by,
    at: taking.at,
  })
  await moveProposal(tx, row.id, ['done'], { version })
}
