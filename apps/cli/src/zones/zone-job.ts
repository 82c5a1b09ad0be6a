// What a zone's thread is given and what it answers. Problems and plans stay in files and threads; only figures cross over.
import type { Clash, DispatchOptions, Progress, ReadIssue, ZoneFigures } from '@shengmian/dispatch'
import type { Breach } from '@shengmian/dispatch/verify'
import type { Words } from '../words.ts'
import type { ZoneCounts, ZoneMembers } from './count-zones.ts'

export type ZoneJob =
  | {
      readonly kind: 'plan'
      readonly file: string
      /** Where the plan is written, as one line of JSON. */
      readonly out: string
      readonly options: Pick<DispatchOptions, 'seed' | 'effort'>
    }
  | { readonly kind: 'verify'; readonly file: string; readonly plan: string }

export type ZoneAnswer =
  | { readonly kind: 'planned'; readonly figures: ZoneFigures; readonly engine: string; readonly wishes: readonly Words[] }
  | { readonly kind: 'no-plan'; readonly clash: Clash }
  | { readonly kind: 'refused'; readonly issues: readonly ReadIssue[] }
  | {
      readonly kind: 'verified'
      readonly figures: ZoneFigures
      readonly counts: ZoneCounts
      readonly members: ZoneMembers
      readonly breaches: readonly Breach[]
      /** Waivers used, wishes not met, bounds that could not be recomputed. */
      readonly notes: readonly Words[]
    }

export type ZoneReport =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: ZoneAnswer }
