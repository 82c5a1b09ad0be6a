// Where a team may come from and go to, and which targets it then has for sure.
import type { Objective } from '../../plan.ts'
import type { ProblemTarget, ProblemTeam } from '../../problem.ts'
import { cut, selfAndAncestors } from '../places.ts'
import { recallOf } from '../recent-pairs.ts'
import type { Ground } from '../world.ts'

export interface TeamOption {
  readonly home: string | null
  readonly host: string | null
  /** The region of its targets; null where it may have targets of several, or has none. */
  readonly region: string | null
  /** Targets that are this team's in every valid plan with this host and region. */
  readonly sure: readonly ProblemTarget[]
  /** Targets of which it has at least one (empty: it may have none). */
  readonly possible: readonly ProblemTarget[]
}

/** The regions of all targets. With a host for each team there are never fewer teams than regions, and each team has one region. */
export function regionsOf({ problem, rules }: Ground): string[] {
  return [...new Set(problem.targets.map((target) => cut(target.region, rules.recusalLevel)))]
}

/** As many teams as regions: then every region has one team, which has all its targets. */
export function isOneToOne(ground: Ground): boolean {
  return ground.rules.hostPerTeam && ground.problem.teams.length === regionsOf(ground).length
}

/** Every home, host and region that the rules about a team alone allow. `most` = the most that memory may be, or Infinity. */
export function teamOptions(ground: Ground, most: Objective['memory']): (team: ProblemTeam) => TeamOption[] {
  const { rules, problem } = ground
  const knownHomes = [...new Set(problem.people.flatMap(({ home }) => (home === null ? [] : [cut(home, rules.homeLevel)])))]
  const placesOf = teamPlaces(ground)
  const recall = recallOf(ground)
  return (team) => {
    const needsHome = rules.wholeTeams || team.slots.some((slot) => slot.origin !== undefined)
    const homes = team.home !== null ? [team.home] : needsHome ? knownHomes : [null]
    const places = placesOf(team)
    return homes.flatMap((home) =>
      places
        .filter(({ host }) => isAllowed(ground, recall({ home, host }), home, host, most))
        .map((place) => Object.assign({ home }, place)),
    )
  }
}

type TeamPlace = Omit<TeamOption, 'home'>

function teamPlaces(ground: Ground): (team: ProblemTeam) => TeamPlace[] {
  const { problem, rules } = ground
  if (!rules.hostPerTeam) {
    const sure = problem.teams.length === 1 ? problem.targets : []
    return ({ host }) => [{ host, region: null, sure, possible: problem.targets }]
  }
  const isSettled = isOneToOne(ground)
  const regionOf = (target: ProblemTarget): string => cut(target.region, rules.recusalLevel)
  const byRegion = Map.groupBy(problem.targets, regionOf)
  const byPlace = new Map<string, ProblemTarget[]>()
  for (const target of problem.targets) for (const place of selfAndAncestors(target.region)) push(byPlace, place, target)
  const couldShare = sharing(ground)
  return (team) => {
    const { host } = team
    const targets = host === null ? byRegion : Map.groupBy(byPlace.get(host) ?? [], regionOf)
    const places = [...targets].map(([region, possible]): TeamPlace => {
      const isSure = isSettled || !couldShare(team, host ?? region)
      return { host: host ?? region, region, sure: isSure ? possible : [], possible }
    })
    if (places.length === 0) return [{ host, region: null, sure: [], possible: [] }]
    // Where a given host has several regions, it is not known which of them is this team's.
    if (host !== null && places.length > 1 && !isSettled) return places.map((place) => ({ ...place, sure: [] }))
    return places
  }
}

/** Whether another team could have targets where this one is: its host is open, lies in this one or holds it. */
function sharing({ problem }: Ground): (team: ProblemTeam, host: string) => boolean {
  const [inside, exactly] = [new Map<string, ProblemTeam[]>(), new Map<string, ProblemTeam[]>()]
  const open = problem.teams.filter((team) => team.host === null)
  for (const team of problem.teams) {
    if (team.host === null) continue
    push(exactly, team.host, team)
    for (const place of selfAndAncestors(team.host)) push(inside, place, team)
  }
  const hasOther = (teams: readonly ProblemTeam[] | undefined, team: ProblemTeam): boolean =>
    teams !== undefined && (teams.length > 1 || (teams[0] !== undefined && teams[0].id !== team.id))
  return (team, host) =>
    hasOther(open, team) ||
    hasOther(inside.get(host), team) ||
    selfAndAncestors(host).some((place) => hasOther(exactly.get(place), team))
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [item])
  else group.push(item)
}

function isAllowed(
  { rules, zoneOf }: Ground,
  recall: { readonly again: string | null; readonly reversal: string | null },
  home: string | null,
  host: string | null,
  most: number,
): boolean {
  if (home === null || host === null) return true
  if (cut(home, rules.homeLevel) === cut(host, rules.homeLevel)) return false
  if (rules.zoneBound && zoneOf(home) !== zoneOf(host)) return false
  if (rules.again === 'bar' && recall.again !== null) return false
  if (rules.reversal === 'bar' && recall.reversal !== null) return false
  const repeated = rules.again === 'prefer' && recall.again !== null
  const reversed = rules.reversal === 'prefer' && recall.reversal !== null
  return Number(repeated) + Number(reversed) <= most
}
