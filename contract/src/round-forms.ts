// Words that several nouns of a round share: closed sets, places with names, one checked mark.
import { Type, type Static, type TProperties, type TSchema } from 'typebox'
import { Day, Id, PlaceCode } from './forms.ts'

/** An object of exactly these members: an unknown key is refused, never ignored. */
export const closed = <P extends TProperties>(properties: P, title?: string) =>
  Type.Object(properties, { additionalProperties: false, ...(title === undefined ? {} : { title }) })

const oneOf = <const T extends string[]>(values: readonly [...T], title: string) => Type.Enum<T>([...values], { title })

export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** 常规、专项、机动、回头看; one round may combine several. */
export const RoundKind = oneOf(['routine', 'special', 'mobile', 'look-back'], 'RoundKind')
/** 推磨、统配、帮扶混编、交叉分散. */
export const RoundMode = oneOf(['rotation', 'pooled', 'paired', 'scattered'], 'RoundMode')
/** 异地、提级、跨市州帮扶; may be combined with each other and with a mode where `checkForm` says so. */
export const RoundType = oneOf(['cross-region', 'level-raised', 'assistance'], 'RoundType')
export const RoundState = oneOf(
  ['draft', 'submitted', 'approved', 'authorised', 'running', 'reporting', 'closed', 'archived', 'withdrawn'],
  'RoundState',
)
/** `unknown` is never a pass. */
export const CheckResult = oneOf(['pass', 'warn', 'bar', 'unknown'], 'CheckResult')
/** The six marks 地 籍 任 亲 系 复, always in this order. */
export const CheckName = oneOf(['home', 'native', 'posting', 'kin', 'tie', 'repeat'], 'CheckName')
export const SlotOrigin = oneOf(['sender', 'host'], 'SlotOrigin')
export const Light = oneOf(['none', 'blue', 'yellow', 'red'], 'Light')

/** A place with the name to show. */
export const NamedPlace = closed({ code: PlaceCode, name: Type.String() }, 'NamedPlace')
export const NamedPerson = closed(
  { id: Id, name: Type.String(), title: orNull(Type.String()), home: orNull(NamedPlace) },
  'NamedPerson',
)
/** A sentence in both languages. */
export const Sentence = closed({ zh: Type.String(), en: Type.String() }, 'Sentence')

/** One fact behind a mark: what, from where, ascertained when. */
export const CheckFact = closed(
  { zh: Type.String(), en: Type.String(), source: orNull(Type.String()), date: orNull(Day) },
  'CheckFact',
)
export const Mark = closed(
  {
    check: CheckName,
    result: CheckResult,
    /** The rules that gave the result, such as `posting`. */
    rules: Type.Array(Type.String()),
    facts: Type.Array(CheckFact),
    /** Who lifted a bar for this person and target, and why. */
    waived: orNull(closed({ by: Type.String(), why: Type.String() })),
  },
  'Mark',
)
/** Something to look at before going on: `bar` stops, `warn` asks for a reason or an approval. */
export const Warning = closed(
  {
    level: oneOf(['bar', 'warn', 'note'], 'WarningLevel'),
    rule: Type.String(),
    zh: Type.String(),
    en: Type.String(),
    at: Type.Optional(Type.String()),
  },
  'RoundWarning',
)

export type RoundKind = Static<typeof RoundKind>
export type RoundMode = Static<typeof RoundMode>
export type RoundType = Static<typeof RoundType>
export type RoundState = Static<typeof RoundState>
export type CheckName = Static<typeof CheckName>
export type CheckResult = Static<typeof CheckResult>
export type Mark = Static<typeof Mark>
export type CheckFact = Static<typeof CheckFact>
export type Warning = Static<typeof Warning>
export type NamedPlace = Static<typeof NamedPlace>
export type NamedPerson = Static<typeof NamedPerson>
