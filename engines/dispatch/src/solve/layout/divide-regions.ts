// From how many teams each region gets to who takes which targets: the targets of a region in as many parts, as even as the spread asks for.
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance } from '../compile/instance.ts'
import type { Layout } from './layout.ts'
import type { Option } from './options.ts'

/** Targets of a region up to which every division is tried; beyond, the largest goes to whoever has least. */
const MOST_TRIED = 8

/** Places for all teams, `counts` of them in each shared region, no workloads farther apart than `spread` where that can be had; null where teams and parts do not fit each other. */
export function divideRegions(
  instance: Instance,
  layout: Layout,
  counts: ReadonlyMap<string, number>,
  spread: number,
): FixedLayout | null {
  const loadOf = (d: number): number => instance.problem.targets[d]?.workload ?? 0
  const targetsOf = new Map<string, readonly number[]>()
  for (const { region, targets } of layout.options) if (region !== null && counts.has(region)) targetsOf.set(region, targets)
  const settled = layout.byTeam.flatMap(([only], t) =>
    only !== undefined && isSettled(layout, t, only) ? [only.targets.reduce((sum, d) => sum + loadOf(d), 0)] : [],
  )
  const lows = new Set([
    ...settled,
    ...[...targetsOf].flatMap(([region, targets]) => meansOf(targets.map(loadOf), counts.get(region) ?? 1, spread)),
  ])
  for (const low of [...lows].sort((a, b) => b - a)) {
    if (settled.some((load) => load < low || load > low + spread)) continue
    const parts = new Map<string, number[][]>()
    for (const [region, targets] of targetsOf) {
      const own = divide(targets, loadOf, counts.get(region) ?? 1, low, low + spread)
      if (own === null) break
      parts.set(region, own)
    }
    if (parts.size === targetsOf.size) return handOut(layout, parts)
  }
  return null
}

function isSettled(layout: Layout, t: number, only: Option): boolean {
  return layout.byTeam[t]?.length === 1 && !layout.isShared(only)
}

/** Smallest workloads that a part may have so that another part could still be within the spread: all of them, where they are few. */
function meansOf(loads: readonly number[], count: number, spread: number): number[] {
  const mean = Math.floor(loads.reduce((sum, load) => sum + load, 0) / count)
  return Array.from({ length: spread + 1 }, (_, less) => mean - less).filter((low) => low >= 0)
}

/** The targets in `count` parts with workloads from `low` to `high`. */
function divide(
  targets: readonly number[],
  loadOf: (target: number) => number,
  count: number,
  low: number,
  high: number,
): number[][] | null {
  const order = [...targets].sort((a, b) => loadOf(b) - loadOf(a) || a - b)
  const parts = Array.from({ length: count }, () => ({ load: 0, targets: [] as number[] }))
  const isGreedy = order.length > MOST_TRIED
  const place = (at: number): boolean => {
    const target = order[at]
    if (target === undefined) return parts.every(({ load, targets: own }) => own.length > 0 && load >= low && load <= high)
    const tried = new Set<number>()
    const open = isGreedy ? [...parts].sort((a, b) => a.load - b.load).slice(0, 1) : parts
    for (const part of open) {
      // parts with the same workload are alike
      if (tried.has(part.load) || part.load + loadOf(target) > high) continue
      tried.add(part.load)
      part.load += loadOf(target)
      part.targets.push(target)
      if (place(at + 1)) return true
      part.load -= loadOf(target)
      part.targets.pop()
    }
    return false
  }
  return place(0) ? parts.map(({ targets: own }) => own.sort((a, b) => a - b)) : null
}

/** Teams that have one region left take the first part of it, the others what is left. */
function handOut(layout: Layout, parts: ReadonlyMap<string, number[][]>): FixedLayout | null {
  const left = new Map([...parts].map(([region, own]) => [region, [...own]]))
  const places: (FixedLayout[number] | undefined)[] = []
  const take = (t: number, options: readonly Option[]): void => {
    for (const option of options) {
      const targets = left.get(option.region ?? '')?.shift()
      if (targets === undefined) continue
      places[t] = { option, targets }
      return
    }
  }
  for (const [t, [only]] of layout.byTeam.entries()) {
    if (only === undefined || layout.byTeam[t]?.length !== 1) continue
    if (isSettled(layout, t, only)) places[t] = { option: only, targets: only.targets }
    else take(t, [only])
  }
  for (const [t, options] of layout.byTeam.entries()) if (options.length > 1) take(t, options)
  const whole = layout.byTeam.flatMap((_, t) => places[t] ?? [])
  return whole.length === layout.byTeam.length && [...left.values()].every((own) => own.length === 0) ? whole : null
}
