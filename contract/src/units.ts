import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import {
  CountyCode,
  Day,
  Fen,
  Id,
  Instant,
  Line,
  Month,
  orUnknown,
  pageOf,
  PageQuery,
  PlaceCode,
  Prose,
  Reason,
} from './forms.ts'
import { closed, NamedPlace } from './round-forms.ts'

/** 村、社区、乡镇党委、部门、学校、医院、其他; every village and community of the register is a unit from the start. */
export const UnitKind = Type.Enum(['village', 'community', 'township', 'bureau', 'school', 'hospital', 'other'], {
  title: 'UnitKind',
})
/** 典型示范、一般中等、后进. */
export const UnitClass = Type.Enum(['exemplary', 'ordinary', 'lagging'], { title: 'UnitClass' })
/** 基本情况、班子、集体经济、“三资”、信访、以往问题、整改. */
export const DossierSection = Type.Enum(
  ['facts', 'leaders', 'economy', 'assets', 'petitions', 'past-problems', 'rectification'],
  { title: 'DossierSection' },
)
export type UnitKind = Static<typeof UnitKind>
export type UnitClass = Static<typeof UnitClass>
export type DossierSection = Static<typeof DossierSection>

const Unit = closed(
  {
    id: Id,
    county: CountyCode,
    place: NamedPlace,
    kind: UnitKind,
    name: Type.String(),
    state: Type.Enum(['active', 'withdrawn']),
    class: orUnknown(UnitClass),
    population: orUnknown(Type.Integer()),
    lastInspected: orUnknown(Day),
    /** Officials known; `null` = nobody has been entered, which is never "none". */
    officials: orUnknown(Type.Integer()),
    version: Type.Integer(),
  },
  'Unit',
)

/** Everything that a dossier says as a value; `null` = not verified, an empty object of petitions = none counted yet. */
const DossierFacts = closed(
  {
    population: orUnknown(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
    /** Petitions by year: `{"2025": 12}`. */
    petitions: orUnknown(
      Type.Record(Type.String({ pattern: '^(19|20)\\d{2}$' }), Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    ),
    /** 软弱涣散党组织. */
    weakBranch: orUnknown(Type.Boolean()),
    /** 脱贫村、监测对象较多的村. */
    poverty: orUnknown(Type.Boolean()),
    /** Income of the collective in fen. */
    economy: orUnknown(Fen),
    /** Open social conflicts. */
    conflicts: orUnknown(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    lastInspected: orUnknown(Day),
  },
  'DossierFacts',
)
export type DossierFacts = Static<typeof DossierFacts>

export const Official = closed(
  {
    id: Id,
    unit: Id,
    name: Line,
    title: Line,
    /** “一把手”. */
    isHead: Type.Boolean(),
    from: orUnknown(Month),
    /** `null` = still in office. */
    until: orUnknown(Month),
  },
  'Official',
)
export type Official = Static<typeof Official>

const ClassChange = closed(
  { class: UnitClass, reason: Type.String(), day: Day, reviewer: Type.String(), recordedAt: Instant },
  'ClassChange',
)
const SectionText = closed(
  {
    section: DossierSection,
    text: orUnknown(Type.String()),
    source: orUnknown(Type.String()),
    day: orUnknown(Day),
    /** Share of what the section asks for that is known, in percent. */
    completeness: Type.Integer(),
    missing: Type.Array(closed({ zh: Type.String(), en: Type.String() })),
  },
  'DossierSectionText',
)
const Dossier = closed(
  {
    unit: Unit,
    ancestors: Type.Array(NamedPlace),
    facts: DossierFacts,
    classes: Type.Array(ClassChange),
    sections: Type.Array(SectionText),
    completeness: Type.Integer(),
    officials: orUnknown(Type.Array(Official)),
    version: Type.Integer(),
  },
  'Dossier',
)
export type Unit = Static<typeof Unit>
export type Dossier = Static<typeof Dossier>

const params = { unit: Id }

export const listUnits = defineEndpoint({
  method: 'GET',
  path: '/units',
  id: 'listUnits',
  zh: '查看单位名单',
  tag: 'units',
  summary: 'Units inside a place, in the order of their places.',
  query: {
    ...PageQuery,
    within: PlaceCode,
    kind: Type.Optional(UnitKind),
    class: Type.Optional(Type.Enum(['exemplary', 'ordinary', 'lagging', 'unknown'])),
    q: Type.Optional(Type.String({ maxLength: 100 })),
  },
  reply: pageOf(Unit),
})

const Counts = Type.Record(Type.String(), Type.Integer())
export const countUnits = defineEndpoint({
  method: 'GET',
  path: '/unit-counts',
  id: 'countUnits',
  zh: '统计单位',
  tag: 'units',
  summary: 'How many units a place has, by kind and by class; units without a class count as unknown.',
  query: { within: PlaceCode },
  reply: closed({ total: Type.Integer(), kinds: Counts, classes: Counts }, 'UnitCounts'),
})

export const getUnit = defineEndpoint({
  method: 'GET',
  path: '/units/:unit',
  id: 'getUnit',
  zh: '查看单位',
  tag: 'units',
  summary: 'A unit with its dossier (一村一档): facts, officials, sections with completeness, classes so far.',
  params,
  reply: Dossier,
})

export const putUnit = defineEndpoint({
  method: 'PUT',
  path: '/units/:unit',
  id: 'putUnit',
  zh: '填写单位',
  tag: 'units',
  summary: 'Adds a unit that is no village (town committee, bureau, school, hospital, other), or changes its name and kind.',
  params,
  body: closed({ place: PlaceCode, kind: UnitKind, name: Line, version: orUnknown(Type.Integer({ minimum: 1 })) }),
  reply: Unit,
  problems: ['unknown-place', 'already-there', 'changed-meanwhile'],
})

export const withdrawUnit = defineEndpoint({
  method: 'POST',
  path: '/units/:unit/withdrawal',
  id: 'withdrawUnit',
  zh: '撤销单位',
  tag: 'units',
  summary: 'Takes a unit out of use with a reason; its dossier stays.',
  params,
  body: closed({ reason: Reason }),
  reply: Unit,
})

export const putDossierFacts = defineEndpoint({
  method: 'PUT',
  path: '/units/:unit/facts',
  id: 'putDossierFacts',
  zh: '填写村情档案事实',
  tag: 'units',
  summary: 'Writes the facts of a dossier; every change is a version that stays readable.',
  params,
  body: closed({ facts: DossierFacts, version: Type.Integer({ minimum: 0 }), reason: orUnknown(Reason) }),
  reply: Dossier,
  problems: ['changed-meanwhile'],
})

export const putDossierSection = defineEndpoint({
  method: 'PUT',
  path: '/units/:unit/sections/:section',
  id: 'putDossierSection',
  zh: '填写村情档案段落',
  tag: 'units',
  summary: 'Writes one section of a dossier with its source and day.',
  params: { unit: Id, section: DossierSection },
  body: closed({ text: Prose, source: orUnknown(Line), day: orUnknown(Day), version: Type.Integer({ minimum: 0 }) }),
  reply: Dossier,
  problems: ['changed-meanwhile'],
})

export const classifyUnit = defineEndpoint({
  method: 'POST',
  path: '/units/:unit/classes',
  id: 'classifyUnit',
  zh: '给单位分类',
  tag: 'units',
  summary: 'Puts a unit into one of the three classes, with reason, day and reviewer; earlier classes stay in the history.',
  params,
  body: closed({ class: UnitClass, reason: Reason, day: Day, reviewer: Line }),
  reply: Dossier,
})

const DossierVersion = closed(
  { version: Type.Integer(), at: Instant, by: Type.String(), reason: orUnknown(Type.String()), facts: DossierFacts },
  'DossierVersion',
)
export const listDossierVersions = defineEndpoint({
  method: 'GET',
  path: '/units/:unit/versions',
  id: 'listDossierVersions',
  zh: '查看村情档案版本',
  tag: 'units',
  summary: 'Every version of the facts of a dossier, newest first.',
  params,
  query: PageQuery,
  reply: pageOf(DossierVersion),
})

export const putOfficial = defineEndpoint({
  method: 'PUT',
  path: '/units/:unit/officials/:official',
  id: 'putOfficial',
  zh: '填写干部',
  tag: 'units',
  summary: 'Enters an official of a unit (班子成员), or changes the entry.',
  params: { unit: Id, official: Id },
  body: closed({ name: Line, title: Line, isHead: Type.Boolean(), from: orUnknown(Month), until: orUnknown(Month) }),
  reply: Official,
})
