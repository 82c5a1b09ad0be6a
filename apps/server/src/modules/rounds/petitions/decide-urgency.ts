// A unit whose petitions rise is proposed to be more urgent. Whether it becomes so is decided by a named person of the office, with a
// reason, and can be taken back.
import { Problem as Refusal, type BodyOf, type decideUrgency as endpoint } from '@shengmian/contract'
import { trendRule } from '@shengmian/petitions'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { volumesBetween } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { gatherUnits } from '../term-calendar/gather-units.ts'
import { setUrgency } from '../term-calendar/keep-wishes.ts'
import { findTermPlan } from '../terms/term-store.ts'
import { findDecision, insertDecision, revokeDecision, type DecisionRow } from './decision-store.ts'
import { judgeUnits } from './judge-units.ts'

interface AtUnit {
  readonly plan: string
  readonly unit: string
}

export async function decideUrgency(
  tx: Transaction,
  { plan: id, unit: unitId }: AtUnit,
  asked: BodyOf<typeof endpoint>,
  acting: Acting,
): Promise<DecisionRow> {
  const plan = await findTermPlan(tx, id)
  await demandRole(tx, plan.authority, ['office'])
  const { months, units, planned } = await judgeUnits(tx, plan, acting.at, (authority, between) =>
    volumesBetween(tx, authority, between),
  )
  const unit = planned.units.find((one) => one.id === unitId)
  const judged = units.find((one) => one.id === unitId)
  if (unit === undefined || judged === undefined) throw new Refusal('not-found')
  if (asked.through !== months.at(-1)) throw new Refusal('changed-meanwhile')
  if (judged.proposed === null || judged.urgency === null)
    throw new Refusal('wrong-state', {
      zh: '这个单位的信访量没有判为上升，或已作过决定',
      en: 'the petitions of this unit are not found to rise, or it was decided already',
    })
  if (asked.verdict === 'raised' && asked.urgency <= judged.urgency)
    throw new Refusal('unfit', {
      errors: [
        { at: 'body/urgency', zh: `要高于现在的${judged.urgency}`, en: `must be above ${judged.urgency}, which it is now` },
      ],
    })
  await insertDecision(tx, {
    authority: plan.authority,
    id: asked.id,
    plan: id,
    unit: unitId,
    county: unit.county,
    place: unit.place,
    through: asked.through,
    rule: trendRule.name,
    basis: JSON.stringify(judged.known.map(({ month, revision }) => [month, revision])),
    verdict: asked.verdict,
    urgency_before: planned.wishes.get(unitId)?.urgency ?? null,
    urgency_after: asked.verdict === 'raised' ? asked.urgency : null,
    reason: asked.reason.trim(),
    by_account: acting.by.id,
    by_name: acting.by.name,
    at: acting.at,
  })
  if (asked.verdict === 'raised') await setUrgency(tx, id, { units: [unitId], urgency: asked.urgency }, acting)
  return findDecision(tx, asked.id)
}

/** Gives the unit back the urgency that it had, unless somebody has set another since. */
export async function withdrawDecision(tx: Transaction, id: string, reason: string, acting: Acting): Promise<DecisionRow> {
  const decision = await findDecision(tx, id)
  await demandRole(tx, decision.authority, ['office'])
  const plan = await findTermPlan(tx, decision.plan)
  const refusal = new Refusal('wrong-state', { zh: '这个决定已经撤销', en: 'this decision was taken back already' })
  if (decision.revoked_at !== null) throw refusal
  if (decision.verdict === 'raised') {
    const { wishes } = await gatherUnits(tx, plan, [decision.unit])
    if ((wishes.get(decision.unit)?.urgency ?? null) !== decision.urgency_after)
      throw new Refusal('changed-meanwhile', {
        zh: '此后有人另设了紧迫度，请在排期里改',
        en: 'somebody has set another urgency since: change it in the calendar',
      })
    await setUrgency(tx, plan.id, { units: [decision.unit], urgency: decision.urgency_before }, acting)
  }
  if (!(await revokeDecision(tx, decision, { ...acting, reason: reason.trim() }))) throw refusal
  return findDecision(tx, id)
}
