// A team's options: from which home, to which host, in which region. What the file gives is an option of one.
import type { Instance } from '../compile/instance.ts'
import { cutTo, DIGITS } from '../compile/places.ts'
import type { TeamRule } from '../rule-names.ts'

export interface Option {
  /** Number of this option over all teams. */
  readonly index: number
  readonly team: number
  readonly home: string | null
  readonly host: string | null
  /** The region, at `recusalLevel`, whose targets the team may take; null = any (`hostPerTeam` off) or none. */
  readonly region: string | null
  /** Targets that the team may take under this option. */
  readonly targets: readonly number[]
  /** Repeated or reversed journeys that are to be avoided where possible. */
  readonly memory: number
  /** Rules about places that this option breaks. */
  readonly breaks: readonly (TeamRule | 'zone')[]
}

/** All options of all teams, those that break a rule about places included: the caller decides which rules count. */
export function listOptions(instance: Instance): readonly Option[] {
  const { problem, rules } = instance
  const regions = new Map<string, number[]>()
  problem.targets.forEach((target, d) => {
    const region = cutTo(rules.recusalLevel, target.region)
    const inside = regions.get(region)
    if (inside === undefined) regions.set(region, [d])
    else inside.push(d)
  })
  const everything = problem.targets.map((_, d) => d)
  // a host at least as fine as a region lies in one; with thousands of teams nobody looks through all of them
  const reachedFrom = (host: string): Iterable<[string, readonly number[]]> => {
    const region = cutTo(rules.recusalLevel, host)
    const targets = regions.get(region)
    if (region.length < DIGITS[rules.recusalLevel]) return regions
    return targets === undefined ? [] : [[region, targets]]
  }
  const options: Option[] = []

  problem.teams.forEach((team, t) => {
    const homes = homesOf(instance, t)
    for (const home of homes) {
      const add = (host: string | null, region: string | null, targets: readonly number[]): void => {
        options.push({ index: options.length, team: t, home, host, region, targets, ...judgePlaces(instance, home, host) })
      }
      if (!rules.hostPerTeam) add(team.host, null, everything)
      else if (team.host === null) for (const [region, targets] of regions) add(region, region, targets)
      else {
        const host = team.host
        const before = options.length
        for (const [region, targets] of reachedFrom(host)) {
          const inside = targets.filter((d) => problem.targets[d]?.region.startsWith(host) ?? false)
          if (inside.length > 0) add(host, region, inside)
        }
        if (options.length === before) add(host, null, [])
      }
    }
  })
  return options
}

/** A home is chosen only where it means something: whole teams, and slots filled from a sender or a host. */
function homesOf(instance: Instance, t: number): readonly (string | null)[] {
  const { problem, rules } = instance
  const team = problem.teams[t]
  if (team === undefined) return []
  if (team.home !== null) return [team.home]
  const isNeeded = rules.wholeTeams || team.slots.some((slot) => slot.origin !== undefined)
  if (!isNeeded || instance.homes.length === 0) return [null]
  const supply = new Int32Array(instance.homes.length)
  problem.people.forEach((person, i) => {
    const home = instance.homeOf[i] ?? -1
    if (home >= 0 && !person.unavailable) supply[home] = (supply[home] ?? 0) + 1
  })
  const senders = team.slots.filter(
    (slot) =>
      slot.origin === 'sender' || (rules.wholeTeams && slot.origin !== 'host' && !(rules.elevated && slot.role === 'leader')),
  ).length
  const able = instance.homes.filter((_, home) => (supply[home] ?? 0) >= senders)
  return able.length > 0 ? able : instance.homes
}

function judgePlaces(instance: Instance, home: string | null, host: string | null): Pick<Option, 'memory' | 'breaks'> {
  const { rules, map, recent } = instance
  if (home === null || host === null) return { memory: 0, breaks: [] }
  const [from, to] = [cutTo(rules.homeLevel, home), cutTo(rules.homeLevel, host)]
  const breaks: (TeamRule | 'zone')[] = []
  let memory = 0
  if (from === to) breaks.push('self')
  if (rules.zoneBound && map.zoneOf(home) !== map.zoneOf(host)) breaks.push('zone')
  if (recent.has(`${from} ${to}`)) {
    if (rules.again === 'bar') breaks.push('again')
    else if (rules.again === 'prefer') memory++
  }
  if (recent.has(`${to} ${from}`)) {
    if (rules.reversal === 'bar') breaks.push('reversal')
    else if (rules.reversal === 'prefer') memory++
  }
  return { memory, breaks }
}

/** Whether two options of different teams are a mutual exchange. */
export function isSwap(instance: Instance, a: Option, b: Option): boolean {
  if (!instance.rules.noSwap || a.team === b.team) return false
  if (a.home === null || a.host === null || b.home === null || b.host === null) return false
  const cut = (code: string): string => cutTo(instance.rules.homeLevel, code)
  return cut(a.home) === cut(b.host) && cut(b.home) === cut(a.host)
}
