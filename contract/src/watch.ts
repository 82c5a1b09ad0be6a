// What was refused and why; who read evidence and took exports. Written by the server, read by administrators, changed by nobody.
import { Type, type Static } from 'typebox'
import { RoleName } from './access.ts'
import { defineEndpoint } from './endpoint.ts'
import { Id, Instant, pageOf, PageQuery, PlaceCode } from './forms.ts'

const closed = { additionalProperties: false } as const
const Named = Type.Object({ id: Id, name: Type.String() }, closed)
const Params = Type.Record(Type.String(), Type.String())
/** What was asked: in words, and as method and address. */
const Request = Type.Object(
  { zh: Type.String(), en: Type.String(), address: Type.String() },
  { ...closed, title: 'RequestNamed' },
)

/** One condition of a policy as it was decided, indented by `depth`: `all` and `any` join the lines below them. */
const RuleLine = Type.Object(
  {
    depth: Type.Integer(),
    kind: Type.String(),
    roles: Type.Array(RoleName),
    /** What it was asked of: a column, a derived set, a table. */
    of: Type.String(),
    /** `null`: it depends on a row that is not there, or on another table. */
    holds: Type.Union([Type.Boolean(), Type.Null()]),
  },
  { ...closed, title: 'RuleLine' },
)
export type RuleLine = Static<typeof RuleLine>

const Standing = Type.Enum(['in-force', 'revoked', 'ended', 'ahead', 'one-hand', 'recused', 'round-not-under-way'], {
  title: 'Standing',
})
const Facts = Type.Object(
  {
    /** Whether a row of that id was there at all. */
    exists: Type.Boolean(),
    /** The keys by which the row was judged, never its content. */
    keys: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
    roles: Type.Array(Type.Object({ role: RoleName, authority: PlaceCode, standing: Standing }, closed)),
    lent: Type.Array(Type.Object({ role: RoleName, authority: PlaceCode, by: Type.String() }, closed)),
    orders: Type.Array(Type.Object({ number: Type.String(), standing: Standing, isOfSubject: Type.Boolean() }, closed)),
    recusals: Type.Array(PlaceCode),
  },
  { ...closed, title: 'DenialFacts' },
)
export type DenialFacts = Static<typeof Facts>

const Denial = Type.Object(
  {
    id: Id,
    at: Instant,
    account: Named,
    authority: PlaceCode,
    /** What was asked, and the ids in it. */
    asked: Request,
    params: Params,
    code: Type.Enum(['not-allowed', 'not-found']),
    /** What the person was told. */
    said: Type.Object({ zh: Type.String(), en: Type.String() }, closed),
    /** The table of the row asked for, where one was named. */
    subject: Type.Union([Type.String(), Type.Null()]),
    command: Type.String(),
    rule: Type.Array(RuleLine),
    facts: Facts,
  },
  { ...closed, title: 'Denial' },
)
export type Denial = Static<typeof Denial>
export type RequestNamed = Static<typeof Request>

export const listDenials = defineEndpoint({
  method: 'GET',
  path: '/denials',
  id: 'listDenials',
  zh: '查看拒绝记录',
  tag: 'watch',
  summary:
    'What was refused to accounts within the caller’s range, newest first: the rule as it was decided and the facts it was decided on; to security administrators.',
  query: { ...PageQuery, account: Type.Optional(Id), search: Type.Optional(Type.String({ maxLength: 100 })) },
  reply: pageOf(Denial),
  problems: ['bad-cursor'],
})

const DenialTally = Type.Object(
  {
    account: Named,
    authority: PlaceCode,
    hour: Instant,
    lastAt: Instant,
    asked: Request,
    code: Type.Enum(['not-allowed', 'not-found', 'sign-in-failed']),
    /** How often beyond those that are listed one by one. */
    times: Type.Integer({ minimum: 1 }),
  },
  { ...closed, title: 'DenialTally' },
)
export type DenialTally = Static<typeof DenialTally>

export const listDenialTallies = defineEndpoint({
  method: 'GET',
  path: '/denial-tallies',
  id: 'listDenialTallies',
  zh: '查看拒绝计数',
  tag: 'watch',
  summary:
    'How often accounts within the caller’s range were refused beyond the thirty of a minute and five hundred of an hour that are listed one by one, the newest hours first, at most 100; to security administrators.',
  reply: Type.Object({ items: Type.Array(DenialTally) }, { ...closed, title: 'DenialTallies' }),
})

const Reading = Type.Object(
  {
    id: Id,
    at: Instant,
    account: Named,
    authority: PlaceCode,
    asked: Request,
    kind: Type.Enum(['evidence', 'export']),
    params: Params,
  },
  { ...closed, title: 'Reading' },
)

export const listReadings = defineEndpoint({
  method: 'GET',
  path: '/readings',
  id: 'listReadings',
  zh: '查看查阅记录',
  tag: 'watch',
  summary: 'Reads of evidence and exports by accounts within the caller’s range, newest first; to audit administrators.',
  query: { ...PageQuery, account: Type.Optional(Id) },
  reply: pageOf(Reading),
  problems: ['bad-cursor'],
})

const ReadingRate = Type.Object(
  {
    account: Named,
    authority: PlaceCode,
    /** Reads of evidence within seven days, within one, and in the busiest hour of the seven days. */
    week: Type.Integer(),
    day: Type.Integer(),
    busiestHour: Type.Integer(),
  },
  { ...closed, title: 'ReadingRate' },
)

export const listReadingRates = defineEndpoint({
  method: 'GET',
  path: '/reading-rates',
  id: 'listReadingRates',
  zh: '查看查阅快慢',
  tag: 'watch',
  summary:
    'How much evidence accounts within the caller’s range read in the last seven days, the busiest hour first, at most 100 accounts; to audit administrators.',
  reply: Type.Object({ items: Type.Array(ReadingRate) }, { ...closed, title: 'ReadingRates' }),
})
