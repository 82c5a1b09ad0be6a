// Immediate correction (立行立改): from a report that was classified and checked, or from what a team saw, to an order, the unit's answer and
// its verification; each step with who and when.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Reason } from './forms.ts'
import { DeskCode } from './intake.ts'
import { closed, orNull } from './round-forms.ts'

const What = Type.String({ minLength: 4, maxLength: 1000, pattern: '\\S[\\s\\S]*\\S' })
const Words = Type.String({ minLength: 2, maxLength: 2000, pattern: '\\S[\\s\\S]*\\S' })
const ReportNumber = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000 })
const MatterKind = Type.Enum(['livelihood', 'money', 'power', 'conduct'], { title: 'MatterKind' })

const Step = closed(
  {
    kind: Type.Enum(['answer', 'return', 'verify', 'withdraw'], { title: 'CorrectionStepKind' }),
    text: Type.String(),
    by: Type.String(),
    at: Instant,
  },
  'CorrectionStep',
)

const order = {
  id: Id,
  round: Id,
  unit: closed({ id: Id, name: Type.String() }),
  what: Type.String(),
  until: Day,
  by: Type.String(),
  at: Instant,
  /** Oldest first. */
  steps: Type.Array(Step),
  /** `open` = waits for the unit's answer, `answered` = for the team's look. */
  state: Type.Enum(['open', 'answered', 'verified', 'withdrawn'], { title: 'CorrectionState' }),
  /** Past its day and not answered. */
  isOverdue: Type.Boolean(),
  /** Days from today to its day; negative: it is past. */
  daysLeft: Type.Integer(),
}

/** As the unit's liaison has it: nothing in it says what the order began with. */
const OwnCorrection = closed(order, 'OwnCorrection')
export type OwnCorrection = Static<typeof OwnCorrection>

const Correction = closed(
  {
    ...order,
    /** The sealed report that it began with; `null`: what the team saw itself. */
    report: orNull(closed({ desk: DeskCode, number: ReportNumber })),
    /** The caller is ordered there: sends back, verifies, takes back. */
    canVerify: Type.Boolean(),
  },
  'Correction',
)
export type Correction = Static<typeof Correction>

const Matter = closed(
  {
    id: Id,
    unit: closed({ id: Id, name: Type.String() }),
    topic: Type.String(),
    kind: MatterKind,
    by: Type.String(),
    at: Instant,
    check: orNull(closed({ holds: Type.Boolean(), note: Type.String(), by: Type.String(), at: Instant })),
    correction: orNull(Correction),
  },
  'Matter',
)
export type Matter = Static<typeof Matter>

export const listCorrections = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/corrections',
  id: 'listCorrections',
  zh: '查看立行立改',
  tag: 'corrections',
  summary:
    'Immediate corrections of a round, newest first: to who is ordered there, of his targets; to the office and the leading group, of all.',
  params: { round: Id },
  reply: closed(
    {
      items: Type.Array(Correction),
      /** Targets at which the caller may order one now. */
      targets: Type.Array(closed({ id: Id, name: Type.String() })),
    },
    'Corrections',
  ),
  problems: ['not-found'],
})

export const downloadCorrections = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/corrections.xlsx',
  id: 'downloadCorrections',
  zh: '导出立行立改',
  tag: 'corrections',
  summary: 'The same as a workbook, without what an order began with: such a file goes on to units.',
  params: { round: Id },
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  problems: ['not-found'],
})

export const orderCorrection = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/targets/:unit/corrections',
  id: 'orderCorrection',
  zh: '交办立行立改',
  tag: 'corrections',
  summary:
    'Orders a unit to put something right by a day; to who is ordered there. Where a checked matter is named, it is kept with the team.',
  params: { round: Id, unit: Id },
  body: closed({ id: Id, what: What, until: Day, matter: Type.Optional(Id) }, 'CorrectionOrdered'),
  reply: Correction,
  status: 201,
  problems: ['not-found', 'unfit', 'wrong-state', 'already-there'],
})

export const judgeCorrection = defineEndpoint({
  method: 'POST',
  path: '/corrections/:correction/judgements',
  id: 'judgeCorrection',
  zh: '验收立行立改',
  tag: 'corrections',
  summary: 'Verifies what the unit answered or sends it back, or takes the order back, with a reason; to who is ordered there.',
  params: { correction: Id },
  body: closed({ id: Id, kind: Type.Enum(['verify', 'return', 'withdraw']), text: Words }, 'CorrectionJudged'),
  reply: Correction,
  status: 201,
  problems: ['not-found', 'not-allowed', 'wrong-state', 'already-there'],
})

export const listOwnCorrections = defineEndpoint({
  method: 'GET',
  path: '/own-corrections',
  id: 'listOwnCorrections',
  zh: '查看本单位立行立改',
  tag: 'corrections',
  summary: 'What the units of the place that the caller is liaison of were ordered to put right, what waits for him first.',
  reply: closed({ items: Type.Array(OwnCorrection) }, 'OwnCorrections'),
})

export const answerCorrection = defineEndpoint({
  method: 'POST',
  path: '/own-corrections/:correction/answers',
  id: 'answerCorrection',
  zh: '答复立行立改',
  tag: 'corrections',
  summary: 'Says what was done; to the liaison of the place.',
  params: { correction: Id },
  body: closed({ id: Id, text: Words }, 'CorrectionAnswered'),
  reply: OwnCorrection,
  status: 201,
  problems: ['not-found', 'wrong-state', 'already-there'],
})

export const readMatter = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/reports/:number/matter',
  id: 'readMatter',
  zh: '查看反映归类',
  tag: 'corrections',
  summary:
    'What became of a report on the way to a correction: classified, checked, ordered, answered, verified; to the team of its desk.',
  params: { desk: DeskCode, number: ReportNumber },
  reply: closed({ matter: orNull(Matter), targets: Type.Array(closed({ id: Id, name: Type.String() })) }, 'MatterOfReport'),
  problems: ['not-found'],
})

export const classifyReport = defineEndpoint({
  method: 'POST',
  path: '/inboxes/:desk/reports/:number/matter',
  id: 'classifyReport',
  zh: '给反映归类',
  tag: 'corrections',
  summary: 'Writes down under one’s name what a report is about and which unit it concerns; not a word of what it says.',
  params: { desk: DeskCode, number: ReportNumber },
  body: closed(
    { id: Id, unit: Id, topic: Type.String({ minLength: 2, maxLength: 60, pattern: '\\S' }), kind: MatterKind },
    'ReportClassified',
  ),
  reply: Matter,
  status: 201,
  problems: ['not-found', 'already-there'],
})

export const checkMatter = defineEndpoint({
  method: 'POST',
  path: '/matters/:matter/check',
  id: 'checkMatter',
  zh: '核对反映归类',
  tag: 'corrections',
  summary: 'Writes down once whether a matter was found true, and by what; to who is ordered there.',
  params: { matter: Id },
  body: closed({ holds: Type.Boolean(), note: Reason }, 'MatterChecked'),
  reply: Matter,
  problems: ['not-found', 'wrong-state'],
})
