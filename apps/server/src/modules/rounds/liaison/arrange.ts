// Entering, finishing and taking back lines of the schedule and documents asked for.
import { Problem as Refusal, type addArrangement as endpoint, type BodyOf, type putLocalNote } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import {
  changeArrangement,
  findArrangement,
  insertArrangement,
  putNote,
  targetsArranged,
  type ArrangementRow,
  type TargetKey,
} from './logistics-store.ts'

/** The target among those that the caller arranges for now. */
export async function demandTarget(tx: Transaction, round: string, unit: string): Promise<TargetKey> {
  const found = (await targetsArranged(tx)).find((target) => target.round === round && target.unit === unit)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

export async function addArrangement(
  tx: Transaction,
  target: TargetKey,
  asked: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  await insertArrangement(tx, {
    ...target,
    id: asked.id,
    kind: asked.kind,
    day: asked.day,
    at_time: asked.time ?? null,
    title: asked.title,
    location: asked.location ?? null,
    recorded_by: by.id,
    recorded_name: by.name,
    recorded_at: at,
  })
}

/** An open line of a target under way; who sees it there may say that it is done. */
async function demandOpen(tx: Transaction, id: string): Promise<{ readonly row: ArrangementRow; readonly target: TargetKey }> {
  const row = await findArrangement(tx, id)
  const target = await demandTarget(tx, row.round, row.unit)
  if (row.done_at !== null) throw new Refusal('wrong-state', { zh: '已经办妥', en: 'it is done already' })
  if (row.revoked_at !== null) throw new Refusal('wrong-state', { zh: '已经撤回', en: 'it was taken back' })
  return { row, target }
}

export async function finishArrangement(
  tx: Transaction,
  id: string,
  note: string | null,
  { by, at }: Acting,
): Promise<TargetKey> {
  const { row, target } = await demandOpen(tx, id)
  await changeArrangement(tx, row, { done_at: at, done_name: by.name, note })
  return target
}

/** By the office or whoever entered it: the liaison says what is done, not what is asked. */
export async function withdrawArrangement(tx: Transaction, id: string, reason: string, { by, at }: Acting): Promise<TargetKey> {
  const { row, target } = await demandOpen(tx, id)
  if (row.recorded_by !== by.id) await demandRole(tx, row.authority, ['office'])
  await changeArrangement(tx, row, { revoked_at: at, revoked_reason: reason })
  return target
}

export async function writeNote(
  tx: Transaction,
  { authority, unit, place }: TargetKey,
  note: BodyOf<typeof putLocalNote>,
  { by, at }: Acting,
): Promise<void> {
  await putNote(tx, { authority, unit, place, ...note, updated_name: by.name, updated_at: at })
}
