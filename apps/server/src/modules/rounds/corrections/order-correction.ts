// Ordering, answering and verifying. Every step is a row with who and when; what the unit's side sees never names a report.
import {
  Problem as Refusal,
  type answerCorrection as answerEndpoint,
  type BodyOf,
  type judgeCorrection as judgeEndpoint,
  type orderCorrection as endpoint,
} from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { today } from '../days.ts'
import {
  findCorrection,
  insertCorrection,
  insertStep,
  stepsOf,
  targetsOfLiaison,
  targetsOrdered,
  type CorrectionRow,
} from './correction-store.ts'
import { stateOf } from './correction-view.ts'
import { findMatter, noteOrder, type MatterRow } from './matter-store.ts'

interface AtTarget {
  readonly round: string
  readonly unit: string
}

export async function orderCorrection(
  tx: Transaction,
  { round, unit }: AtTarget,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<CorrectionRow> {
  const target = (await targetsOrdered(tx)).find((one) => one.round === round && one.unit === unit)
  if (target === undefined) throw new Refusal('not-found')
  if (asked.until < today({ now: () => at }))
    throw new Refusal('unfit', { errors: [{ at: 'body/until', zh: '期限已过，请写今天或以后', en: 'this day is over' }] })
  const matter = asked.matter === undefined ? null : await demandChecked(tx, asked.matter, { round, unit })
  await insertCorrection(tx, {
    ...target,
    id: asked.id,
    what: asked.what.trim(),
    until: asked.until,
    by_account: by.id,
    by_name: by.name,
    ordered_at: at,
  })
  if (matter !== null && !(await noteOrder(tx, matter, asked.id))) throw new Refusal('changed-meanwhile')
  return findCorrection(tx, asked.id)
}

/** A matter at this target that was found true and has no order, or one that was taken back. */
async function demandChecked(tx: Transaction, id: string, { round, unit }: AtTarget): Promise<MatterRow> {
  const matter = await findMatter(tx, id)
  if (matter.round !== round || matter.unit !== unit) throw new Refusal('not-found')
  if (matter.checked_holds !== true)
    throw new Refusal('wrong-state', { zh: '还没有核实属实，不能立行立改', en: 'it was not found true yet' })
  if (matter.correction !== null && stateOf(await stepsOf(tx, [matter.correction])) !== 'withdrawn')
    throw new Refusal('wrong-state', { zh: '已经立行立改', en: 'there is an order already' })
  return matter
}

export async function answerCorrection(
  tx: Transaction,
  id: string,
  asked: BodyOf<typeof answerEndpoint>,
  acting: Acting,
): Promise<CorrectionRow> {
  const row = await findCorrection(tx, id)
  if (!(await targetsOfLiaison(tx)).some((one) => one.round === row.round && one.unit === row.unit))
    throw new Refusal('not-found')
  await takeStep(tx, row, { ...asked, kind: 'answer', from: ['open'] }, acting)
  return row
}

export async function judgeCorrection(
  tx: Transaction,
  id: string,
  asked: BodyOf<typeof judgeEndpoint>,
  acting: Acting,
): Promise<CorrectionRow> {
  const row = await findCorrection(tx, id)
  // The liaison sees the order too; what is said of his answer is the team's.
  if (!(await targetsOrdered(tx)).some((one) => one.round === row.round && one.unit === row.unit))
    throw new Refusal('not-allowed')
  await takeStep(tx, row, { ...asked, from: asked.kind === 'withdraw' ? ['open', 'answered'] : ['answered'] }, acting)
  return row
}

interface Taken {
  readonly id: string
  readonly kind: 'answer' | 'return' | 'verify' | 'withdraw'
  readonly text: string
  /** States in which the step can be taken. */
  readonly from: readonly ReturnType<typeof stateOf>[]
}

const SAID = {
  open: { zh: '单位还没有答复', en: 'the unit has not answered yet' },
  answered: { zh: '已经答复，等待验收', en: 'it was answered and waits for the team' },
  verified: { zh: '已经验收', en: 'it was verified' },
  withdrawn: { zh: '已经撤回', en: 'it was taken back' },
} as const

async function takeStep(
  tx: Transaction,
  { authority, id, round, unit }: CorrectionRow,
  { from, ...step }: Taken,
  { by, at }: Acting,
): Promise<void> {
  const steps = await stepsOf(tx, [id])
  const state = stateOf(steps)
  if (!from.includes(state)) throw new Refusal('wrong-state', SAID[state])
  await insertStep(tx, {
    authority,
    correction: id,
    seq: steps.length + 1,
    id: step.id,
    round,
    unit,
    kind: step.kind,
    text: step.text.trim(),
    by_account: by.id,
    by_name: by.name,
    at,
  })
}
