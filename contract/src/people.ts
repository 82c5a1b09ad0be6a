import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, Line, Month, orUnknown, pageOf, PageQuery, PlaceCode, Reason } from './forms.ts'
import { closed, NamedPlace, Sentence } from './round-forms.ts'

/** 巡察办主任、组长、副组长、联络员、组员. */
const PersonRole = Type.Enum(['director', 'leader', 'deputy', 'liaison', 'member'], { title: 'PersonRole' })
/** 骨干、一般、新手. */
const Experience = Type.Enum(['senior', 'ordinary', 'newcomer'], { title: 'Experience' })
/** 在库、在岗、出库. */
const PersonState = Type.Enum(['in', 'on-duty', 'out'], { title: 'PersonState' })
/** The facts that recusal reads. */
const PersonFact = Type.Enum(['home', 'native', 'postings', 'ties', 'unit'], { title: 'PersonFact' })

const Posting = closed({ region: PlaceCode, from: Month, to: orUnknown(Month), title: Type.Optional(Line) }, 'Posting')
const Absence = closed({ from: Day, to: Day, why: Line }, 'Absence')
const FactSource = closed({ source: orUnknown(Line), date: orUnknown(Day) }, 'FactSource')
const Evidence = closed(
  {
    home: Type.Optional(FactSource),
    native: Type.Optional(FactSource),
    postings: Type.Optional(FactSource),
    ties: Type.Optional(FactSource),
    unit: Type.Optional(FactSource),
  },
  'PersonEvidence',
)

/** What an office writes about a person; `null` = not verified, an empty list = known to be none. */
const written = {
  /** The office's own number of the person; `null` where it has none, then name and employer tell people apart. */
  number: orUnknown(Line),
  name: Line,
  employer: orUnknown(Line),
  /** The employer as a unit of the register, if it is one. */
  unit: orUnknown(Id),
  home: orUnknown(PlaceCode),
  native: orUnknown(PlaceCode),
  postings: orUnknown(Type.Array(Posting, { maxItems: 100 })),
  skills: orUnknown(Type.Array(Line, { maxItems: 30, uniqueItems: true })),
  roles: Type.Array(PersonRole, { minItems: 1, maxItems: 4, uniqueItems: true }),
  rank: orUnknown(Line),
  experience: orUnknown(Experience),
  languages: orUnknown(Type.Array(Line, { maxItems: 30, uniqueItems: true })),
  /** When the person cannot be called up; `[]` = free, `null` = not asked. */
  absences: orUnknown(Type.Array(Absence, { maxItems: 100 })),
  /** The body that proposed the person: 纪检、组织、审计…. */
  source: orUnknown(Line),
  /** 培养锻炼: never a leader, and with a mentor. */
  training: Type.Boolean(),
  mentor: orUnknown(Id),
  unverified: Type.Array(PersonFact, { maxItems: 5, uniqueItems: true }),
  evidence: Evidence,
}

/** What a mentor says of a trainee once a round is over. */
const evaluated = {
  /** The id of the round, and the day on which it ended. */
  round: Id,
  ended: Day,
  text: Reason,
  by: Line,
  day: Day,
}

const Person = closed(
  {
    id: Id,
    authority: PlaceCode,
    ...written,
    home: orUnknown(NamedPlace),
    native: orUnknown(NamedPlace),
    state: PersonState,
    stateReason: orUnknown(Type.String()),
    /** The yearly review of the pool. */
    reviewedOn: orUnknown(Day),
    evaluations: Type.Array(closed(evaluated, 'Evaluation')),
    ties: Type.Integer(),
    version: Type.Integer(),
  },
  'Person',
)
export type Person = Static<typeof Person>

const params = { authority: PlaceCode, person: Id }

/** Why a person is in the answer: one entry for each thing that was asked. */
const Why = closed({ asked: Type.String(), result: Type.Enum(['pass', 'unknown']), ...Sentence.properties }, 'Why')

export const listPeople = defineEndpoint({
  method: 'GET',
  path: '/people',
  id: 'listPeople',
  zh: '查看人才库',
  tag: 'people',
  summary:
    'The talent pool (人才库) of an authority. Each person says why he is in the answer; a fact that is not known is said so and never passes for clear.',
  query: {
    ...PageQuery,
    authority: PlaceCode,
    q: Type.Optional(Type.String({ maxLength: 100 })),
    skill: Type.Optional(Line),
    role: Type.Optional(PersonRole),
    state: Type.Optional(PersonState),
    source: Type.Optional(Line),
    home: Type.Optional(PlaceCode),
    freeFrom: Type.Optional(Day),
    freeTo: Type.Optional(Day),
    /** Nobody whom a rule of recusal would keep from this place or a unit in it. */
    noTieTo: Type.Optional(PlaceCode),
  },
  reply: pageOf(closed({ person: Person, why: Type.Array(Why) }, 'PersonFound')),
})

export const getPerson = defineEndpoint({
  method: 'GET',
  path: '/people/:authority/:person',
  id: 'getPerson',
  zh: '查看人员',
  tag: 'people',
  summary: 'One person of the talent pool with every fact, its source and what is not verified.',
  params,
  reply: Person,
})

export const readOwnPerson = defineEndpoint({
  method: 'GET',
  path: '/session/person',
  id: 'readOwnPerson',
  zh: '查看本人在人才库中的登记',
  tag: 'people',
  summary: 'What the talent pool holds of the caller himself; `null` where his account belongs to nobody of a pool.',
  reply: closed({ person: orUnknown(Person) }, 'OwnPerson'),
})

export const putPerson = defineEndpoint({
  method: 'PUT',
  path: '/people/:authority/:person',
  id: 'putPerson',
  zh: '填写人员',
  tag: 'people',
  summary: 'Enters a person into the talent pool, or changes the entry.',
  params,
  body: closed({ ...written, version: orUnknown(Type.Integer({ minimum: 1 })) }, 'PersonWritten'),
  reply: Person,
  problems: ['unknown-place', 'already-there', 'changed-meanwhile'],
})

export const setPersonState = defineEndpoint({
  method: 'POST',
  path: '/people/:authority/:person/state',
  id: 'setPersonState',
  zh: '变更人员状态',
  tag: 'people',
  summary: 'Takes a person into the pool, on duty or out of it, with a reason; the yearly review is a state set again on a day.',
  params,
  body: closed({ state: PersonState, reason: Reason, day: Day }),
  reply: Person,
})

export const evaluateTrainee = defineEndpoint({
  method: 'POST',
  path: '/people/:authority/:person/evaluations',
  id: 'evaluateTrainee',
  zh: '评价以干代训人员',
  tag: 'people',
  summary: 'Evaluates a trainee after a round (培养锻炼评价): once a round, not before it has ended, and never taken back.',
  params,
  body: closed(evaluated, 'EvaluationWritten'),
  reply: Person,
  problems: ['already-there', 'unfit'],
})
