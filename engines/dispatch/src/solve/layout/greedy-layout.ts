// Places for rounds too large to be weighed as a whole: every region gets a team, further teams go where the work is heaviest,
// and targets are divided largest first.
import type { FixedLayout } from '../anneal/field.ts'
import type { Instance } from '../compile/instance.ts'
import type { Layout } from './layout.ts'
import type { Option } from './options.ts'

/** One option and a list of targets for each team; null where the regions cannot all be given a team. */
export function greedyLayout(instance: Instance, layout: Layout): FixedLayout | null {
  const chosen = coverRegions(layout)
  if (chosen === null) return null
  const load = (targets: readonly number[]): number =>
    targets.reduce((sum, d) => sum + (instance.problem.targets[d]?.workload ?? 0), 0)
  const teamsIn = new Map<string | null, number>()
  for (const option of chosen.values()) teamsIn.set(option.region, (teamsIn.get(option.region) ?? 0) + 1)
  layout.byTeam.forEach((options, t) => {
    if (chosen.has(t)) return
    const each = options.map((option) => load(option.targets) / (1 + (teamsIn.get(option.region) ?? 0)))
    const best = options[each.indexOf(Math.max(...each))]
    if (best === undefined) return
    chosen.set(t, best)
    teamsIn.set(best.region, (teamsIn.get(best.region) ?? 0) + 1)
  })
  return divide(instance, layout, chosen)
}

/** Matches each region to a team of its own by augmenting paths; teams with one option are where they are. */
function coverRegions(layout: Layout): Map<number, Option> | null {
  const chosen = new Map<number, Option>()
  for (const [only, ...more] of layout.byTeam) if (only !== undefined && more.length === 0) chosen.set(only.team, only)
  const given = new Set([...chosen.values()].map((option) => option.region))
  const open = new Map<string, Option[]>()
  for (const option of layout.options) {
    if (option.region === null || given.has(option.region) || chosen.has(option.team)) continue
    open.set(option.region, [...(open.get(option.region) ?? []), option])
  }
  const holder = new Map<number, Option>()
  const place = (region: string, seen: Set<number>): boolean => {
    for (const option of open.get(region) ?? []) {
      if (seen.has(option.team)) continue
      seen.add(option.team)
      const other = holder.get(option.team)?.region
      if (other === undefined || other === null || place(other, seen)) {
        holder.set(option.team, option)
        return true
      }
    }
    return false
  }
  for (const region of open.keys()) if (!place(region, new Set())) return null
  for (const [team, option] of holder) chosen.set(team, option)
  return chosen
}

function divide(instance: Instance, layout: Layout, chosen: ReadonlyMap<number, Option>): FixedLayout | null {
  const work = (d: number): number => instance.problem.targets[d]?.workload ?? 0
  const shares = layout.byTeam.map((): number[] => [])
  const loads = layout.byTeam.map(() => 0)
  const order = instance.problem.targets.map((_, d) => d).sort((a, b) => work(b) - work(a) || a - b)
  const takers = new Map<number, number[]>()
  for (const [team, option] of chosen) for (const d of option.targets) takers.set(d, [...(takers.get(d) ?? []), team])
  for (const d of order) {
    const teams = (takers.get(d) ?? []).sort((a, b) => (loads[a] ?? 0) - (loads[b] ?? 0) || a - b)
    // a team without any target comes first, however light the others are
    const team = teams.find((own) => shares[own]?.length === 0) ?? teams[0]
    if (team === undefined) return null
    shares[team]?.push(d)
    loads[team] = (loads[team] ?? 0) + work(d)
  }
  const places = layout.byTeam.map((_, t) => {
    const option = chosen.get(t)
    return option === undefined ? null : { option, targets: (shares[t] ?? []).sort((a, b) => a - b) }
  })
  return places.every((place) => place !== null) ? places : null
}
