// Where a team may come from and go to, and which targets it then has for sure.
import type { Objective } from '../../plan.ts'
import type { ProblemTarget, ProblemTeam } from '../../problem.ts'
import { cut, liesIn } from '../places.ts'
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
export function teamOptions(ground: Ground, team: ProblemTeam, most: Objective['memory']): TeamOption[] {
  const { rules, problem } = ground
  const needsHome = rules.wholeTeams || team.slots.some((slot) => slot.origin !== undefined)
  const knownHomes = problem.people.flatMap(({ home }) => (home === null ? [] : [cut(home, rules.homeLevel)]))
  const homes = team.home !== null ? [team.home] : needsHome ? [...new Set(knownHomes)] : [null]
  const places = placesOf(ground, team)
  const recall = recallOf(ground)
  return homes.flatMap((home) =>
    places
      .filter(({ host }) => isAllowed(ground, recall({ home, host }), home, host, most))
      .map((place) => Object.assign({ home }, place)),
  )
}

function placesOf(ground: Ground, team: ProblemTeam): Omit<TeamOption, 'home'>[] {
  const { problem, rules } = ground
  if (!rules.hostPerTeam) {
    const sure = problem.teams.length === 1 ? problem.targets : []
    return [{ host: team.host, region: null, sure, possible: problem.targets }]
  }
  const places = regionsOf(ground).flatMap((region) => {
    const host = team.host ?? region
    const possible = problem.targets.filter(
      (target) => cut(target.region, rules.recusalLevel) === region && liesIn(target.region, host),
    )
    const isSure = isOneToOne(ground) || !couldShare(ground, team, host)
    return possible.length === 0 ? [] : [{ host, region, sure: isSure ? possible : [], possible }]
  })
  const [only] = places
  // Where a given host has several regions, it is not known which of them is this team's.
  if (team.host !== null && places.length > 1 && !isOneToOne(ground)) return places.map((place) => ({ ...place, sure: [] }))
  return only === undefined ? [{ host: team.host, region: null, sure: [], possible: [] }] : places
}

function couldShare({ problem }: Ground, team: ProblemTeam, host: string): boolean {
  return problem.teams.some(
    (other) => other.id !== team.id && (other.host === null || liesIn(other.host, host) || liesIn(host, other.host)),
  )
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
