// Clashes that need no search: too few teams for the regions, somebody pinned to two teams, or pinned and not available.
import type { Instance } from '../compile/instance.ts'
import type { Option } from '../layout/options.ts'
import type { Element } from './oracle.ts'

/** The elements of a plain contradiction, irreducible; empty where there is none. */
export function plainContradiction(instance: Instance, options: readonly Option[]): readonly Element[] {
  const { problem } = instance
  const regions = crowdedRegions(instance, options)
  if (regions.length > 0) return regions.map((d) => ({ rule: 'one-team', subject: problem.targets[d]?.id ?? '' }))
  for (const [i, teams] of instance.pinsOf) {
    const person = problem.people[i]
    if (person === undefined) continue
    if (new Set(teams).size > 1) return [{ rule: 'pin', subject: person.id }]
    if (person.unavailable) {
      return [
        { rule: 'pin', subject: person.id },
        { rule: 'unavailable', subject: person.id },
      ]
    }
  }
  return []
}

/**
 * One target of each of k regions for which fewer than k teams can be used: a team inspects one region. By augmenting paths: the
 * regions of the tree that grows from an unmatched one are such a set, and any one of them less could be matched.
 */
function crowdedRegions(instance: Instance, options: readonly Option[]): readonly number[] {
  const { problem, rules } = instance
  const teamsOf = new Map<number, Set<number>>()
  const firstOf = new Map<string, number>()
  for (const { targets, region, team } of options) {
    const first = targets[0]
    if (first === undefined) continue
    const key = rules.hostPerTeam ? (firstOf.get(region ?? '') ?? first) : first
    firstOf.set(region ?? '', key)
    teamsOf.set(key, (teamsOf.get(key) ?? new Set<number>()).add(team))
  }
  const reached = new Set(options.flatMap((option) => option.targets))
  const lost = problem.targets.findIndex((_, d) => !reached.has(d))
  if (lost >= 0) return [lost]
  if (!rules.hostPerTeam) return []
  const holder = new Map<number, number>()
  for (const region of teamsOf.keys()) {
    const seen = new Set<number>()
    const tree = new Set<number>()
    const place = (at: number): boolean => {
      tree.add(at)
      for (const team of teamsOf.get(at) ?? []) {
        if (seen.has(team)) continue
        seen.add(team)
        const other = holder.get(team)
        if (other === undefined || place(other)) {
          holder.set(team, at)
          return true
        }
      }
      return false
    }
    if (!place(region)) return [...tree]
  }
  return []
}
