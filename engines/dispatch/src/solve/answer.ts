// What planning answers: a plan, or why there is none.
import type { Plan } from '../plan.ts'
import type { RuleName } from './rule-names.ts'

/** One person whose place differs from the older plan; null = in no team. */
export interface PlanChange {
  readonly person: string
  readonly from: { readonly team: string; readonly host: string | null } | null
  readonly to: { readonly team: string; readonly host: string | null } | null
}

export interface ClashItem {
  readonly rule: RuleName
  /** Ids of what the rule speaks of: a person, a team and a slot, two teams, a target. */
  readonly subject: string
  readonly zh: string
  readonly en: string
}

export interface Relaxation {
  readonly rules: readonly RuleName[]
  /** Exceptions needed. */
  readonly price: number
  /** Where they would be made, in one possible plan. */
  readonly exceptions: readonly ClashItem[]
  readonly zh: string
  readonly en: string
}

export interface Clash {
  /** False only when the search neither found a plan nor proved that there is none. */
  readonly proven: boolean
  /** Whether the other items could all be met as soon as any one is gone; false only where asking that took too long or was not wanted. Another clash may stand beside this one. */
  readonly isIrreducible: boolean
  readonly items: readonly ClashItem[]
  /** Cheapest first. Legal bars are never among them. */
  readonly relaxations: readonly Relaxation[]
  readonly zh: string
  readonly en: string
}

export type DispatchAnswer =
  | {
      readonly kind: 'plan'
      readonly plan: Plan
      /** Every level stands at its bound. */
      readonly proven: boolean
      readonly iterations: number
      /** With `keep`: who moves. */
      readonly changes: readonly PlanChange[]
    }
  | { readonly kind: 'no-plan'; readonly clash: Clash }
