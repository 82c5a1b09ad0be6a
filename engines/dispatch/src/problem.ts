// The problem file, `shengmian.dispatch-problem/1`: what an office may choose, and what it must not break.
// One schema serves three ends: validation, the published JSON Schema, and these types.
import { Type, type Static } from 'typebox'

const closed = { additionalProperties: false } as const
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** A division code of 2, 4, 6, 9 or 12 digits by level; zeros are never stripped, a longer code lies in the shorter one that begins it. */
export const PlaceCode = Type.String({ pattern: '^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$' })
const Id = Type.String({ minLength: 1, maxLength: 100 })
const Text = Type.String({ maxLength: 1000 })
const Day = Type.String({ format: 'date' })
const Month = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' })
const Level = Type.Union([
  Type.Literal('province'),
  Type.Literal('city'),
  Type.Literal('county'),
  Type.Literal('township'),
  Type.Literal('village'),
])
const Memory = Type.Union([Type.Literal('bar'), Type.Literal('prefer'), Type.Literal('off')])
const Count = Type.Integer({ minimum: 0, maximum: 1_000_000 })
/** Small enough that the sum of two squares stays exact in a double. */
const Kilometre = Type.Integer({ minimum: -1_000_000, maximum: 1_000_000 })

export const FACTS = ['home', 'native', 'postings', 'ties', 'unit'] as const
const FactName = Type.Union([
  Type.Literal('home'),
  Type.Literal('native'),
  Type.Literal('postings'),
  Type.Literal('ties'),
  Type.Literal('unit'),
])

const Mode = Type.Union([Type.Literal('rotation'), Type.Literal('pooled'), Type.Literal('paired'), Type.Literal('scattered')])

const Rules = Type.Object(
  {
    mode: Mode,
    wholeTeams: Type.Optional(Type.Boolean()),
    hostPerTeam: Type.Optional(Type.Boolean()),
    maxSameHome: Type.Optional(nullable(Count)),
    distinctLeaders: Type.Optional(Type.Boolean()),
    noSwap: Type.Optional(Type.Boolean()),
    zoneBound: Type.Optional(Type.Boolean()),
    recusalLevel: Type.Optional(Level),
    homeLevel: Type.Optional(Level),
    coolingOffYears: Type.Optional(nullable(Count)),
    longPostingYears: Type.Optional(nullable(Count)),
    repeatRounds: Type.Optional(nullable(Count)),
    again: Type.Optional(Memory),
    reversal: Type.Optional(Memory),
    minSenior: Type.Optional(Count),
    maxNewcomers: Type.Optional(nullable(Count)),
    unverified: Type.Optional(Type.Union([Type.Literal('cost'), Type.Literal('bar')])),
    elevated: Type.Optional(Type.Boolean()),
  },
  closed,
)

const Region = Type.Object(
  {
    code: PlaceCode,
    name: Text,
    parent: Type.Optional(nullable(PlaceCode)),
    zone: Type.Optional(nullable(Text)),
    /** Integer kilometres in any plane. */
    at: Type.Optional(nullable(Type.Tuple([Kilometre, Kilometre]))),
  },
  closed,
)

const Posting = Type.Object({ region: PlaceCode, from: Month, to: nullable(Month) }, closed)

const Person = Type.Object(
  {
    id: Id,
    name: Text,
    home: nullable(PlaceCode),
    native: nullable(PlaceCode),
    unit: nullable(Id),
    roles: Type.Array(Id),
    skills: Type.Array(Id),
    experience: Type.Union([Type.Literal('senior'), Type.Literal('ordinary'), Type.Literal('newcomer')]),
    postings: nullable(Type.Array(Posting)),
    unverified: Type.Array(FactName),
    unavailable: Type.Boolean(),
  },
  closed,
)

const Slot = Type.Object(
  {
    role: Id,
    skill: Type.Optional(Id),
    origin: Type.Optional(Type.Union([Type.Literal('sender'), Type.Literal('host')])),
  },
  closed,
)
const Team = Type.Object(
  { id: Id, home: nullable(PlaceCode), host: nullable(PlaceCode), slots: Type.Array(Slot, { minItems: 1 }) },
  closed,
)

const Target = Type.Object(
  { id: Id, name: Text, region: PlaceCode, workload: Count, needs: Type.Array(Id), insiders: Type.Array(Id) },
  closed,
)

const Tie = Type.Object({ a: Id, b: Id, kind: Id, strength: Type.Integer({ minimum: 0, maximum: 1000 }), source: Text }, closed)

export const ProblemSchema = Type.Object(
  {
    format: Type.Literal('shengmian.dispatch-problem/1'),
    name: Text,
    round: Type.Object({ id: Id, start: Day, end: Day }, closed),
    rounds: Type.Array(Id),
    rules: Rules,
    regions: Type.Array(Region),
    people: Type.Array(Person),
    teams: Type.Array(Team),
    targets: Type.Array(Target),
    ties: Type.Array(Tie),
    apart: Type.Array(Type.Tuple([Id, Id])),
    barred: Type.Array(Type.Object({ person: Id, target: Id, why: Text, source: Text }, closed)),
    history: Type.Array(Type.Object({ round: Id, person: Id, region: PlaceCode }, closed)),
    dispatched: Type.Array(Type.Object({ round: Id, home: PlaceCode, host: PlaceCode }, closed)),
    travel: Type.Array(Type.Tuple([PlaceCode, PlaceCode, Count])),
    pins: Type.Array(Type.Object({ person: Id, team: Id }, closed)),
    waivers: Type.Array(Type.Object({ rule: Id, person: Id, target: Id, by: Text, why: Text }, closed)),
  },
  { ...closed, $id: 'https://shengmian.invalid/schemas/dispatch-problem-1.json', title: 'shengmian.dispatch-problem/1' },
)

export type Problem = Static<typeof ProblemSchema>
export type ProblemRules = Problem['rules']
export type ProblemPerson = Problem['people'][number]
export type ProblemTeam = Problem['teams'][number]
export type ProblemTarget = Problem['targets'][number]
export type ProblemSlot = ProblemTeam['slots'][number]
export type ProblemTie = Problem['ties'][number]
export type DispatchMode = Problem['rules']['mode']
export type PlaceLevel = Static<typeof Level>
export type FactName = (typeof FACTS)[number]
