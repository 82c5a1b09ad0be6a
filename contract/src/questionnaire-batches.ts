// Papers issued to villages, answer sheets typed in without a person, and results with small cells hidden.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Line } from './forms.ts'
import { QuestionnaireForm } from './questionnaires.ts'
import { closed, orNull, Sentence } from './round-forms.ts'

const Unit = closed({ id: Id, name: Type.String() }, 'SurveyedUnit')
const Count = Type.Integer({ minimum: 1, maximum: 20_000 })
/** `<5`: one to four. `*`: hidden so that another stays hidden. */
const Cell = Type.Union([Type.Integer({ minimum: 0 }), Type.Enum(['<5', '*'])], { title: 'SurveyCell' })
const Percent = Type.Number({ minimum: 0, maximum: 100 })

const Batch = closed(
  {
    id: Id,
    unit: Unit,
    version: Type.Integer(),
    /** Printed on its papers. */
    code: Type.String(),
    issued: Type.Integer(),
  },
  'QuestionnaireBatch',
)
const SurveyTarget = closed(
  {
    unit: Unit,
    /** `null`: not known. */
    residents: orNull(Type.Integer()),
    suggested: orNull(closed({ answers: Type.Integer(), issued: Type.Integer(), days: Type.Integer() }, 'SurveySize')),
  },
  'SurveyTarget',
)
const Batches = closed(
  {
    items: Type.Array(Batch),
    targets: Type.Array(SurveyTarget),
    /** How the number is suggested, with its source. */
    formula: Sentence,
  },
  'QuestionnaireBatches',
)

const params = { questionnaire: Id }

export const listBatches = defineEndpoint({
  method: 'GET',
  path: '/questionnaires/:questionnaire/batches',
  id: 'listBatches',
  zh: '查看问卷批次',
  tag: 'questionnaires',
  summary: 'What was issued to which village, and how many are suggested from its residents.',
  params,
  reply: Batches,
  problems: ['not-found'],
})

export const issueBatches = defineEndpoint({
  method: 'POST',
  path: '/questionnaires/:questionnaire/batches',
  id: 'issueBatches',
  zh: '发出问卷批次',
  tag: 'questionnaires',
  summary: 'Issues papers of the newest version to villages of the round; to the office.',
  params,
  body: closed(
    { batches: Type.Array(closed({ id: Id, unit: Id, issued: Count }, 'BatchIssued'), { minItems: 1, maxItems: 500 }) },
    'BatchesIssued',
  ),
  reply: Batches,
  status: 201,
  problems: ['not-found', 'not-allowed', 'wrong-state', 'unfit'],
})

const OpenBatch = closed(
  {
    ...Batch.properties,
    questionnaire: Id,
    title: Type.String(),
    form: QuestionnaireForm,
    /** The lowest number that no sheet was entered under; `null`: all are entered. */
    next: orNull(Type.Integer()),
    entered: Type.Integer(),
    /** Entered twice with the same answers. */
    checked: Type.Integer(),
  },
  'OpenBatch',
)

export const readBatch = defineEndpoint({
  method: 'GET',
  path: '/questionnaire-batches/:batch',
  id: 'readBatch',
  zh: '查看问卷批次答卷',
  tag: 'questionnaires',
  summary: 'A batch with its form, to print or to enter sheets from; to the office and to who is ordered there.',
  params: { batch: Id },
  reply: OpenBatch,
  problems: ['not-found'],
})

const Answers = Type.Record(
  Type.String({ maxLength: 60 }),
  Type.Union([Type.Number(), Type.String({ maxLength: 2000 }), Type.Array(Type.String({ maxLength: 60 }), { maxItems: 40 })]),
  { title: 'SheetAnswers' },
)
const SheetFault = closed({ question: Type.String(), rule: Type.String(), zh: Type.String(), en: Type.String() }, 'SheetFault')
const sheet = { batch: Id, number: Type.Integer({ minimum: 1, maximum: 20_000 }) }

export const enterSheet = defineEndpoint({
  method: 'PUT',
  path: '/questionnaire-batches/:batch/sheets/:number',
  id: 'enterSheet',
  zh: '录入答卷',
  tag: 'questionnaires',
  summary:
    'Enters a paper under the number written on it: no person, no time finer than a day. An invalid sheet is kept as such. Correcting must be said.',
  params: sheet,
  body: closed({ answers: Answers, isCorrection: Type.Boolean() }, 'SheetEntered'),
  reply: closed({ isValid: Type.Boolean(), faults: Type.Array(SheetFault), batch: OpenBatch }, 'SheetJudged'),
  problems: ['not-found', 'not-allowed', 'already-there', 'wrong-state', 'unfit'],
})

export const checkAnswerSheet = defineEndpoint({
  method: 'POST',
  path: '/questionnaire-batches/:batch/sheets/:number/check',
  id: 'checkAnswerSheet',
  zh: '复核答卷',
  tag: 'questionnaires',
  summary: 'Double entry: compares a second typing of the same paper with the first, and says at which questions they differ.',
  params: sheet,
  body: closed({ answers: Answers }, 'SheetTypedAgain'),
  reply: closed({ differing: Type.Array(Type.String()), batch: OpenBatch }, 'SheetCompared'),
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

const Review = closed(
  {
    organisation: Percent,
    department: Percent,
    verdict: Type.Enum(['passed', 'not-passed', 'unknown']),
    weighted: orNull(Type.Number()),
    /** What the two sides rest on, and who recorded them. */
    basis: Type.String(),
    recordedBy: Type.String(),
    zh: Type.String(),
    en: Type.String(),
  },
  'ThreeSidedReview',
)
const rates = {
  issued: Type.Integer(),
  returned: Cell,
  valid: Cell,
  invalid: Cell,
  /** Percent; `null`: unknown, or it would give a hidden cell away. */
  returnedRate: orNull(Percent),
  validRate: orNull(Percent),
  awareness: orNull(Percent),
  satisfaction: orNull(Percent),
  residents: orNull(Type.Integer()),
  participation: orNull(Type.Number()),
}
const QuestionResult = closed(
  {
    question: Type.String(),
    label: Type.String(),
    indicator: Type.String(),
    /** The choice that the table is about, where several could be chosen. */
    choice: orNull(Type.String()),
    /** What the last column counts: all valid sheets, or those to whom the question was put. */
    counted: Type.Enum(['valid', 'asked']),
    columns: Type.Array(Type.String()),
    /**
     * By village, in the order of `villages`; the last column is their total, the last row that of all villages in the table. A village with
     * `*` throughout is not in it.
     */
    rows: Type.Array(Type.Array(Cell)),
  },
  'QuestionResult',
)
const SurveyResults = closed(
  {
    title: Type.String(),
    version: Type.Integer(),
    villages: Type.Array(closed({ unit: Unit, ...rates, review: orNull(Review) }, 'VillageResult')),
    /** Of the villages whose valid sheets are shown. */
    total: closed(rates, 'SurveyTotal'),
    questions: Type.Array(QuestionResult),
    definitions: Type.Array(Sentence),
  },
  'SurveyResults',
)
const ofVersion = { version: Type.Optional(Type.Integer({ minimum: 1 })) }

export const readSurveyResults = defineEndpoint({
  method: 'GET',
  path: '/questionnaires/:questionnaire/results',
  id: 'readSurveyResults',
  zh: '查看问卷结果',
  tag: 'questionnaires',
  summary:
    'Results of a closed version, the newest unless named, by village as far as the caller sees them; counts of one to four are hidden.',
  params,
  query: ofVersion,
  reply: SurveyResults,
  problems: ['not-found', 'wrong-state'],
})

export const downloadSurveyResults = defineEndpoint({
  method: 'GET',
  path: '/questionnaires/:questionnaire/results.xlsx',
  id: 'downloadSurveyResults',
  zh: '导出问卷结果',
  tag: 'questionnaires',
  summary: 'The same results as a workbook, with the same cells hidden.',
  params,
  query: ofVersion,
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-found', 'wrong-state'],
})

export const recordSideReview = defineEndpoint({
  method: 'POST',
  path: '/questionnaires/:questionnaire/side-reviews',
  id: 'recordSideReview',
  zh: '登记三方点评',
  tag: 'questionnaires',
  summary:
    'Records what the organisation department and the departments in charge say of a unit; the public’s side is its satisfaction rate. The newest counts. To the office.',
  params,
  body: closed({ id: Id, unit: Id, organisation: Percent, department: Percent, basis: Line }, 'SideReviewRecorded'),
  reply: SurveyResults,
  status: 201,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export type QuestionnaireBatches = Static<typeof Batches>
export type OpenBatch = Static<typeof OpenBatch>
export type SheetAnswers = Static<typeof Answers>
export type SurveyResults = Static<typeof SurveyResults>
export type SurveyCell = Static<typeof Cell>
