import type { Plan } from '../plan.ts'
import type { DraftPlan } from './draft.ts'
import type { Bounds } from './exact/descend.ts'

/** What a search ends with: a plan with what is proven about it, or none. */
export type Found =
  | {
      readonly kind: 'found'
      readonly plan: DraftPlan
      readonly bounds: Bounds
      readonly proven: boolean
      /** Where the search proved its bounds by prices; else they are looked for afterwards. */
      readonly certificates?: Plan['certificates']
    }
  /** `none`: proven that there is no plan; `open`: neither. */
  | { readonly kind: 'none' | 'open' }
