// The figures of a nation from those of its zones. A bound speaks of plans whose better levels are at theirs, so sums of the zones' bounds
// are bounds of the whole only where the better levels of all zones meet those of the whole.
import { LEVELS, type Objective, type Plan } from '../plan.ts'

/** One zone's plan in figures; the workloads of its busiest and its idlest team, null without teams. */
export interface ZoneFigures {
  readonly objective: Objective
  readonly bound: Plan['bound']
  readonly workloads: readonly [least: number, most: number] | null
}

/** Objective and bound of all zones together; `hasFixedWorkloads` = no plan could give any team another workload. */
export function sumZones(zones: readonly ZoneFigures[], hasFixedWorkloads: boolean): Pick<Plan, 'objective' | 'bound'> {
  const loads = zones.flatMap(({ workloads }) => workloads ?? [])
  const sum = (level: keyof Objective): number => zones.reduce((total, zone) => total + zone.objective[level], 0)
  const objective: Objective = {
    worstExposure: most(zones.map((zone) => zone.objective.worstExposure)),
    totalExposure: sum('totalExposure'),
    unverified: sum('unverified'),
    memory: sum('memory'),
    workloadSpread: loads.length === 0 ? 0 : most(loads) - Math.min(...loads),
    travel: sum('travel'),
  }
  return { objective, bound: boundOf(zones, objective, hasFixedWorkloads) }
}

function boundOf(zones: readonly ZoneFigures[], objective: Objective, hasFixedWorkloads: boolean): Plan['bound'] {
  const bound: Plan['bound'] = Object.fromEntries(LEVELS.map((level) => [level, null])) as Plan['bound']
  const worsts = zones.flatMap((zone) => zone.bound.worstExposure ?? [])
  if (worsts.length === 0) return bound
  const worst = most(worsts)
  // A zone that is better than the worst of the nation might save on its other levels by being worse; unless it has no exposure at all,
  // which is then the least there is, however bad the others may be
  const isSettled = (zone: ZoneFigures): boolean => zone.bound.worstExposure === worst || zone.objective.totalExposure === 0
  const totals = zones.map((zone) => (isSettled(zone) ? zone : { ...zone, bound: { ...zone.bound, totalExposure: 0 } }))
  const total = proven(totals, 'totalExposure')
  if (!zones.every(isSettled)) return { ...bound, worstExposure: worst, totalExposure: total }
  return {
    worstExposure: worst,
    totalExposure: total,
    unverified: proven(zones, 'unverified'),
    memory: proven(zones, 'memory'),
    workloadSpread: hasFixedWorkloads ? objective.workloadSpread : null,
    travel: hasFixedWorkloads ? proven(zones, 'travel') : null,
  }
}

/** The sum of the zones' bounds; null where one of them states none. */
function proven(zones: readonly ZoneFigures[], level: keyof Objective): number | null {
  return zones.reduce<number | null>((total, zone) => {
    const own = zone.bound[level]
    return total === null || own === null ? null : total + own
  }, 0)
}

function most(values: readonly number[]): number {
  return values.reduce((largest, value) => Math.max(largest, value), 0)
}
