// A version has results once, when all of its sheets are typed: who reads them twice while sheets come in takes one reading from the other
// and has the sheets between.
import { Problem as Refusal, type BodyOf, type closeSurvey as endpoint } from '@shengmian/contract'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { batchesOf, closingsOf, insertClosing } from './batch-store.ts'
import { holdQuestionnaire } from './write-questionnaire.ts'

/** Ends entry of a version for good, whatever state the round is in. */
export async function closeSurvey(
  tx: Transaction,
  id: string,
  { version }: BodyOf<typeof endpoint>,
  { by, at }: Acting,
): Promise<void> {
  const { authority, round } = await holdQuestionnaire(tx, id)
  if (!(await batchesOf(tx, id)).some((batch) => batch.version === version))
    throw new Refusal('wrong-state', { zh: '这一版还没有发放', en: 'no paper of this version was issued' })
  const row = { authority, questionnaire: id, version, round, by_account: by.id, by_name: by.name, at }
  if (!(await insertClosing(tx, row))) throw new Refusal('already-there', { zh: '这一版已经封卷', en: 'this version is closed' })
}

/** Refuses whatever would change the sheets of a closed version; the database does too. */
export async function demandUnclosed(tx: Transaction, questionnaire: string, version: number): Promise<void> {
  if ((await closingsOf(tx, questionnaire)).has(version))
    throw new Refusal('wrong-state', {
      zh: '这一版已经封卷，不再发放、录入和更正；要再问，请出新一版',
      en: 'this version is closed: nothing of it is issued, entered or corrected any more; to ask again, publish another',
    })
}
