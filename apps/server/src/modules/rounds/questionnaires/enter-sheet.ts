// Typing paper in. A sheet is known by the number written on it; who answered is known to nobody.
import {
  Problem as Refusal,
  type enterSheet as endpoint,
  type OpenBatch,
  type QuestionnaireForm,
  type ReplyOf,
  type SheetAnswers,
} from '@shengmian/contract'
import { judgeSheet } from '@shengmian/questionnaire'
import type { Transaction } from '../../../platform/transaction.ts'
import { findUnits } from '../../registry/index.ts'
import { seeRound } from '../round/hold-round.ts'
import { changeSheet, findBatch, findSheet, insertSheet, progressOf, type BatchRow } from './batch-store.ts'
import { demandUnclosed } from './close-survey.ts'
import { demandOpen } from './issue-batches.ts'
import { demandVersion } from './questionnaire-view.ts'

/** A batch with its form and how far it is entered. */
export async function openBatch(tx: Transaction, id: string): Promise<OpenBatch> {
  const row = await findBatch(tx, id)
  return viewBatch(tx, row, await formOf(tx, row))
}

/** The form that the papers of a batch were printed from. */
async function formOf(tx: Transaction, row: BatchRow): Promise<QuestionnaireForm> {
  return (await demandVersion(tx, row.questionnaire, row.version)).form
}

async function viewBatch(tx: Transaction, row: BatchRow, form: QuestionnaireForm): Promise<OpenBatch> {
  const [unit] = await findUnits(tx, [row.unit])
  return {
    id: row.id,
    unit: { id: row.unit, name: unit?.name ?? row.unit },
    version: row.version,
    code: row.code,
    issued: row.issued,
    questionnaire: row.questionnaire,
    title: form.title,
    form,
    ...(await progressOf(tx, row)),
  }
}

interface Typed {
  readonly batch: string
  readonly number: number
  readonly answers: SheetAnswers
  readonly isCorrection: boolean
}

/** Keeps a sheet, valid or not, and says why not. */
export async function enterSheet(
  tx: Transaction,
  { batch, number, answers, isCorrection }: Typed,
  { by, day }: { readonly by: string; readonly day: string },
): Promise<ReplyOf<typeof endpoint>> {
  const row = await findBatch(tx, batch)
  demandOpen((await seeRound(tx, row.round)).state)
  await demandUnclosed(tx, row.questionnaire, row.version)
  if (number > row.issued)
    throw new Refusal('unfit', {
      errors: [{ at: 'params/number', zh: `这批只发了${row.issued}份`, en: `only ${row.issued} were issued` }],
    })
  const form = await formOf(tx, row)
  const faults = judgeSheet(form, answers)
  const isValid = faults.length === 0
  const known = await findSheet(tx, batch, number)
  if (known !== null) {
    if (!isCorrection)
      throw new Refusal('already-there', { zh: `第${number}份已经录入`, en: `sheet ${number} was entered already` })
    await changeSheet(tx, { batch, number }, { answers, is_valid: isValid, is_checked: false, day })
  } else {
    const { authority, round, unit, place } = row
    await insertSheet(tx, { authority, batch, number, round, unit, place, answers, is_valid: isValid, day, entered_by: by })
  }
  return { isValid, faults: [...faults], batch: await viewBatch(tx, row, form) }
}

/** Compares a second typing with the first; the same answers mark the sheet as checked. */
export async function compareSheet(
  tx: Transaction,
  { batch, number, answers }: Omit<Typed, 'isCorrection'>,
): Promise<{ differing: string[]; batch: OpenBatch }> {
  const row = await findBatch(tx, batch)
  demandOpen((await seeRound(tx, row.round)).state)
  await demandUnclosed(tx, row.questionnaire, row.version)
  const known = await findSheet(tx, batch, number)
  if (known === null)
    throw new Refusal('not-there-yet', { zh: `第${number}份还没有录入`, en: `sheet ${number} is not entered yet` })
  const differing = differingOf(known.answers, answers)
  if (differing.length === 0 && !known.is_checked)
    await changeSheet(tx, { batch, number }, { answers: known.answers, is_valid: known.is_valid, is_checked: true })
  return { differing, batch: await viewBatch(tx, row, await formOf(tx, row)) }
}

/** Names of the questions at which two typings differ; the order of several choices means nothing. */
function differingOf(first: SheetAnswers, second: SheetAnswers): string[] {
  const plain = (answer: SheetAnswers[string] | undefined) =>
    JSON.stringify(Array.isArray(answer) ? [...answer].sort() : (answer ?? null))
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].filter(
    (name) => plain(first[name]) !== plain(second[name]),
  )
}
