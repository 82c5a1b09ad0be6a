import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Instant, Line, Month, orUnknown, PlaceCode, Reason } from './forms.ts'
import { closed } from './round-forms.ts'

const TieClass = Type.Enum(['interest', 'kinship', 'friendship'], { title: 'TieClass' })

/** Whom a tie leads to: somebody of a pool, an official of a unit, a unit, or anybody else by name (a hop only). */
const TieEnd = closed(
  {
    kind: Type.Enum(['person', 'official', 'unit', 'outsider']),
    id: orUnknown(Id),
    /** Of a person: the authority of his pool; of an official or a unit: null, its place is known. */
    authority: orUnknown(PlaceCode),
    name: Line,
  },
  'TieEnd',
)
export type TieEnd = Static<typeof TieEnd>

const written = {
  other: TieEnd,
  /** `kind` and `degree` of an entry of `listTieKinds`. */
  kind: Line,
  degree: orUnknown(Line),
  /** Thousandths; `null` = as the catalogue says. */
  strength: orUnknown(Type.Integer({ minimum: 0, maximum: 1000 })),
  from: orUnknown(Month),
  to: orUnknown(Month),
  /** Relation and unit only; never an identity number. */
  detail: orUnknown(Type.String({ maxLength: 500 })),
  source: Line,
  day: Day,
}

const Tie = closed(
  {
    id: Id,
    person: Id,
    authority: PlaceCode,
    ...written,
    class: TieClass,
    strength: Type.Integer(),
    /** Favour and friendship are looked at by a named person; kinship is judged by rule. */
    review: Type.Enum(['declared', 'confirmed', 'refuted']),
    reviewedBy: orUnknown(Type.String()),
    reviewNote: orUnknown(Type.String()),
    state: Type.Enum(['active', 'withdrawn']),
    recordedAt: Instant,
  },
  'Tie',
)
export type Tie = Static<typeof Tie>

const TieKindEntry = closed(
  {
    kind: Type.String(),
    degree: orUnknown(Type.String()),
    zh: Type.String(),
    en: Type.String(),
    class: TieClass,
    strength: Type.Integer(),
    source: Type.String(),
  },
  'TieKind',
)

export const listTieKinds = defineEndpoint({
  method: 'GET',
  path: '/tie-kinds',
  id: 'listTieKinds',
  zh: '查看关系种类',
  tag: 'ties',
  summary: 'The catalogue of ties in three classes: kinship by rule, favour and interest by evidence, friendship by declaration.',
  reply: closed({ items: Type.Array(TieKindEntry) }, 'TieKinds'),
})

const params = { authority: PlaceCode, person: Id }

export const listTies = defineEndpoint({
  method: 'GET',
  path: '/people/:authority/:person/ties',
  id: 'listTies',
  zh: '查看人员关系',
  tag: 'ties',
  summary: 'The declared ties of a person, withdrawn ones included.',
  params,
  logged: 'evidence',
  reply: closed({ items: Type.Array(Tie) }, 'Ties'),
})

export const declareTie = defineEndpoint({
  method: 'PUT',
  path: '/people/:authority/:person/ties/:tie',
  id: 'declareTie',
  zh: '申报关系',
  tag: 'ties',
  summary: 'Declares a tie (关系申报) of a person.',
  params: { ...params, tie: Id },
  body: closed(written, 'TieDeclared'),
  reply: Tie,
  problems: ['already-there', 'unfit'],
})

export const reviewTie = defineEndpoint({
  method: 'POST',
  path: '/people/:authority/:person/ties/:tie/review',
  id: 'reviewTie',
  zh: '审核关系',
  tag: 'ties',
  summary:
    'A named person confirms or refutes a declared tie, with a note; to the office that keeps the person, never to the person himself.',
  params: { ...params, tie: Id },
  body: closed({ review: Type.Enum(['confirmed', 'refuted']), by: Line, note: Reason }),
  reply: Tie,
})

export const withdrawTie = defineEndpoint({
  method: 'POST',
  path: '/people/:authority/:person/ties/:tie/withdrawal',
  id: 'withdrawTie',
  zh: '撤回关系',
  tag: 'ties',
  summary:
    'Takes a tie back with a reason; it stays in the list. To the office that keeps the person; to the person himself where he declared it and nobody judged it yet.',
  params: { ...params, tie: Id },
  body: closed({ reason: Reason }),
  reply: Tie,
})
