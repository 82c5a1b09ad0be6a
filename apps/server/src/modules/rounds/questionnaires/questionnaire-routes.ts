import {
  checkAnswerSheet,
  closeSurvey as closeEndpoint,
  createQuestionnaire,
  downloadQuestionnaire,
  downloadSurveyResults,
  enterSheet as enterEndpoint,
  importQuestionnaire,
  issueBatches as issueEndpoint,
  listBatches,
  listQuestionnaires,
  publishQuestionnaire,
  readBatch,
  readQuestionnaire,
  readSurveyResults,
  recordSideReview,
  saveQuestionnaire,
} from '@shengmian/contract'
import { serve, type Route } from '../../../http/serve.ts'
import { today } from '../days.ts'
import { closeSurvey } from './close-survey.ts'
import { compareSheet, enterSheet, openBatch } from './enter-sheet.ts'
import { issueBatches, viewBatches } from './issue-batches.ts'
import { viewQuestionnaire, viewQuestionnaires, writeForm } from './questionnaire-view.ts'
import { writeResultsSheet } from './results-sheet.ts'
import { recordSides } from './record-sides.ts'
import { viewResults } from './view-results.ts'
import { beginQuestionnaire, importDraft, publishVersion, saveDraft } from './write-questionnaire.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const questionnaireRoutes: readonly Route[] = [
  serve(listQuestionnaires, ({ params, tx }) => viewQuestionnaires(tx, params.round)),
  serve(createQuestionnaire, async ({ params, body, tx, caller, clock }) =>
    viewQuestionnaire(tx, await beginQuestionnaire(tx, params.round, body, { by: caller, at: clock.now() })),
  ),
  serve(readQuestionnaire, ({ params, tx }) => viewQuestionnaire(tx, params.questionnaire)),
  serve(saveQuestionnaire, async ({ params, body, tx }) => {
    await saveDraft(tx, params.questionnaire, body)
    return viewQuestionnaire(tx, params.questionnaire)
  }),
  serve(importQuestionnaire, async ({ params, upload, tx }) => {
    await importDraft(tx, params.questionnaire, params.edition, upload.path)
    return viewQuestionnaire(tx, params.questionnaire)
  }),
  serve(downloadQuestionnaire, async ({ params, query, tx }) => ({
    file: await writeForm(tx, params.questionnaire, query.version),
    name: '问卷XLSForm.xlsx',
    type: XLSX,
  })),
  serve(publishQuestionnaire, async ({ params, body, tx, caller, clock }) => {
    await publishVersion(tx, params.questionnaire, body.edition, { by: caller, at: clock.now() })
    return viewQuestionnaire(tx, params.questionnaire)
  }),
  serve(closeEndpoint, async ({ params, body, tx, caller, clock }) => {
    await closeSurvey(tx, params.questionnaire, body, { by: caller, at: clock.now() })
    return viewQuestionnaire(tx, params.questionnaire)
  }),
  serve(listBatches, ({ params, tx }) => viewBatches(tx, params.questionnaire)),
  serve(issueEndpoint, async ({ params, body, tx, caller, clock }) => {
    await issueBatches(tx, params.questionnaire, body, { by: caller, at: clock.now() })
    return viewBatches(tx, params.questionnaire)
  }),
  serve(readBatch, ({ params, tx }) => openBatch(tx, params.batch)),
  serve(enterEndpoint, ({ params, body, tx, caller, clock }) =>
    enterSheet(tx, { ...params, ...body }, { by: caller.id, day: today(clock) }),
  ),
  serve(checkAnswerSheet, ({ params, body, tx }) => compareSheet(tx, { ...params, ...body })),
  serve(readSurveyResults, ({ params, query, tx }) => viewResults(tx, params.questionnaire, query.version)),
  serve(downloadSurveyResults, async ({ params, query, tx }) => ({
    file: await writeResultsSheet(await viewResults(tx, params.questionnaire, query.version)),
    name: '问卷结果.xlsx',
    type: XLSX,
  })),
  serve(recordSideReview, async ({ params, body, tx, caller, clock }) => {
    await recordSides(tx, params.questionnaire, body, { by: caller, at: clock.now() })
    return viewResults(tx, params.questionnaire)
  }),
]
