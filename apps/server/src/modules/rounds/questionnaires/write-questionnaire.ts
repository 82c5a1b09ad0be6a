// Building a questionnaire: the draft is saved by edition, a version is published from it and never changes.
import { isDeepStrictEqual } from 'node:util'
import { Problem as Refusal, type BodyOf, type QuestionnaireForm, type saveQuestionnaire } from '@shengmian/contract'
import { checkPublishable, readXlsform } from '@shengmian/questionnaire'
import type { Acting } from '../../../platform/acting.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { readSheetTexts } from '../../registry/index.ts'
import { demandRole } from '../policy.ts'
import { holdRound } from '../round/hold-round.ts'
import {
  findQuestionnaire,
  findVersion,
  insertQuestionnaire,
  insertVersion,
  saveForm,
  type QuestionnaireRow,
} from './questionnaire-store.ts'

export async function beginQuestionnaire(
  tx: Transaction,
  round: string,
  { id, title }: { readonly id: string; readonly title: string },
  { by, at }: Acting,
): Promise<string> {
  const { authority } = await holdRound(tx, round, ['office'])
  const form: QuestionnaireForm = { title: title.trim(), items: [], awareness: null, satisfaction: null }
  await insertQuestionnaire(tx, {
    authority,
    id,
    round,
    form,
    edition: 0,
    created_by: by.id,
    created_name: by.name,
    created_at: at,
  })
  return id
}

/** A questionnaire that the caller may change. */
export async function holdQuestionnaire(tx: Transaction, id: string): Promise<QuestionnaireRow> {
  const row = await findQuestionnaire(tx, id)
  await demandRole(tx, row.authority, ['office'])
  return row
}

export async function saveDraft(tx: Transaction, id: string, asked: BodyOf<typeof saveQuestionnaire>): Promise<void> {
  const row = await holdQuestionnaire(tx, id)
  if (!(await saveForm(tx, row, asked.edition, asked.form))) throw new Refusal('changed-meanwhile')
}

/** Reads an XLSForm workbook into the draft, whole or not at all. */
export async function importDraft(tx: Transaction, id: string, edition: number, path: string): Promise<void> {
  const row = await holdQuestionnaire(tx, id)
  const read = readXlsform(await readSheetTexts(path))
  if (!read.ok)
    throw new Refusal('unfit', {
      errors: read.faults.slice(0, 200).map(({ sheet, row: line, column, zh, en }) => ({
        at: `${sheet}!${column}${line}`,
        zh: `${sheet}表${column}${line}：${zh}`,
        en: `sheet ${sheet}, ${column}${line}: ${en}`,
      })),
    })
  if (!(await saveForm(tx, row, edition, read.form))) throw new Refusal('changed-meanwhile')
}

export async function publishVersion(tx: Transaction, id: string, edition: number, { by, at }: Acting): Promise<void> {
  const row = await holdQuestionnaire(tx, id)
  if (row.edition !== edition) throw new Refusal('changed-meanwhile')
  const errors = checkPublishable(row.form).map(({ at: name, zh, en }) => ({
    at: `form/${name}`,
    zh: name === '' ? zh : `“${name}”：${zh}`,
    en: name === '' ? en : `"${name}": ${en}`,
  }))
  if (errors.length > 0) throw new Refusal('unfit', { errors })
  const newest = await findVersion(tx, id)
  const { authority, round, form } = row
  if (newest !== null && isDeepStrictEqual(newest.form, form))
    throw new Refusal('already-there', {
      zh: `与第${newest.version}版相同，不用再发布`,
      en: `this is version ${newest.version} already`,
    })
  const version = (newest?.version ?? 0) + 1
  const made = { authority, questionnaire: id, version, round, form, by_account: by.id, by_name: by.name, at }
  if (!(await insertVersion(tx, made))) throw new Refusal('changed-meanwhile')
}
