// The plan as it stands under the changed problem: places kept, people on their teams, who is in reserve, and what the levels are.
import type { Objective, Plan } from '../plan.ts'
import { checkTeam } from '../solve/check-draft.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { measure, type DraftTeam } from '../solve/draft.ts'
import { listOptions, type Option } from '../solve/layout/options.ts'
import { unverifiedIn } from './fit-team.ts'

/** What a team adds to the levels. */
export interface Weight {
  readonly exposure: number
  readonly unverified: number
  readonly travel: number
}

export interface Standing {
  /** Members whom the problem still has; a seat may be empty. */
  readonly teams: readonly DraftTeam[]
  readonly weights: readonly Weight[]
  readonly objective: Objective
  /** Teams by exposure, largest first. */
  readonly byExposure: readonly number[]
  /** People in no team, by number. */
  readonly reserve: readonly number[]
  readonly teamOf: ReadonlyMap<number, number>
  readonly slotOf: ReadonlyMap<number, number>
  /** The same host and targets from any home that the file leaves open; the present one first. */
  readonly optionsOf: readonly (readonly Option[])[]
  /** Teams of the same region, which may give targets to each other; of one team alone where it shares with nobody. */
  readonly sharing: readonly (readonly number[])[]
  readonly broken: ReadonlySet<number>
  /** People pinned to a team in which they do not serve. */
  readonly pinsUnmet: readonly number[]
  readonly smallestTeam: number
}

/** Reads where the plan stands; null where its places no longer answer the problem: targets, teams or hosts are others. */
export function readStanding(instance: Instance, plan: Plan): Standing | null {
  const { problem, rules } = instance
  const placed = new Map(plan.teams.map((team) => [team.id, team]))
  const hosts = problem.teams.map((team) => (rules.hostPerTeam ? (placed.get(team.id)?.host ?? null) : team.host))
  if (problem.teams.some((team, t) => !placed.has(team.id) || (team.host !== null && team.host !== hosts[t]))) return null
  const fixed = {
    ...instance,
    problem: { ...problem, teams: problem.teams.map((team, t) => ({ ...team, host: hosts[t] ?? null })) },
  }
  const byTeam: Option[][] = problem.teams.map(() => [])
  for (const option of listOptions(fixed)) byTeam[option.team]?.push(option)

  const taken = new Set<number>()
  const teamOf = new Map<number, number>()
  const slotOf = new Map<number, number>()
  const optionsOf: Option[][] = []
  const teams: DraftTeam[] = []
  for (const [t, team] of problem.teams.entries()) {
    const old = placed.get(team.id)
    const targets = (old?.targets ?? []).flatMap((id) => instance.targetIndex.get(id) ?? [])
    const fitting = (byTeam[t] ?? []).filter((option) => targets.every((d) => option.targets.includes(d)))
    const option = fitting.find((own) => own.home === old?.home)
    if (old === undefined || option === undefined || targets.some((d) => taken.has(d))) return null
    for (const d of targets) taken.add(d)
    const alike = fitting.filter((own) => own !== option && own.region === option.region && own.breaks.length === 0)
    optionsOf.push([option, ...alike])
    const members = old.members.flatMap(({ person, slot }) => {
      const i = instance.personIndex.get(person)
      return i === undefined || teamOf.has(i) ? [] : [{ person: i, slot }]
    })
    for (const { person, slot } of members) {
      teamOf.set(person, t)
      slotOf.set(person, slot)
    }
    teams.push({ option, targets, members })
  }
  if (taken.size !== problem.targets.length) return null
  const weights = teams.map((team) => weigh(instance, team))
  const broken = new Set(teams.flatMap((team, t) => (checkTeam(instance, team).length > 0 ? [t] : [])))
  return {
    teams,
    weights,
    objective: measure(instance, teams),
    byExposure: teams.map((_, t) => t).sort((a, b) => (weights[b]?.exposure ?? 0) - (weights[a]?.exposure ?? 0)),
    reserve: problem.people.flatMap((_, i) => (teamOf.has(i) ? [] : [i])),
    teamOf,
    slotOf,
    optionsOf,
    sharing: shareRegions(teams),
    broken,
    pinsUnmet: [...instance.pinsOf].flatMap(([i, to]) => (to.every((t) => teamOf.get(i) === t) ? [] : [i])),
    smallestTeam: Math.min(...problem.teams.map((team) => team.slots.length)),
  }
}

function shareRegions(teams: readonly DraftTeam[]): readonly (readonly number[])[] {
  const inside = new Map<string | null, number[]>()
  teams.forEach(({ option }, t) => {
    const own = inside.get(option.region)
    if (own === undefined) inside.set(option.region, [t])
    else own.push(t)
  })
  return teams.map(({ option, targets }, t) =>
    option.region === null && option.targets.length === 0 && targets.length === 0 ? [t] : (inside.get(option.region) ?? [t]),
  )
}

export function weigh(instance: Instance, team: DraftTeam): Weight {
  const { problem, map, exposures } = instance
  let [exposure, travel] = [0, 0]
  for (const { person } of team.members) {
    if (exposures.hasAny(person)) for (const d of team.targets) exposure += exposures.of(person, d)
    travel += map.travel(problem.people[person]?.home ?? null, team.option.host)
  }
  return { exposure, unverified: unverifiedIn(instance, team), travel }
}

/** The standing after late facts: only teams with somebody whom they touch are judged and weighed again. */
export function refreshStanding(instance: Instance, before: Standing, touched: ReadonlySet<number>): Standing {
  const again = [...new Set([...touched].flatMap((i) => before.teamOf.get(i) ?? []))]
  if (again.length === 0) return before
  const weights = before.weights.with(0, before.weights[0] ?? { exposure: 0, unverified: 0, travel: 0 })
  const broken = new Set(before.broken)
  const objective = { ...before.objective }
  for (const t of again) {
    const [team, old] = [before.teams[t], before.weights[t]]
    if (team === undefined || old === undefined) continue
    const own = weigh(instance, team)
    weights[t] = own
    objective.totalExposure += own.exposure - old.exposure
    if (checkTeam(instance, team).length > 0) broken.add(t)
    else broken.delete(t)
  }
  const byExposure = before.byExposure.toSorted((a, b) => (weights[b]?.exposure ?? 0) - (weights[a]?.exposure ?? 0))
  objective.worstExposure = weights[byExposure[0] ?? 0]?.exposure ?? 0
  return { ...before, weights, broken, objective, byExposure }
}
