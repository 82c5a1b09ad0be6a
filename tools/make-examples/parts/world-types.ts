// The demonstration world: plain rows named after the registry's nouns. Every `ref` is unique in the whole world.
import type { Problem } from '@shengmian/dispatch'

export type PlaceCode = string
type FactName = Problem['people'][number]['unverified'][number]
export type Experience = Problem['people'][number]['experience']
export type Posting = { readonly region: PlaceCode; readonly from: string; readonly to: string | null }
export type Position = readonly [number, number]

export type WorldRegion = {
  readonly code: PlaceCode
  readonly name: string
  readonly zone: string | null
  readonly at: Position | null
}

type UnitKind = 'township' | 'bureau' | 'school' | 'hospital' | 'other'
/** Villages and communities are units already: their ref is their 12-digit code. */
export type WorldUnit = { readonly ref: string; readonly name: string; readonly kind: UnitKind; readonly place: PlaceCode }

export type WorldOfficial = {
  readonly ref: string
  readonly unit: string
  readonly name: string
  readonly title: string
  readonly head: boolean
  readonly since: string
}

export type UnitClass = 'exemplary' | 'ordinary' | 'lagging'
export type WorldDossier = {
  readonly unit: string
  readonly class: UnitClass
  readonly reason: string
  readonly classedOn: string
  readonly reviewer: string
  readonly population: number
  /** By year. */
  readonly petitions: Readonly<Record<string, number>>
  readonly weakBranch: boolean
  readonly poverty: boolean
  /** Yearly income of the collective, in fen. */
  readonly economy: number
  readonly conflicts: number
  readonly lastInspected: string | null
}

export type Absence = { readonly from: string; readonly to: string; readonly why: string }
export type WorldPerson = {
  readonly ref: string
  readonly number: string
  readonly name: string
  readonly home: PlaceCode | null
  readonly native: PlaceCode | null
  readonly employer: string
  /** The employer as a unit; `null` = not known. */
  readonly unit: string | null
  readonly rank: string
  readonly source: string
  readonly roles: readonly string[]
  readonly skills: readonly string[]
  readonly experience: Experience
  readonly languages: readonly string[]
  readonly postings: readonly Posting[] | null
  readonly unverified: readonly FactName[]
  readonly absences: readonly Absence[]
}

/** Declared by a person of the pool about another person of the pool or an official. */
export type WorldTie = {
  readonly person: string
  readonly other: string
  readonly kind: string
  readonly degree: string | null
  readonly strength: number
  readonly source: string
  readonly day: string
}

type WorldBody = { readonly region: PlaceCode; readonly name: string }
export type WorldTeam = Problem['teams'][number] & { readonly name: string }
export type WorldTarget = { readonly unit: string; readonly workload: number; readonly needs: readonly string[] }

type WorldCandidate = {
  readonly unit: string
  readonly economy: number
  readonly conflicts: number
  readonly complaints: number
}

export type WorldRound = {
  readonly ref: string
  /** Year and number; the id in the problem file. */
  readonly id: string
  readonly name: string
  readonly kinds: readonly ('routine' | 'special' | 'mobile' | 'look-back')[]
  readonly types: readonly ('cross-region' | 'level-raised' | 'assistance')[]
  readonly template: string | null
  readonly start: string
  readonly end: string
  readonly commissioning: WorldBody
  /** `null`: every team has its own. */
  readonly sending: WorldBody | null
  readonly host: WorldBody | null
  readonly rules: Problem['rules']
  /** Earlier rounds, oldest first; `history` and `dispatched` name them. */
  readonly earlier: readonly { readonly id: string; readonly name: string; readonly start: string; readonly end: string }[]
  readonly pool: readonly string[]
  readonly teams: readonly WorldTeam[]
  readonly targets: readonly WorldTarget[]
  /** Units that were weighed, with three factors of 0 to 100; the targets are chosen from them. */
  readonly candidates: readonly WorldCandidate[]
  readonly apart: Problem['apart']
  readonly barred: Problem['barred']
  readonly history: Problem['history']
  readonly dispatched: Problem['dispatched']
  readonly travel: Problem['travel']
  readonly pins: Problem['pins']
  readonly waivers: Problem['waivers']
}

export type World = {
  readonly example: string
  readonly zh: string
  readonly en: string
  /** Owner of the talent pool and of the rounds: the commissioning place. */
  readonly authority: PlaceCode
  readonly regions: readonly WorldRegion[]
  /** Why the members of a zone are alike (巡情相近). */
  readonly zones: readonly { readonly name: string; readonly similarity: string }[]
  readonly units: readonly WorldUnit[]
  readonly officials: readonly WorldOfficial[]
  readonly dossiers: readonly WorldDossier[]
  readonly people: readonly WorldPerson[]
  readonly ties: readonly WorldTie[]
  readonly rounds: readonly WorldRound[]
}
