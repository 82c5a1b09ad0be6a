// How even workloads can be at all where several teams share regions: only how many teams each region gets and how its targets fall into
// as many parts matters, not which team or who is in it. A bound on the spread without any search over people.
import type { Instance } from '../compile/instance.ts'
import type { Layout } from './layout.ts'

/** Targets of one region up to which every division is looked at; beyond, only what totals say. */
const MOST_DIVIDED = 8
/** Parts that are looked at before the question is given up. */
const MOST_STEPS = 30_000_000

interface Region {
  readonly code: string
  readonly loads: readonly number[]
  readonly total: number
  readonly largest: number
}

/**
 * The least difference between the largest and the smallest workload of a team, each team having a target of its own; 0 where nothing more
 * can be said. No plan of the layout has less.
 */
export function leastSpread(instance: Instance, layout: Layout): number {
  const division = divisionOf(instance, layout)
  if (division === null || !layout.canAllWork) return 0
  const { regions, settled, free } = division
  const parts = [...new Set([...settled, ...regions.flatMap(partLoads)])].sort((a, b) => a - b)
  const stepsOf = ({ loads }: Region): number => (loads.length > MOST_DIVIDED ? loads.length : 3 ** loads.length)
  const aWindow = regions.reduce((sum, region) => sum + stepsOf(region), free)
  let [least, steps, high] = [Infinity, 0, 0]
  for (const low of parts) {
    // a higher smallest workload allows no lower largest one
    for (; high < parts.length; high++) {
      steps += aWindow
      if (steps > MOST_STEPS) return 0
      if (canDivide(regions, settled, free, low, parts[high] ?? 0)) break
    }
    if (high === parts.length) break
    least = Math.min(least, (parts[high] ?? 0) - low)
  }
  return least === Infinity ? 0 : least
}

/** For each shared region how few and how many teams it can have. */
export type Counts = ReadonlyMap<string, readonly [number, number]>

/** How the regions can be shared where workloads spread no wider than `spread`, one answer for each smallest workload; null where nothing can be said. */
export function sharesWithin(instance: Instance, layout: Layout, spread: number): readonly Counts[] | null {
  const division = divisionOf(instance, layout)
  if (division === null || !layout.canAllWork) return null
  const { regions, settled, free } = division
  const lows = [...new Set([...settled, ...regions.flatMap(partLoads)])].sort((a, b) => a - b)
  return lows
    .filter((low) => canDivide(regions, settled, free, low, low + spread))
    .map((low) => {
      const counts = regions.map((region): [string, readonly [number, number]] => {
        const own = countsOf(region, low, low + spread)
        return [region.code, [Math.min(...own), Math.max(...own)]]
      })
      return new Map(counts)
    })
}

interface Division {
  /** Regions that several teams may share. */
  readonly regions: readonly Region[]
  /** Workloads of teams that have nothing left to choose. */
  readonly settled: readonly number[]
  /** Teams that divide the regions among them. */
  readonly free: number
}

function divisionOf({ problem, rules }: Instance, layout: Layout): Division | null {
  if (!rules.hostPerTeam || layout.uncovered.length > 0) return null
  const loadOf = (d: number): number => problem.targets[d]?.workload ?? 0
  const settled: number[] = []
  const shared = new Map<string, readonly number[]>()
  let free = 0
  for (const options of layout.byTeam) {
    const [only] = options
    if (options.length === 1 && only !== undefined && !layout.isShared(only)) {
      settled.push(only.targets.reduce((sum, d) => sum + loadOf(d), 0))
      continue
    }
    free++
    for (const option of options) {
      if (option.region === null || !layout.isShared(option)) return null
      const known = shared.get(option.region)
      if (known !== undefined && known.length !== option.targets.length) return null
      shared.set(option.region, option.targets)
    }
  }
  const regions = [...shared].map(([code, targets]): Region => {
    const loads = targets.map(loadOf).sort((a, b) => b - a)
    return { code, loads, total: loads.reduce((sum, load) => sum + load, 0), largest: loads[0] ?? 0 }
  })
  return { regions, settled, free }
}

/** Workloads that one team of the region can have; of a large region only those that could be a limit by themselves. */
function partLoads({ loads, total }: Region): number[] {
  if (loads.length > MOST_DIVIDED) return Array.from({ length: total }, (_, at) => at + 1)
  const sums = new Set<number>()
  for (const load of loads) {
    const larger = Array.from(sums, (sum) => sum + load)
    for (const sum of [load, ...larger]) sums.add(sum)
  }
  return [...sums]
}

/** Whether all regions can be divided among so many teams with every workload from `low` to `high`. */
function canDivide(regions: readonly Region[], settled: readonly number[], free: number, low: number, high: number): boolean {
  if (settled.some((load) => load < low || load > high)) return false
  let reached = new Uint8Array(free + 1)
  reached[0] = 1
  for (const region of regions) {
    const next = new Uint8Array(free + 1)
    for (const count of countsOf(region, low, high)) {
      for (let teams = 0; teams + count <= free; teams++) if (reached[teams] === 1) next[teams + count] = 1
    }
    reached = next
  }
  return reached[free] === 1
}

/** Into how many parts a region can be divided, each of them from `low` to `high`; for a large one perhaps more. */
function countsOf({ loads, total, largest }: Region, low: number, high: number): readonly number[] {
  if (largest > high) return []
  const all = Array.from({ length: loads.length }, (_, at) => at + 1)
  if (loads.length > MOST_DIVIDED) return all.filter((count) => count * low <= total && count * high >= total)
  const full = (1 << loads.length) - 1
  const sums = new Int32Array(full + 1)
  // bit n of a set of targets: it can be divided into n parts
  const divided = new Int32Array(full + 1)
  divided[0] = 1
  for (let set = 1; set <= full; set++) {
    const first = set & -set
    sums[set] = (sums[set ^ first] ?? 0) + (loads[31 - Math.clz32(first)] ?? 0)
    for (let part = set; part > 0; part = (part - 1) & set) {
      const sum = sums[part] ?? 0
      if ((part & first) !== 0 && sum >= low && sum <= high)
        divided[set] = (divided[set] ?? 0) | ((divided[set ^ part] ?? 0) << 1)
    }
  }
  return all.filter((count) => ((divided[full] ?? 0) & (1 << count)) !== 0)
}
