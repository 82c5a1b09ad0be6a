// Questionnaires of a round: a form that is built or imported, versions that never change once published.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, Line } from './forms.ts'
import { closed, orNull } from './round-forms.ts'

const Name = Type.String({ minLength: 1, maxLength: 60 })
const Words = Type.String({ maxLength: 500 })
const Choice = closed({ name: Name, label: Words }, 'QuestionChoice')
const asked = {
  name: Name,
  /** In plain words, as it is read out in the village. */
  label: Words,
  /** The official indicator beside it; empty while none is named. */
  indicator: Words,
  isRequired: Type.Boolean(),
  /** XLSForm expression; empty: always asked. */
  relevant: Words,
}
const FormLine = Type.Union([
  closed({ kind: Type.Enum(['one', 'many']), ...asked, choices: Type.Array(Choice, { maxItems: 40 }) }, 'ChoiceQuestion'),
  closed(
    { kind: Type.Enum(['integer', 'decimal', 'text']), ...asked, constraint: Words, constraintMessage: Words },
    'OpenQuestion',
  ),
  closed({ kind: Type.Literal('note'), name: Name, label: Words, relevant: Words }, 'FormNote'),
])
const FormGroup = closed(
  { kind: Type.Literal('group'), name: Name, label: Words, relevant: Words, items: Type.Array(FormLine, { maxItems: 60 }) },
  'FormGroup',
)
/** Answers to one question that count: those that know, those that are satisfied. */
const Share = closed({ question: Name, choices: Type.Array(Name, { maxItems: 40 }) }, 'FormShare')

export const QuestionnaireForm = closed(
  {
    title: Type.String({ maxLength: 200 }),
    items: Type.Array(Type.Union([FormLine, FormGroup]), { maxItems: 100 }),
    awareness: orNull(Share),
    satisfaction: orNull(Share),
  },
  'QuestionnaireForm',
)

const FormFault = closed({ at: Type.String(), part: Type.String(), zh: Type.String(), en: Type.String() }, 'FormFault')
const Version = closed(
  {
    version: Type.Integer({ minimum: 1 }),
    publishedBy: Type.String(),
    publishedAt: Instant,
    /** When entry of its sheets ended and its results began; `null`: it is open. */
    closedAt: orNull(Instant),
  },
  'QuestionnaireVersion',
)

const Questionnaire = closed(
  {
    id: Id,
    round: Id,
    title: Type.String(),
    /** Counts how often the draft was saved: whoever saves names the one he has read. */
    edition: Type.Integer({ minimum: 0 }),
    /** The draft: what the next version will be. */
    form: QuestionnaireForm,
    /** What keeps it from being published. */
    faults: Type.Array(FormFault),
    /** Oldest first. */
    versions: Type.Array(Version),
    /** Whether the caller builds it; others read and enter. */
    canEdit: Type.Boolean(),
  },
  'Questionnaire',
)

const params = { questionnaire: Id }

export const listQuestionnaires = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/questionnaires',
  id: 'listQuestionnaires',
  zh: '查看问卷',
  tag: 'questionnaires',
  summary: 'The questionnaires of a round; to its commissioning body and to who is ordered there.',
  params: { round: Id },
  reply: closed(
    {
      items: Type.Array(
        closed({ id: Id, title: Type.String(), version: orNull(Type.Integer()), questions: Type.Integer() }, 'QuestionnaireLine'),
      ),
    },
    'Questionnaires',
  ),
  problems: ['not-found'],
})

export const createQuestionnaire = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/questionnaires',
  id: 'createQuestionnaire',
  zh: '新建问卷',
  tag: 'questionnaires',
  summary: 'Begins a questionnaire without questions; to the office.',
  params: { round: Id },
  body: closed({ id: Id, title: Line }, 'QuestionnaireBegun'),
  reply: Questionnaire,
  status: 201,
  problems: ['not-found', 'not-allowed', 'already-there'],
})

export const readQuestionnaire = defineEndpoint({
  method: 'GET',
  path: '/questionnaires/:questionnaire',
  id: 'readQuestionnaire',
  zh: '查看一份问卷',
  tag: 'questionnaires',
  summary: 'The draft with what it still lacks, and its versions.',
  params,
  reply: Questionnaire,
  problems: ['not-found'],
})

export const saveQuestionnaire = defineEndpoint({
  method: 'PUT',
  path: '/questionnaires/:questionnaire/draft',
  id: 'saveQuestionnaire',
  zh: '保存问卷草稿',
  tag: 'questionnaires',
  summary: 'Saves the draft, whole or not; to the office.',
  params,
  body: closed({ edition: Type.Integer({ minimum: 0 }), form: QuestionnaireForm }, 'QuestionnaireSaved'),
  reply: Questionnaire,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile'],
})

export const importQuestionnaire = defineEndpoint({
  method: 'POST',
  path: '/questionnaires/:questionnaire/draft/:edition/form.xlsx',
  id: 'importQuestionnaire',
  zh: '导入问卷',
  tag: 'questionnaires',
  summary: 'Replaces the draft by an XLSForm workbook, or names every cell that keeps it from being read and takes nothing.',
  params: { ...params, edition: Type.Integer({ minimum: 0 }) },
  upload: { maxBytes: 4 * 1024 * 1024 },
  reply: Questionnaire,
  problems: ['not-found', 'not-allowed', 'changed-meanwhile', 'file-unreadable', 'unfit'],
})

export const downloadQuestionnaire = defineEndpoint({
  method: 'GET',
  path: '/questionnaires/:questionnaire/form.xlsx',
  id: 'downloadQuestionnaire',
  zh: '导出问卷',
  tag: 'questionnaires',
  summary: 'The draft or a version as an XLSForm workbook.',
  params,
  query: { version: Type.Optional(Type.Integer({ minimum: 1 })) },
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-found'],
})

export const publishQuestionnaire = defineEndpoint({
  method: 'POST',
  path: '/questionnaires/:questionnaire/versions',
  id: 'publishQuestionnaire',
  zh: '发布问卷',
  tag: 'questionnaires',
  summary: 'Makes the draft a version that never changes again; the next draft begins as its copy. To the office.',
  params,
  body: closed({ edition: Type.Integer({ minimum: 0 }) }, 'QuestionnairePublished'),
  reply: Questionnaire,
  status: 201,
  problems: ['already-there', 'not-found', 'not-allowed', 'changed-meanwhile', 'unfit'],
})

export const closeSurvey = defineEndpoint({
  method: 'POST',
  path: '/questionnaires/:questionnaire/closing',
  id: 'closeSurvey',
  zh: '结束问卷',
  tag: 'questionnaires',
  summary:
    'Ends entry of a version for good: no sheet of it is typed or corrected after, no paper issued, and it has results from then on. To the office.',
  params,
  body: closed({ version: Type.Integer({ minimum: 1 }) }, 'SurveyClosed'),
  reply: Questionnaire,
  status: 201,
  problems: ['already-there', 'not-found', 'not-allowed', 'wrong-state'],
})

export type Questionnaire = Static<typeof Questionnaire>
export type QuestionnaireForm = Static<typeof QuestionnaireForm>
