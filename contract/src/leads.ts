// Leads (问题线索): a team drops one and never reads it back; the case management of one body at a time receives it.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, orUnknown, pageOf, PageQuery, PlaceCode, Reason } from './forms.ts'

const Body = Type.Object({ code: PlaceCode, name: Type.String() }, { additionalProperties: false })

/** Where what is said comes from. */
export const LeadSource = Type.Enum(['talk', 'letter', 'visit', 'papers', 'accounts', 'other'], { title: 'LeadSource' })
export type LeadSource = Static<typeof LeadSource>

const told = Type.String({ minLength: 10, maxLength: 4000, pattern: '\\S[\\s\\S]*\\S' })

const LeadContent = Type.Object(
  {
    /** Who is reflected upon: name, unit, post, as far as known. */
    subjects: Line,
    /** What is said to have happened. */
    matter: told,
    source: LeadSource,
    /** Papers and evidence that go with it, named one by one. */
    evidence: orUnknown(Type.String({ minLength: 2, maxLength: 2000 })),
  },
  { additionalProperties: false, title: 'LeadContent' },
)

/** What case management sees before it opens a lead: no word of what it says. */
const LeadEnvelope = Type.Object(
  {
    id: Id,
    number: Type.String(),
    /** The inspected place. */
    place: Body,
    isUrgent: Type.Boolean(),
    /** The day alone: an hour could tell who told it. */
    droppedOn: Day,
    /** Openings so far, by anybody; 0 is unread. */
    openings: Type.Integer({ minimum: 0 }),
    /** Whether the caller may read it now, since he opened it last. */
    isOpen: Type.Boolean(),
  },
  { additionalProperties: false, title: 'LeadEnvelope' },
)

const LeadOpening = Type.Object(
  {
    id: Id,
    lead: Id,
    number: orUnknown(Type.String()),
    name: Type.String(),
    reason: Type.String(),
    openedAt: Instant,
    /** Of a reporter's name the second hand; of a lead nobody's. */
    approvedBy: orUnknown(Type.String()),
    kind: Type.Enum(['lead', 'reporter']),
  },
  { additionalProperties: false, title: 'LeadOpening' },
)

const Unsealing = Type.Object(
  {
    id: Id,
    lead: Id,
    number: Type.String(),
    askedBy: Type.String(),
    isOwn: Type.Boolean(),
    reason: Type.String(),
    askedAt: Instant,
    approvedBy: orUnknown(Type.String()),
    /** Until when the one who asked may read it. */
    until: orUnknown(Instant),
  },
  { additionalProperties: false, title: 'Unsealing' },
)

export const dropLead = defineEndpoint({
  method: 'POST',
  path: '/leads',
  id: 'dropLead',
  zh: '移交问题线索',
  tag: 'leads',
  door: 'leads',
  summary:
    'Hands a lead to the case management of the commissioning body. To whoever inspects the unit under an order in force. Answers a number and nothing else: nobody of the team, its leader, the office or the writer reads it back.',
  body: Type.Object(
    {
      id: Id,
      commissioning: PlaceCode,
      round: Id,
      unit: Id,
      isUrgent: Type.Boolean(),
      content: LeadContent,
      /** Who told it and how he can be reached; `null`: he gave no name. */
      reporter: orUnknown(Type.String({ minLength: 2, maxLength: 1000 })),
    },
    { additionalProperties: false, title: 'NewLead' },
  ),
  reply: Type.Object({ number: Type.String() }, { additionalProperties: false, title: 'LeadReceipt' }),
  status: 201,
  problems: ['not-allowed'],
})

export const listLeads = defineEndpoint({
  method: 'GET',
  path: '/leads',
  id: 'listLeads',
  zh: '查看线索',
  tag: 'leads',
  door: 'leads',
  summary:
    'The leads that the case management of the caller’s body holds: urgent ones first, then the oldest. Needs the step before leads.',
  query: PageQuery,
  reply: pageOf(LeadEnvelope),
  problems: ['bad-cursor', 'leads-step-missing'],
})

export const openLead = defineEndpoint({
  method: 'POST',
  path: '/leads/:lead/opening',
  id: 'openLead',
  zh: '打开线索',
  tag: 'leads',
  door: 'leads',
  summary:
    'Opens one lead for a quarter of an hour and writes down who, when and why; the one that was open before is closed. To the case management that holds it.',
  params: { lead: Id },
  body: Type.Object({ id: Id, reason: Reason }, { additionalProperties: false, title: 'LeadOpeningWish' }),
  reply: Type.Object({ until: Instant }, { additionalProperties: false }),
  status: 201,
  problems: ['not-found', 'leads-step-missing'],
})

export const readLead = defineEndpoint({
  method: 'GET',
  path: '/leads/:lead',
  id: 'readLead',
  zh: '查看一条线索',
  tag: 'leads',
  door: 'leads',
  summary: 'What the lead says; to whoever opened it last, minutes ago.',
  params: { lead: Id },
  reply: Type.Object(
    { lead: LeadEnvelope, content: LeadContent, hasReporter: Type.Boolean(), until: Instant },
    { additionalProperties: false, title: 'OpenedLead' },
  ),
  problems: ['leads-step-missing', 'wrong-state'],
})

export const listLeadOpenings = defineEndpoint({
  method: 'GET',
  path: '/leads/openings',
  id: 'listLeadOpenings',
  zh: '查看打开登记',
  tag: 'leads',
  door: 'leads',
  summary:
    'Who opened which lead or the name of which reporter, when, why and with whose approval, newest first. To the case management that holds it and to the audit administrator of the body that held it.',
  query: { ...PageQuery, lead: Type.Optional(Id) },
  reply: Type.Object({ items: Type.Array(LeadOpening) }, { additionalProperties: false, title: 'LeadOpenings' }),
})

export const listLeadDesks = defineEndpoint({
  method: 'GET',
  path: '/leads/desks',
  id: 'listLeadDesks',
  zh: '查看线索接收机构',
  tag: 'leads',
  door: 'leads',
  summary:
    'Bodies whose case management can receive a lead, to case management; nobody else is told of any. Needs the step before leads.',
  reply: Type.Object({ items: Type.Array(Body) }, { additionalProperties: false, title: 'LeadDesks' }),
  problems: ['leads-step-missing'],
})

export const handOverLead = defineEndpoint({
  method: 'POST',
  path: '/leads/:lead/hand-over',
  id: 'handOverLead',
  zh: '移交线索收件',
  tag: 'leads',
  door: 'leads',
  summary: 'Hands a lead to the case management of another body. From then on the giver sees neither it nor what becomes of it.',
  params: { lead: Id },
  body: Type.Object({ id: Id, body: PlaceCode, reason: Reason }, { additionalProperties: false, title: 'LeadHandOver' }),
  reply: null,
  problems: ['not-found', 'leads-step-missing', 'unfit'],
})

export const askUnsealing = defineEndpoint({
  method: 'POST',
  path: '/leads/:lead/unsealing',
  id: 'askUnsealing',
  zh: '申请启封反映人',
  tag: 'leads',
  door: 'leads',
  summary: 'Asks to read who told it, with a reason; another person of the same case management must approve.',
  params: { lead: Id },
  body: Type.Object({ id: Id, reason: Reason }, { additionalProperties: false, title: 'UnsealingWish' }),
  reply: null,
  status: 204,
  problems: ['not-found', 'leads-step-missing'],
})

export const listUnsealings = defineEndpoint({
  method: 'GET',
  path: '/leads/unsealings',
  id: 'listUnsealings',
  zh: '查看启封申请',
  tag: 'leads',
  door: 'leads',
  summary: 'Requests to read a reporter’s name that wait for a second hand, or were approved minutes ago.',
  reply: Type.Object({ items: Type.Array(Unsealing) }, { additionalProperties: false, title: 'Unsealings' }),
  problems: ['leads-step-missing'],
})

export const approveUnsealing = defineEndpoint({
  method: 'POST',
  path: '/leads/unsealings/:unsealing/approval',
  id: 'approveUnsealing',
  zh: '批准启封反映人',
  tag: 'leads',
  door: 'leads',
  summary: 'Approves that the one who asked reads the reporter’s name for a quarter of an hour; never to himself.',
  params: { unsealing: Id },
  reply: null,
  problems: ['not-found', 'not-allowed', 'leads-step-missing', 'wrong-state'],
})

export const readReporter = defineEndpoint({
  method: 'GET',
  path: '/leads/:lead/reporter',
  id: 'readReporter',
  zh: '查看反映人姓名',
  tag: 'leads',
  door: 'leads',
  summary: 'Who told it; to the one who asked, once another approved, for a quarter of an hour.',
  params: { lead: Id },
  reply: Type.Object({ reporter: orUnknown(Type.String()) }, { additionalProperties: false, title: 'Reporter' }),
  problems: ['leads-step-missing', 'wrong-state'],
})

export type LeadContent = Static<typeof LeadContent>
export type LeadEnvelope = Static<typeof LeadEnvelope>
export type LeadOpening = Static<typeof LeadOpening>
export type Unsealing = Static<typeof Unsealing>
