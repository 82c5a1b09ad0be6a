// Messages to liaisons, who acknowledges them and how fast; in red who has not within the hours given.
import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, PlaceCode } from './forms.ts'
import { closed, Light, NamedPlace, orNull } from './round-forms.ts'

const Words = Type.String({ minLength: 1, maxLength: 4000, pattern: '\\S', title: 'MessageText' })

const Message = closed(
  {
    id: Id,
    text: Type.String(),
    sentBy: Type.String(),
    sentAt: Instant,
    answerHours: Type.Integer(),
    recipients: Type.Array(
      closed({
        id: Id,
        name: Type.String(),
        place: NamedPlace,
        phone: orNull(Type.String()),
        acknowledgedAt: orNull(Instant),
        reply: orNull(Type.String()),
        /** Whole minutes from sending to acknowledgement; `null` = not yet. */
        minutes: orNull(Type.Integer()),
        /** `none` acknowledged, `blue` waiting, `red` waiting longer than the hours given. */
        light: Light,
      }),
    ),
    acknowledged: Type.Integer(),
    overdue: Type.Integer(),
    /** Median over those who acknowledged; `null` = nobody yet. */
    medianMinutes: orNull(Type.Integer()),
  },
  'LiaisonMessage',
)

export const listLiaisonMessages = defineEndpoint({
  method: 'GET',
  path: '/liaison-messages',
  id: 'listLiaisonMessages',
  zh: '查看联络通知',
  tag: 'liaison-messages',
  summary: 'Messages that an office sent to its liaisons, newest first, with who acknowledged, how fast, and who is late.',
  query: { authority: PlaceCode },
  reply: closed({ items: Type.Array(Message) }, 'LiaisonMessages'),
  problems: ['not-allowed'],
})

export const sendLiaisonMessage = defineEndpoint({
  method: 'POST',
  path: '/liaison-messages',
  id: 'sendLiaisonMessage',
  zh: '发送联络通知',
  tag: 'liaison-messages',
  summary: 'Sends a message to liaisons in office; each acknowledges by himself. To the office.',
  body: closed(
    {
      id: Id,
      authority: PlaceCode,
      text: Words,
      answerHours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720, default: 24 })),
      charges: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    },
    'LiaisonMessageSent',
  ),
  reply: Message,
  status: 201,
  problems: ['unfit', 'not-allowed', 'already-there'],
})

const OwnMessage = closed(
  {
    id: Id,
    text: Type.String(),
    sentBy: Type.String(),
    sentAt: Instant,
    dueAt: Instant,
    acknowledgedAt: orNull(Instant),
    reply: orNull(Type.String()),
    light: Light,
  },
  'OwnMessage',
)

export const listOwnMessages = defineEndpoint({
  method: 'GET',
  path: '/own-messages',
  id: 'listOwnMessages',
  zh: '查看本人联络通知',
  tag: 'liaison-messages',
  summary: 'The last 200 messages to the caller as a liaison, unanswered first.',
  reply: closed({ items: Type.Array(OwnMessage) }, 'OwnMessages'),
})

export const acknowledgeMessage = defineEndpoint({
  method: 'POST',
  path: '/own-messages/:message/acknowledgement',
  id: 'acknowledgeMessage',
  zh: '确认收到联络通知',
  tag: 'liaison-messages',
  summary: 'Acknowledges a message once, with a reply or without; to its recipient alone.',
  params: { message: Id },
  body: closed({ reply: Type.Optional(Words) }, 'Acknowledgement'),
  reply: OwnMessage,
  problems: ['not-found', 'wrong-state'],
})
