// Emergency access (break-glass): asked by one, confirmed by another, over within two hours, everything read in a book, closed by a report.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, orUnknown, PlaceCode, Reason } from './forms.ts'

const Emergency = Type.Object(
  {
    id: Id,
    name: Type.String(),
    isOwn: Type.Boolean(),
    role: Type.Enum(['office', 'leading-group']),
    authority: Type.Object({ code: PlaceCode, name: Type.String() }, { additionalProperties: false }),
    reason: Type.String(),
    minutes: Type.Integer(),
    askedAt: Instant,
    confirmedBy: orUnknown(Type.String()),
    confirmedAt: orUnknown(Instant),
    endsAt: orUnknown(Instant),
    /** `asked`, in `force`, `over` and waiting for its report, `reported`, or `lapsed`: nobody confirmed it within an hour. */
    state: Type.Enum(['asked', 'force', 'over', 'reported', 'lapsed'], { title: 'EmergencyState' }),
    report: orUnknown(Type.String()),
    /** Requests made under it. */
    readings: Type.Integer({ minimum: 0 }),
  },
  { additionalProperties: false, title: 'Emergency' },
)

export const listEmergencies = defineEndpoint({
  method: 'GET',
  path: '/emergencies',
  id: 'listEmergencies',
  zh: '查看紧急授权',
  tag: 'emergencies',
  summary:
    'Emergencies, newest first: the caller’s own, and to the security and the audit administrator those within their range.',
  reply: Type.Object({ items: Type.Array(Emergency) }, { additionalProperties: false, title: 'Emergencies' }),
})

export const askEmergency = defineEndpoint({
  method: 'POST',
  path: '/emergencies',
  id: 'askEmergency',
  zh: '申请紧急授权',
  tag: 'emergencies',
  summary:
    'Asks for the role of an office or a leading group for at most two hours. It opens nothing until a security administrator whose range covers the body confirms it. Not to administrators, nor before the report on the last one.',
  body: Type.Object(
    {
      id: Id,
      role: Type.Enum(['office', 'leading-group']),
      authority: PlaceCode,
      body: Type.String({ minLength: 1, maxLength: 120 }),
      reason: Reason,
      minutes: Type.Integer({ minimum: 10, maximum: 120 }),
    },
    { additionalProperties: false, title: 'NewEmergency' },
  ),
  reply: null,
  status: 201,
  problems: ['not-allowed', 'already-there'],
})

export const confirmEmergency = defineEndpoint({
  method: 'POST',
  path: '/emergencies/:emergency/confirmation',
  id: 'confirmEmergency',
  zh: '批准紧急授权',
  tag: 'emergencies',
  summary:
    'Confirms an emergency within an hour of its asking; its two hours begin. To a security administrator, never to the one who asked.',
  params: { emergency: Id },
  reply: null,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const reportEmergency = defineEndpoint({
  method: 'POST',
  path: '/emergencies/:emergency/report',
  id: 'reportEmergency',
  zh: '提交紧急授权报告',
  tag: 'emergencies',
  summary: 'Ends one’s own emergency, if it still runs, and says what was done under it.',
  params: { emergency: Id },
  body: Type.Object(
    { report: Type.String({ minLength: 10, maxLength: 4000 }) },
    { additionalProperties: false, title: 'EmergencyReport' },
  ),
  reply: null,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export const listEmergencyReadings = defineEndpoint({
  method: 'GET',
  path: '/emergencies/:emergency/readings',
  id: 'listEmergencyReadings',
  zh: '查看紧急授权期间的查阅',
  tag: 'emergencies',
  summary:
    'Every request made under an emergency, newest first, up to 1,000; to its holder, the security and the audit administrator.',
  params: { emergency: Id },
  reply: Type.Object(
    {
      items: Type.Array(
        Type.Object({ at: Instant, method: Type.String(), address: Type.String() }, { additionalProperties: false }),
      ),
    },
    { additionalProperties: false, title: 'EmergencyReadings' },
  ),
  problems: ['not-found'],
})

export type Emergency = Static<typeof Emergency>
