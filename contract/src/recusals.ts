// Who must not see or touch what lies in a place, whatever else entitles him. Recorded by the office, or by the person himself.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, orUnknown, pageOf, PageQuery, PlaceCode, Reason } from './forms.ts'

const Recusal = Type.Object(
  {
    id: Id,
    person: Id,
    /** Everything in this place is closed to the person, at every level below it. */
    place: PlaceCode,
    basis: Type.String(),
    recordedAt: Instant,
    /** Whether the person recorded it himself; `null` where the caller does not see whose account did. */
    isOwn: orUnknown(Type.Boolean()),
    /** The name of the account that recorded it, and that lifted it; `null` where the caller does not see that account. */
    recordedBy: orUnknown(Type.String()),
    liftedBy: orUnknown(Type.String()),
    liftedAt: Type.Union([Instant, Type.Null()]),
    liftedReason: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false, title: 'Recusal' },
)

export const listRecusals = defineEndpoint({
  method: 'GET',
  path: '/recusals',
  id: 'listRecusals',
  zh: '查看回避',
  tag: 'recusals',
  summary: 'Recusals of people of the caller’s pool, or his own, newest first, lifted ones included.',
  query: { ...PageQuery, person: Type.Optional(Id) },
  reply: pageOf(Recusal),
  problems: ['bad-cursor'],
})

export const recordRecusal = defineEndpoint({
  method: 'POST',
  path: '/recusals',
  id: 'recordRecusal',
  zh: '登记回避',
  tag: 'recusals',
  summary:
    'Closes a place to a person at once: dossiers, officials and targets there, orders notwithstanding. To the office that keeps the person, and to the person himself.',
  body: Type.Object(
    { id: Id, person: Id, place: PlaceCode, basis: Reason },
    { additionalProperties: false, title: 'NewRecusal' },
  ),
  reply: Recusal,
  status: 201,
  problems: ['not-found', 'not-allowed', 'already-there'],
})

export const liftRecusal = defineEndpoint({
  method: 'POST',
  path: '/recusals/:recusal/lifting',
  id: 'liftRecusal',
  zh: '解除回避',
  tag: 'recusals',
  summary: 'Lifts a recusal with a reason; to the office that keeps the person, never to the person himself.',
  params: { recusal: Id },
  body: Type.Object({ reason: Reason }, { additionalProperties: false, title: 'RecusalLifting' }),
  reply: Recusal,
  problems: ['not-found', 'not-allowed', 'wrong-state'],
})

export type Recusal = Static<typeof Recusal>
