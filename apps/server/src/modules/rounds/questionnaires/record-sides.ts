import { Problem as Refusal, type BodyOf, type recordSideReview } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { batchesOf, insertReview } from './batch-store.ts'
import type { Acting } from '../../../platform/acting.ts'
import { holdQuestionnaire } from './write-questionnaire.ts'

/** What the two other sides say of a unit that was asked; the newest counts. */
export async function recordSides(
  tx: Transaction,
  questionnaire: string,
  { id, unit, organisation, department, basis }: BodyOf<typeof recordSideReview>,
  { by, at }: Acting,
): Promise<void> {
  const { authority, round } = await holdQuestionnaire(tx, questionnaire)
  if (!(await batchesOf(tx, questionnaire)).some((batch) => batch.unit === unit))
    throw new Refusal('wrong-state', { zh: '这个村还没有发放问卷', en: 'no questionnaire was issued to it' })
  const row = { authority, id, round, questionnaire, unit, organisation, department, basis: basis.trim() }
  await insertReview(tx, { ...row, by_account: by.id, by_name: by.name, at })
}
