// The modes of a round side by side, `shengmian.dispatch-comparison/1`: figures with their definitions, and no total of them.
import type { Plan } from '../plan.ts'
import type { Clash } from '../solve/answer.ts'

/** 本地(现状)、轮换、统配、提级、帮扶、分散. */
export const COMPARED_MODES = ['local', 'rotation', 'pooled', 'elevated', 'paired', 'scattered'] as const
export type ComparedMode = (typeof COMPARED_MODES)[number]

export interface Words {
  readonly zh: string
  readonly en: string
}

export type Bearer = 'sending' | 'host' | 'commissioning'
export const BEARERS = ['sending', 'host', 'commissioning'] as const

export const FIGURES = [
  'worstExposure',
  'totalExposure',
  'barsBroken',
  'barredPairs',
  'consideredPairs',
  'fewestEligible',
  'medianEligible',
  'unverified',
  'travel',
  'farthest',
  'travelSending',
  'travelHost',
  'travelCommissioning',
  'costSending',
  'costHost',
  'costCommissioning',
  'largestPair',
  'rounds',
  'strictRounds',
] as const
export type FigureName = (typeof FIGURES)[number]

export interface Measured {
  /** Null = not known, or without end where `note` says so. */
  readonly value: number | null
  /** No plan of this mode can do better; null = none stated. */
  readonly bound: number | null
  /** The value stands at a proven bound, or is a plain count. */
  readonly isProven: boolean
  readonly note: Words | null
}

export interface ModeColumn {
  readonly mode: ComparedMode
  /** What was changed in the round's own problem to get this mode's. */
  readonly changes: readonly Words[]
  /** SHA-256 of the mode's own problem. */
  readonly problem: string
  readonly outcome: { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'no-plan'; readonly clash: Clash }
  /** Left out: what cannot be measured without a plan, and costs without rates. */
  readonly figures: Partial<Readonly<Record<FigureName, Measured>>>
}

export interface Comparison {
  readonly format: 'shengmian.dispatch-comparison/1'
  /** SHA-256 of the round's own problem. */
  readonly problem: string
  readonly seed: string
  readonly effort: number
  /** Tickets of the draw behind `largestPair`; 0 = a single plan. */
  readonly tickets: number
  readonly rates: Rates | null
  readonly modes: readonly ModeColumn[]
  /** The modes in which each figure is best; `local` is never among them, because it breaks bars. */
  readonly best: Partial<Readonly<Record<FigureName, readonly ComparedMode[]>>>
}

/** What travel costs, in fen, as the office's own rules say. */
export interface Rates {
  /** For a person and a kilometre, there and back counted apart. */
  readonly fenPerKm: number
  /** For a person and a day away from home. */
  readonly fenPerDay: number
  readonly source: string
  /** Who bears a mode's journeys where it is not as this program assumes. */
  readonly bearers?: Partial<Readonly<Record<ComparedMode, Bearer>>>
}
