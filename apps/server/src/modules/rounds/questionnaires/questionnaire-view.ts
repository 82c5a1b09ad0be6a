import type { listQuestionnaires, Questionnaire, ReplyOf } from '@shengmian/contract'
import { checkPublishable, questionsOf, writeXlsform } from '@shengmian/questionnaire'
import { Problem } from '@shengmian/contract'
import type { Readable } from 'node:stream'
import type { Transaction } from '../../../platform/transaction.ts'
import { writeWorkbook } from '../../registry/index.ts'
import { rolesAt } from '../policy.ts'
import { seeRound } from '../round/hold-round.ts'
import { closingsOf } from './batch-store.ts'
import { findQuestionnaire, findVersion, questionnairesOf, versionsOf, type VersionRow } from './questionnaire-store.ts'

export async function viewQuestionnaires(tx: Transaction, round: string): Promise<ReplyOf<typeof listQuestionnaires>> {
  const rows = await questionnairesOf(tx, (await seeRound(tx, round)).id)
  const versions = await versionsOf(
    tx,
    rows.map(({ id }) => id),
  )
  return {
    items: rows.map(({ id, form }) => ({
      id,
      title: form.title,
      version: versions.findLast(({ questionnaire }) => questionnaire === id)?.version ?? null,
      questions: questionsOf(form).length,
    })),
  }
}

export async function viewQuestionnaire(tx: Transaction, id: string): Promise<Questionnaire> {
  const { authority, round, form, edition } = await findQuestionnaire(tx, id)
  const closings = await closingsOf(tx, id)
  return {
    id,
    round,
    title: form.title,
    edition,
    form,
    faults: [...checkPublishable(form)],
    versions: (await versionsOf(tx, [id])).map(({ version, by_name, at }) => ({
      version,
      publishedBy: by_name,
      publishedAt: at.toISOString(),
      closedAt: closings.get(version)?.toISOString() ?? null,
    })),
    canEdit: (await rolesAt(tx, authority)).includes('office'),
  }
}

/** The version asked for, the newest unless one is named. */
export async function demandVersion(tx: Transaction, questionnaire: string, version?: number): Promise<VersionRow> {
  const found = await findVersion(tx, (await findQuestionnaire(tx, questionnaire)).id, version)
  if (found === null) throw new Problem('not-there-yet', { zh: '还没有发布过版本', en: 'no version was published' })
  return found
}

/** The draft or a version as an XLSForm workbook. */
export async function writeForm(tx: Transaction, id: string, version?: number): Promise<Readable> {
  const { form } = version === undefined ? await findQuestionnaire(tx, id) : await demandVersion(tx, id, version)
  const widths = { survey: [22, 16, 44, 28, 10, 28, 24, 24], choices: [16, 16, 44], settings: [32, 20, 20, 20, 20] }
  return writeWorkbook(
    writeXlsform(form).map(({ name, rows }) => ({
      name,
      hasHeader: true,
      widths: widths[name as keyof typeof widths],
      rows: rows.map((row) => row.map((value) => ({ value }))),
    })),
  )
}
