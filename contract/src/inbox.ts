// The inbox (收件箱): sealed reports on the staff's side. The server hands out sealed bytes, one at a time and logged; they are opened on the
// inspector's own device, and nothing of what they say comes back here.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, orUnknown, pageOf, PageQuery, Reason } from './forms.ts'
import { DeskCode } from './intake.ts'

const closed = { additionalProperties: false } as const
const Count = Type.Integer({ minimum: 0 })
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const ReportNumber = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000 })
const atReport = { desk: DeskCode, number: ReportNumber }

export const Verdict = Type.Enum(['accept', 'redirect', 'decline'], { title: 'Verdict' })
export type Verdict = Static<typeof Verdict>

const Decision = Type.Object(
  {
    /** The first message under its receipt. */
    report: ReportNumber,
    verdict: Verdict,
    /** As it is told: `受理〔2026〕12号`. */
    number: Type.String(),
    /** Where it was redirected to. */
    addressee: orUnknown(Type.String()),
    reason: Type.String(),
    by: Type.String(),
    on: Day,
  },
  { ...closed, title: 'Decision' },
)
export type Decision = Static<typeof Decision>

/** What a desk took and what became of it. Reports are receipts; what comes later under one is a message of the same report. */
const Tally = Type.Object(
  { reports: Count, messages: Count, accepted: Count, redirected: Count, declined: Count, undecided: Count },
  { ...closed, title: 'InboxTally' },
)
export type InboxTally = Static<typeof Tally>

const InboxDesk = Type.Object(
  {
    desk: DeskCode,
    until: Day,
    /** Whether the caller is of the team and may take sealed reports; an office sees figures and decisions. */
    canTake: Type.Boolean(),
    tally: Tally,
  },
  { ...closed, title: 'InboxDesk' },
)
export type InboxDesk = Static<typeof InboxDesk>

const SealedReport = Type.Object(
  {
    number: ReportNumber,
    day: Day,
    /** It came in a flood: shown apart. */
    isSlow: Type.Boolean(),
    /** Bytes of the envelope: a class, not the length of what it says. */
    bytes: Count,
    attachments: Count,
    /** The answer box from which it came: those of one receipt belong together. */
    mailbox: Hash,
    /** The first number under the same receipt, and how many there are. */
    first: ReportNumber,
    messages: Count,
    replies: Count,
    decision: orUnknown(Decision),
  },
  { ...closed, title: 'SealedReport' },
)
export type SealedReport = Static<typeof SealedReport>

export const listInboxDesks = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/inboxes',
  id: 'listInboxDesks',
  zh: '查看本轮收件箱',
  tag: 'inbox',
  summary:
    'The desks of a round with what they took and what became of it: to a team under an order in force, and to the office and leading group of the commissioning body.',
  params: { round: Id },
  reply: Type.Object({ items: Type.Array(InboxDesk) }, { ...closed, title: 'InboxDesks' }),
  problems: ['not-found'],
})

export const listSealedReports = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/reports',
  id: 'listSealedReports',
  zh: '查看收件箱',
  tag: 'inbox',
  summary:
    'Sealed reports of a desk, newest first, without an envelope; to members of a team of its round under an order in force.',
  params: { desk: DeskCode },
  query: {
    ...PageQuery,
    lane: Type.Optional(Type.Enum(['usual', 'slow'])),
    show: Type.Optional(Type.Enum(['all', 'undecided'])),
  },
  reply: pageOf(SealedReport),
  problems: ['not-found', 'bad-cursor'],
})

export const takeReport = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/reports/:number/envelope',
  id: 'takeReport',
  zh: '领取群众反映密封件',
  tag: 'inbox',
  summary: 'One sealed report as it came. Each is logged with who took it; there is no way to take several at once.',
  params: atReport,
  logged: 'evidence',
  perMinute: 120,
  reply: { file: 'application/octet-stream' },
})

export const takeReportAttachment = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/reports/:number/attachments/:attachment',
  id: 'takeReportAttachment',
  zh: '领取群众反映附件',
  tag: 'inbox',
  summary: 'One sealed attachment that the report named when it came, logged like the report.',
  params: { ...atReport, attachment: Hash },
  logged: 'evidence',
  perMinute: 120,
  reply: { file: 'application/octet-stream' },
})

export const listSealedReplies = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/reports/:number/replies',
  id: 'listSealedReplies',
  zh: '查看密封答复',
  tag: 'inbox',
  summary: 'What the team answered under the receipt of a report, sealed, oldest first.',
  params: atReport,
  logged: 'evidence',
  reply: Type.Object(
    {
      items: Type.Array(Type.Object({ seq: Count, day: Day, envelope: Type.String() }, { ...closed, title: 'SealedReply' })),
    },
    { ...closed, title: 'SealedReplies' },
  ),
})

export const postReply = defineEndpoint({
  method: 'POST',
  path: '/inboxes/:desk/reports/:number/replies',
  id: 'postReply',
  zh: '寄出密封答复',
  tag: 'inbox',
  summary: 'Lays a reply, sealed on the device, into the answer box of a report, as the next of its chain.',
  params: atReport,
  body: Type.Object(
    {
      seq: Type.Integer({ minimum: 1, maximum: 10_000 }),
      /** SHA-256 of the envelope before; `null` for the first. */
      prev: orUnknown(Hash),
      /** Base64. */
      envelope: Type.String({ minLength: 8_000, maxLength: 200_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
    },
    { ...closed, title: 'NewReply' },
  ),
  reply: null,
  problems: ['not-found', 'changed-meanwhile'],
})

export const decideReport = defineEndpoint({
  method: 'POST',
  path: '/inboxes/:desk/reports/:number/decisions',
  id: 'decideReport',
  zh: '受理或转办群众反映',
  tag: 'inbox',
  summary:
    'Accepts, redirects or declines a report with a reason and the next number of the book. A later decision stands beside the earlier one and counts.',
  params: atReport,
  body: Type.Object(
    { verdict: Verdict, reason: Reason, addressee: orUnknown(Type.String({ minLength: 2, maxLength: 200, pattern: '\\S' })) },
    { ...closed, title: 'NewDecision' },
  ),
  reply: Decision,
  status: 201,
  problems: ['not-found', 'not-allowed', 'unfit'],
})

export const listDecisions = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/decisions',
  id: 'listDecisions',
  zh: '查看受理登记',
  tag: 'inbox',
  summary:
    'The book of a desk, newest first, decisions that a later one replaced included: to its team, the office and the leading group.',
  params: { desk: DeskCode },
  query: PageQuery,
  reply: pageOf(Decision),
  problems: ['not-found', 'bad-cursor'],
})

export const noteNameOpening = defineEndpoint({
  method: 'POST',
  path: '/inboxes/:desk/reports/:number/name-openings',
  id: 'noteNameOpening',
  zh: '登记打开姓名',
  tag: 'inbox',
  summary:
    'Writes down who is about to open the name in a report, and why; the page asks for it before the name is opened on the device.',
  params: atReport,
  body: Type.Object({ id: Id, reason: Reason }, { ...closed, title: 'NewNameOpening' }),
  reply: null,
  problems: ['not-found', 'not-allowed'],
})

export const noteReferral = defineEndpoint({
  method: 'POST',
  path: '/inboxes/:desk/reports/:number/referrals',
  id: 'noteReferral',
  zh: '登记移交',
  tag: 'inbox',
  summary:
    'Writes down that a redacted text of a report was handed on, to whom, why, and the SHA-256 of that text; not the text.',
  params: atReport,
  body: Type.Object({ id: Id, addressee: Line, reason: Reason, textHash: Hash }, { ...closed, title: 'NewReferral' }),
  reply: null,
  problems: ['not-found', 'not-allowed'],
})

const Handling = Type.Object(
  {
    id: Id,
    report: ReportNumber,
    kind: Type.Enum(['name-opening', 'referral']),
    addressee: orUnknown(Type.String()),
    reason: Type.String(),
    textHash: orUnknown(Hash),
    by: Type.String(),
    at: Instant,
  },
  { ...closed, title: 'Handling' },
)
export type Handling = Static<typeof Handling>

export const listHandlings = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/handlings',
  id: 'listHandlings',
  zh: '查看收件登记',
  tag: 'inbox',
  summary:
    'Names opened and texts handed on, newest first: to the team and to the audit administrator of the commissioning body.',
  params: { desk: DeskCode },
  query: { ...PageQuery, report: Type.Optional(ReportNumber) },
  reply: pageOf(Handling),
  problems: ['not-found', 'bad-cursor'],
})
