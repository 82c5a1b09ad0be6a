// The part of a demonstration file (apps/server/demo/README.md) that belongs to rounds.
import type { RoundKind, RoundType } from '@shengmian/contract'
import type { ProblemRules, ProblemSlot } from '@shengmian/dispatch'

interface Body {
  readonly region: string
  readonly name: string
}

export interface DemonstrationRound {
  readonly ref: string
  /** Year and number. */
  readonly id: string
  readonly name: string
  readonly kinds: readonly RoundKind[]
  readonly types: readonly RoundType[]
  readonly template: string | null
  readonly start: string
  readonly end: string
  readonly commissioning: Body
  readonly sending: Body | null
  readonly host: Body | null
  readonly rules: ProblemRules
  readonly earlier: readonly { readonly id: string; readonly name: string }[]
  readonly pool: readonly string[]
  readonly teams: readonly {
    readonly id: string
    readonly name: string
    readonly home: string | null
    readonly host: string | null
    readonly slots: readonly ProblemSlot[]
  }[]
  readonly targets: readonly { readonly unit: string; readonly workload: number; readonly needs: readonly string[] }[]
  readonly candidates: readonly {
    readonly unit: string
    readonly economy: number
    readonly conflicts: number
    readonly complaints: number
  }[]
  readonly apart: readonly (readonly [string, string])[]
  readonly history: readonly { readonly round: string; readonly person: string; readonly region: string }[]
  readonly dispatched: readonly { readonly round: string; readonly home: string; readonly host: string }[]
  readonly travel: readonly (readonly [string, string, number])[]
  readonly pins: readonly { readonly person: string; readonly team: string }[]
}

export interface DemonstrationRounds {
  readonly authority: string
  readonly regions: readonly {
    readonly code: string
    readonly name: string
    readonly zone: string | null
    readonly at: readonly [number, number] | null
  }[]
  readonly zones: readonly { readonly name: string; readonly similarity: string }[]
  readonly units: readonly { readonly ref: string; readonly place: string }[]
  readonly rounds: readonly DemonstrationRound[]
}
