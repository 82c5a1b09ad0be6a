// The desk (收件点) of a round: proposed by the office, approved by another hand, its keys made offline. What is secret never comes here:
// the server is given a manifest that a root signed elsewhere, and checks it as a phone will.
import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, Reason } from './forms.ts'
import { DeskCode } from './intake.ts'
import { closed, orNull } from './round-forms.ts'

const params = { round: Id }
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const Name = Type.String({ minLength: 2, maxLength: 40, pattern: '^\\S.*\\S$' })
const Phone = Type.String({ pattern: '^[0-9+() -]{3,40}$' })

const Terms = {
  code: DeskCode,
  /** The last day on which reports are taken. */
  until: Day,
  /** Public key of the root, 64 hexadecimal digits: `root.pub` of the ceremony. */
  root: Hash,
  /** Who sends the team and whom it inspects, as villagers read it; and the telephone of those who supervise the team. */
  sender: Name,
  host: Name,
  phone: Phone,
  /** Where phones reach this server: `https://host`. */
  site: Type.String({ pattern: '^https?://[^/#?\\s]+$', maxLength: 100 }),
}

const DeskProposal = closed(
  {
    id: Id,
    ...Terms,
    /** The root's fingerprint, as it will be printed. */
    fingerprint: Type.String(),
    askedBy: Type.String(),
    askedAt: Instant,
    state: Type.Enum(['asked', 'approved', 'refused']),
    decidedBy: orNull(Type.String()),
    decidedAt: orNull(Instant),
    opinion: orNull(Type.String()),
    mayDecide: Type.Boolean(),
  },
  'DeskProposal',
)

const Epoch = closed(
  {
    seq: Type.Integer(),
    from: Day,
    until: Day,
    team: Type.String(),
    escrow: Type.String(),
    by: orNull(Type.String()),
    on: orNull(Day),
  },
  'DeskEpoch',
)

const Rehearsal = closed(
  {
    id: Id,
    seq: Type.Integer(),
    askedOn: Day,
    by: Type.String(),
    passedOn: orNull(Day),
    /** Numbers of the shares that were joined. */
    shares: Type.Array(Type.Integer()),
    witnesses: orNull(Type.String()),
  },
  'Rehearsal',
)

const Desk = closed(
  {
    ...Terms,
    fingerprint: Type.String(),
    /** Open, closed by its date, or without a manifest that a phone takes today. */
    state: Type.Enum(['open', 'no-keys', 'over']),
    epochs: Type.Array(Epoch),
    /** Newest first. */
    rehearsals: Type.Array(Rehearsal),
    reports: Type.Integer({ minimum: 0 }),
  },
  'Desk',
)
export type Desk = Static<typeof Desk>

const DeskOfRound = closed(
  {
    /** Newest first. */
    proposals: Type.Array(DeskProposal),
    desk: orNull(Desk),
    /** The key with which this server acknowledges: the ceremony writes it into manifests. */
    acknowledge: Hash,
    mayPropose: Type.Boolean(),
    /** May publish manifests, make codes, write texts. */
    mayRun: Type.Boolean(),
  },
  'DeskOfRound',
)
export type DeskOfRound = Static<typeof DeskOfRound>

export const readDeskOfRound = defineEndpoint({
  method: 'GET',
  path: '/rounds/:round/desk',
  id: 'readDeskOfRound',
  zh: '查看本轮收件点',
  tag: 'desks',
  summary:
    'The desk of a round with its keys and rehearsals; to the office and leading group of the commissioning body, and its team.',
  params,
  reply: DeskOfRound,
})

export const proposeDesk = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/proposals',
  id: 'proposeDesk',
  zh: '提出开设收件点',
  tag: 'desks',
  summary: 'The office proposes a desk. Nothing is open before another hand approves.',
  params,
  body: closed({ id: Id, ...Terms }, 'DeskProposed'),
  reply: DeskOfRound,
  status: 201,
  problems: ['already-there', 'unfit', 'wrong-state'],
})

export const decideDesk = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/proposals/:proposal/decision',
  id: 'decideDesk',
  zh: '审批收件点',
  tag: 'desks',
  summary: 'Another hand of the same body compares and approves, or declines; never whoever proposed.',
  params: { ...params, proposal: Id },
  body: closed({ approve: Type.Boolean(), opinion: Reason }, 'DeskDecided'),
  reply: DeskOfRound,
  problems: ['wrong-state', 'not-allowed', 'already-there'],
})

export const publishManifest = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/manifests',
  id: 'publishManifest',
  zh: '发布钥匙单',
  tag: 'desks',
  summary:
    'Publishes the keys of an epoch as the root signed them: checked for signature, desk, number, dates, distinct keys and this server’s acknowledging key.',
  params,
  body: closed({ signed: Type.String({ maxLength: 4000 }) }, 'SignedManifest'),
  reply: DeskOfRound,
  status: 201,
  problems: ['unfit', 'wrong-state'],
})

export const startRehearsal = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/rehearsals',
  id: 'startRehearsal',
  zh: '开始备用钥演练',
  tag: 'desks',
  summary:
    'Seals a word to the spare key, for three shares to open elsewhere: an age file in base64. The server keeps the word’s hash.',
  params,
  body: closed({ id: Id }, 'RehearsalStarted'),
  reply: closed({ id: Id, file: Type.String() }, 'RehearsalFile'),
  status: 201,
  problems: ['wrong-state', 'already-there'],
})

export const passRehearsal = defineEndpoint({
  method: 'POST',
  path: '/rounds/:round/desk/rehearsals/:rehearsal/pass',
  id: 'passRehearsal',
  zh: '通过备用钥演练',
  tag: 'desks',
  summary: 'The word that was read, which shares were joined and who was there. A wrong word leaves the rehearsal open.',
  params: { ...params, rehearsal: Id },
  body: closed(
    {
      word: Line,
      shares: Type.Array(Type.Integer({ minimum: 1, maximum: 20 }), { minItems: 3, maxItems: 20, uniqueItems: true }),
      witnesses: Type.String({ minLength: 2, maxLength: 400, pattern: '\\S' }),
    },
    'RehearsalPassed',
  ),
  reply: DeskOfRound,
  problems: ['unfit', 'wrong-state'],
})
