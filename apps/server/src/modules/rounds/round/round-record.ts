import type { RoundKind, RoundMode, RoundState, RoundType } from '@shengmian/contract'
import type { ProblemRules } from '@shengmian/dispatch'

export interface PolicyBasis {
  readonly title: string
  readonly clause: string
}
interface RoundZone {
  readonly name: string
  readonly members: readonly string[]
  readonly similarity: string
}
interface RoundAuthorisation {
  readonly number: string
  readonly date: string
  readonly by: string
}

/** What the office sets: everything about a round that is not its progress. Places are 12-digit numbers. */
export interface RoundSettings {
  readonly title: string
  readonly kinds: readonly RoundKind[]
  readonly mode: RoundMode
  readonly types: readonly RoundType[]
  readonly elevated: boolean
  readonly sending: number | null
  readonly host: number | null
  readonly starts: string
  readonly ends: string
  readonly template: string | null
  readonly programme: string | null
  readonly authorisation: RoundAuthorisation | null
  readonly basis: readonly PolicyBasis[]
  readonly rules: Omit<ProblemRules, 'mode' | 'elevated'>
  readonly zones: readonly RoundZone[]
  readonly positions: Readonly<Record<string, readonly [number, number]>>
}

export interface RoundRecord extends RoundSettings {
  readonly authority: number
  readonly id: string
  readonly year: number
  readonly number: number
  readonly state: RoundState
  readonly plannedEnds: string
  readonly startedOn: string | null
  readonly leftOn: string | null
  readonly apart: readonly (readonly [string, string])[]
  readonly revision: number
  readonly createdBy: string
  readonly submittedBy: string | null
}
