// Teams that are alike share regions: which regions get how many of them, before anybody asks which; and what that proves of any plan.
import type { Highs } from 'highs'
import type { Objective } from '../plan.ts'
import type { FixedLayout } from './anneal/field.ts'
import type { Instance } from './compile/instance.ts'
import type { Bounds } from './exact/descend.ts'
import { shareRegions } from './exact/share-regions.ts'
import { divideRegions } from './layout/divide-regions.ts'
import type { Layout } from './layout/layout.ts'
import { leastSpread } from './layout/least-spread.ts'
import type { Meter } from './meter.ts'

/** People × regions up to which the program without teams is solved. */
const MOST_PAIRS = 100_000

/** Places for all teams as the best shares of the regions give them; null where regions are not shared by teams that are alike. */
export function sharedPlaces(highs: Highs, instance: Instance, layout: Layout, meter: Meter): FixedLayout | null {
  if (!isSmallEnough(instance, layout)) return null
  const spread = leastSpread(instance, layout)
  const shares = shareRegions(highs, instance, layout, true, { unverified: Infinity, workloadSpread: spread }, meter)
  return shares === null ? null : divideRegions(instance, layout, shares.counts, spread)
}

export interface Shared {
  /** No plan's workloads are closer together. */
  readonly spread: number
  /** Kilometres below which no plan is whose workloads are that close and whose better levels are no worse; 0 where nothing is known. */
  readonly travel: number
  /** Places for all teams by which that may be reached; null where there are none to be had. */
  readonly places: FixedLayout | null
}

const NOTHING: Shared = { spread: 0, travel: 0, places: null }

/** What regions that teams share say about a plan with these figures. */
export function shareAlike(highs: Highs, instance: Instance, layout: Layout, figures: Objective, meter: Meter): Shared {
  if (layout.isFixed || !layout.canAllWork) return NOTHING
  const spread = leastSpread(instance, layout)
  const { unverified, totalExposure } = figures
  const shares =
    isSmallEnough(instance, layout) && meter.left() > 0
      ? shareRegions(highs, instance, layout, totalExposure === 0, { unverified, workloadSpread: spread }, meter)
      : null
  if (shares === null) return { ...NOTHING, spread }
  return { spread, travel: shares.travel, places: divideRegions(instance, layout, shares.counts, spread) }
}

/** What that proves of a plan with these figures. */
export function boundsFrom({ spread, travel }: Shared, figures: Objective): Bounds {
  const bounds: Bounds = spread > 0 ? { workloadSpread: Math.min(spread, figures.workloadSpread) } : {}
  return travel > 0 && figures.workloadSpread <= spread ? { ...bounds, travel: Math.min(travel, figures.travel) } : bounds
}

function isSmallEnough({ problem }: Instance, layout: Layout): boolean {
  if (layout.isFixed || !layout.canAllWork) return false
  return new Set(layout.options.map(({ region }) => region)).size * problem.people.length <= MOST_PAIRS
}
