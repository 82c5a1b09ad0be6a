// What is still open about places: which options a team has left, and which regions are shared by several teams.
import type { Instance } from '../compile/instance.ts'
import type { Option } from './options.ts'

export interface Layout {
  readonly options: readonly Option[]
  readonly byTeam: readonly (readonly Option[])[]
  /** Regions of which each target goes to one of several teams; in any other region one team takes all. */
  readonly isShared: (option: Option) => boolean
  /** Targets that no option of any team covers. */
  readonly uncovered: readonly number[]
  /** One option a team and no shared region: only people are left to choose. */
  readonly isFixed: boolean
  /** Every team can be given a target of its own. */
  readonly canAllWork: boolean
}

/** `teams`: teams of equal shape are interchangeable; `counts`: no, but all demands stand; `none`: nothing may be argued. */
export type Arguments = 'teams' | 'counts' | 'none'

/**
 * The layout that is open under the rules. Counting shortens it: where there are as many free teams as regions left, each takes one,
 * and teams that are alike take the regions in order. Such arguments hold only while every demand stands.
 */
export function openLayout(
  instance: Instance,
  all: readonly Option[],
  isAllowed: (option: Option) => boolean,
  argue: Arguments,
): Layout {
  const allowed = all.filter(isAllowed)
  const { options, exclusive } = argue === 'none' ? { options: allowed, exclusive: new Set() } : narrow(instance, allowed, argue)
  const byTeam: Option[][] = instance.problem.teams.map(() => [])
  for (const option of options) byTeam[option.team]?.push(option)
  const isReachedByTwo = countReach(instance.problem.targets.length, options)
  const isShared = (option: Option): boolean => {
    if (option.targets.length === 0) return false
    if (option.region === null) return byTeam.length > 1
    return !exclusive.has(option.region) && option.targets.some((d) => isReachedByTwo[d] === 1)
  }
  const covered = new Set(options.flatMap((option) => option.targets))
  return {
    options,
    byTeam,
    isShared,
    uncovered: instance.problem.targets.map((_, d) => d).filter((d) => !covered.has(d)),
    isFixed: byTeam.every((list) => list.length === 1) && !options.some(isShared),
    canAllWork: canAllWork(byTeam),
  }
}

/** 1 for each target that options of several teams reach: teams of one region with villages of their own share nothing. */
function countReach(targets: number, options: readonly Option[]): Uint8Array {
  const reachedBy = new Int32Array(targets).fill(-1)
  const isReachedByTwo = new Uint8Array(targets)
  for (const { team, targets: own } of options) {
    for (const d of own) {
      if (reachedBy[d] !== -1 && reachedBy[d] !== team) isReachedByTwo[d] = 1
      reachedBy[d] = team
    }
  }
  return isReachedByTwo
}

interface Narrowed {
  readonly options: readonly Option[]
  /** Regions of which it is certain that one team takes all. */
  readonly exclusive: ReadonlySet<string | null>
}

function narrow(instance: Instance, options: readonly Option[], argue: Arguments): Narrowed {
  const { problem } = instance
  const regionsOf = problem.teams.map(
    (_, t) => new Set(options.filter((option) => option.team === t).map((option) => option.region)),
  )
  const given = new Set(regionsOf.filter((regions) => regions.size === 1).flatMap((regions) => [...regions]))
  const left = [...new Set(options.map((option) => option.region))].filter((region) => !given.has(region))
  const free = problem.teams.map((_, t) => t).filter((t) => (regionsOf[t]?.size ?? 0) > 1)
  if (free.length < left.length || left.length === 0) return { options, exclusive: new Set() }
  const isExact = free.length === left.length
  const turns = argue === 'teams' ? turnsOf(instance, free, left, regionsOf) : new Map<number, ReadonlySet<string | null>>()
  return {
    exclusive: new Set(isExact ? left : []),
    options: options.filter((option) => {
      if (!free.includes(option.team)) return true
      if (isExact && !left.includes(option.region)) return false
      return turns.get(option.team)?.has(option.region) ?? true
    }),
  }
}

/**
 * Teams that nobody can tell apart (the same demands, nobody pinned, every region open) may take their regions in order. Where each
 * free team takes one region, the j-th of s such teams can only be at place j to j + (free − s). Where there are more teams than
 * regions, all alike, the first ones take one region each and the rest are free.
 */
function turnsOf(
  { problem }: Instance,
  free: readonly number[],
  left: readonly (string | null)[],
  regionsOf: readonly ReadonlySet<string | null>[],
): ReadonlyMap<number, ReadonlySet<string | null>> {
  const pinned = new Set(problem.pins.map((pin) => pin.team))
  const classes = new Map<string, number[]>()
  for (const t of free) {
    const team = problem.teams[t]
    const isOpen = left.every((region) => regionsOf[t]?.has(region) ?? false)
    if (team === undefined || pinned.has(team.id) || !isOpen) continue
    const shape = JSON.stringify([team.home, team.host, team.slots])
    classes.set(shape, [...(classes.get(shape) ?? []), t])
  }
  const turns = new Map<number, ReadonlySet<string | null>>()
  for (const alike of classes.values()) {
    if (free.length > left.length && alike.length < free.length) continue
    const slack = Math.max(0, left.length - alike.length)
    alike.forEach((t, j) => {
      if (j < left.length) turns.set(t, new Set(left.slice(j, j + slack + 1)))
    })
  }
  return turns
}

/** Teams can be matched to different targets (augmenting paths). */
function canAllWork(byTeam: readonly (readonly Option[])[]): boolean {
  const reach = byTeam.map((options) => [...new Set(options.flatMap((option) => option.targets))])
  const takenBy = new Map<number, number>()
  const place = (team: number, seen: Set<number>): boolean => {
    for (const target of reach[team] ?? []) {
      if (seen.has(target)) continue
      seen.add(target)
      const holder = takenBy.get(target)
      if (holder === undefined || place(holder, seen)) {
        takenBy.set(target, team)
        return true
      }
    }
    return false
  }
  return byTeam.every((_, team) => place(team, new Set()))
}
