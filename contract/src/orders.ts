import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Reason } from './forms.ts'
import { closed, NamedPerson, NamedPlace, orNull, Sentence } from './round-forms.ts'

const params = { round: Id }

const Order = closed(
  {
    id: Id,
    round: Id,
    /** 荆巡授〔2026〕31号: no gaps within the authority's year. */
    number: Type.String(),
    authority: NamedPlace,
    person: NamedPerson,
    team: Id,
    teamName: Type.String(),
    role: Type.String(),
    targets: Type.Array(closed({ unit: Id, name: Type.String() })),
    from: Day,
    until: Day,
    state: Type.Enum(['in-force', 'not-yet', 'ended', 'revoked']),
    issuedBy: Type.String(),
    issuedAt: Instant,
    revokedBy: orNull(Type.String()),
    revokedAt: orNull(Instant),
    revokedBecause: orNull(Type.String()),
    /** SHA-256 of the frozen document. */
    fingerprint: Type.String(),
  },
  'EngagementOrder',
)
const Orders = closed(
  {
    items: Type.Array(Order),
    /** Assignments of the present plan without an order in force, and orders that the plan no longer covers. */
    missing: Type.Array(
      closed({ person: NamedPerson, team: Id, teamName: Type.String(), role: Type.String(), because: Sentence }),
    ),
    stale: Type.Array(closed({ order: Id, number: Type.String(), because: Sentence })),
  },
  'EngagementOrders',
)

export const listOrders = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/orders',
  id: 'listOrders',
  zh: '查看派遣令',
  tag: 'orders',
  summary: 'Engagement orders of a round, with assignments that lack one.',
  params,
  reply: Orders,
})

export const issueOrders = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/orders',
  id: 'issueOrders',
  zh: '印发派遣令',
  tag: 'orders',
  summary:
    'Issues numbered orders for every assignment of the approved plan that lacks one (一次一授权), revokes those it no longer covers, freezes their documents and certificates.',
  params,
  body: closed(
    {
      from: Type.Optional(Day),
      until: Type.Optional(Day),
      /** The version of the plan that the caller looked at; where it is another by now, nothing is issued. */
      plan: Type.Integer({ minimum: 1 }),
    },
    'OrdersIssued',
  ),
  reply: Orders,
  status: 201,
  problems: ['wrong-state', 'unfit', 'not-allowed', 'changed-meanwhile'],
})

export const revokeOrder = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/orders/:order/revoke',
  id: 'revokeOrder',
  zh: '撤销派遣令',
  tag: 'orders',
  summary: 'Ends an order at once, with a reason; the rights that came from it end with it.',
  params: { ...params, order: Id },
  body: closed({ reason: Reason }, 'OrderRevoked'),
  reply: Orders,
  problems: ['wrong-state', 'not-allowed'],
})

export const downloadOrder = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/orders/:order/document',
  id: 'downloadOrder',
  zh: '下载派遣令',
  tag: 'orders',
  summary: 'The order as issued (docx), unchanged since its number was given.',
  params: { ...params, order: Id },
  logged: 'export',
  reply: { file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  problems: ['not-found'],
})
