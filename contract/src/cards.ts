// Household codes on cards: drawn and hashed in the browser that prints them, so that the server keeps hashes by batch and never a code. Which
// report carried which card is worked out on the devices of the team; what they tell each other of it passes through here sealed.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Reason } from './forms.ts'
import { DeskCode } from './intake.ts'
import { closed, orNull } from './round-forms.ts'

/** Cards that one batch may have. */
export const MAX_CARDS = 800

const params = { round: Id }
const Base64 = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[A-Za-z0-9+/]+={0,2}$' })
/** Hashes of 16 bytes one after the other, in ascending order: nothing in it says which card came out of the printer when. */
const Hashes = Base64(Math.ceil((MAX_CARDS * 16) / 3) * 4)
const ReportNumber = Type.Integer({ minimum: 1, maximum: 9_000_000_000_000 })

const CardBatch = closed(
  {
    id: Id,
    /** The card that they were printed as. */
    poster: Type.String(),
    place: Type.String(),
    /** Twelve digits; null for a place that is no village. */
    village: orNull(Type.String()),
    cards: Type.Integer({ minimum: 1 }),
    by: Type.String(),
    madeOn: Day,
    revoked: orNull(closed({ on: Day, reason: Type.String(), by: Type.String() })),
  },
  'CardBatch',
)
export type CardBatch = Static<typeof CardBatch>
const CardBatches = closed({ items: Type.Array(CardBatch) }, 'CardBatches')

export const listCardBatches = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/desk/card-batches',
  id: 'listCardBatches',
  zh: '查看卡码批次',
  tag: 'desks',
  summary: 'Batches of cards with a household’s code each, newest first: how many, for which place, by whom. Not the codes.',
  params,
  reply: CardBatches,
})

export const makeCardBatch = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/card-batches',
  id: 'makeCardBatch',
  zh: '制作卡码批次',
  tag: 'desks',
  summary: 'Logs a batch before it is printed, with the hashes of its codes; the codes stay in the browser that prints.',
  params,
  body: closed({ id: Id, poster: Type.String({ maxLength: 32 }), hashes: Hashes }, 'CardBatchMade'),
  reply: CardBatches,
  status: 201,
  problems: ['unfit', 'wrong-state'],
})

export const revokeCardBatch = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/card-batches/:cardBatch/revocation',
  id: 'revokeCardBatch',
  zh: '作废卡码批次',
  tag: 'desks',
  summary: 'Withdraws a batch for ever, with a reason: reports with its cards count like those without one.',
  params: { ...params, cardBatch: Id },
  body: closed({ reason: Reason }, 'CardBatchRevoked'),
  reply: CardBatches,
  problems: ['wrong-state'],
})

const PrintedCards = closed(
  { id: Id, place: Type.String(), village: orNull(Type.String()), isRevoked: Type.Boolean(), hashes: Type.String() },
  'PrintedCards',
)
export type PrintedCards = Static<typeof PrintedCards>

export const listPrintedCards = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/cards',
  id: 'listPrintedCards',
  zh: '查看已印卡码',
  tag: 'inbox',
  summary:
    'The hashes of all codes of a desk, by batch, for the device that opens reports: it asks for all of them, so that nobody learns which it looks for.',
  params: { desk: DeskCode },
  reply: closed({ items: Type.Array(PrintedCards) }, 'PrintedCardsOfDesk'),
  problems: ['not-found'],
})

const CardMark = closed({ report: ReportNumber, mark: Type.String() }, 'CardMark')
export type CardMark = Static<typeof CardMark>

export const listCardMarks = defineEndpoint({
  method: 'GET',
  path: '/inboxes/:desk/card-marks',
  id: 'listCardMarks',
  zh: '查看卡码标记',
  tag: 'inbox',
  summary: 'What the team has told itself of the cards in reports, sealed, by number; from the one after `after`.',
  params: { desk: DeskCode },
  query: { after: Type.Optional(Type.Integer({ minimum: 0, maximum: 9_000_000_000_000 })) },
  reply: closed({ items: Type.Array(CardMark), hasMore: Type.Boolean() }, 'CardMarks'),
  problems: ['not-found'],
})

export const markCard = defineEndpoint({
  method: 'PUT',
  path: '/inboxes/:desk/reports/:number/card-mark',
  id: 'markCard',
  zh: '登记卡码标记',
  tag: 'inbox',
  summary:
    'Lays down, sealed to the team, which card a report carried or that it carried none: for every report that is opened. The first stays.',
  params: { desk: DeskCode, number: ReportNumber },
  body: closed({ mark: Base64(76) }, 'NewCardMark'),
  reply: null,
  problems: ['not-found', 'not-allowed', 'unfit'],
})
