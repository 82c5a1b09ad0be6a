// Where a team may come from and go to, and which targets it then has for sure.
import type { Objective } from '../../plan.ts'
import type { ProblemTarget, ProblemTeam } from '../../problem.ts'
import { cut, liesIn } from '../places.ts'
import { recallOf } from '../recent-pairs.ts'
import type { Ground } from '../world.ts'

export interface TeamOption {
  readonly home: string | null
  readonly host: string | null
  /** Targets that are this team's in every valid plan with this host. */
  readonly sure: readonly ProblemTarget[]
  /** Targets of which it has at least one (empty: it may have none). */
  readonly possible: readonly ProblemTarget[]
}

/** Every home and host that the rules about a team alone allow, given that the better levels are at the stated values. */
export function teamOptions(ground: Ground, team: ProblemTeam, objective: Objective): TeamOption[] {
  const { rules, problem } = ground
  const needsHome = rules.wholeTeams || team.slots.some((slot) => slot.origin !== undefined)
  const knownHomes = problem.people.flatMap(({ home }) => (home === null ? [] : [cut(home, rules.homeLevel)]))
  const homes = team.home !== null ? [team.home] : needsHome ? [...new Set(knownHomes)] : [null]
  const regions = [...new Set(problem.targets.map((target) => cut(target.region, rules.recusalLevel)))]
  const hosts = team.host !== null ? [team.host] : rules.hostPerTeam ? regions : [null]
  const recall = recallOf(ground)
  return homes.flatMap((home) =>
    hosts
      .filter((host) => isAllowed(ground, recall({ home, host }), home, host, objective))
      .map((host) => ({ home, host, ...targetsOf(ground, team, host) })),
  )
}

function isAllowed(
  { rules, zoneOf }: Ground,
  recall: { readonly again: string | null; readonly reversal: string | null },
  home: string | null,
  host: string | null,
  objective: Objective,
): boolean {
  if (home === null || host === null) return true
  if (cut(home, rules.homeLevel) === cut(host, rules.homeLevel)) return false
  if (rules.zoneBound && zoneOf(home) !== zoneOf(host)) return false
  if (rules.again === 'bar' && recall.again !== null) return false
  if (rules.reversal === 'bar' && recall.reversal !== null) return false
  const memory =
    Number(rules.again === 'prefer' && recall.again !== null) + Number(rules.reversal === 'prefer' && recall.reversal !== null)
  return memory <= objective.memory
}

function targetsOf(ground: Ground, team: ProblemTeam, host: string | null): Pick<TeamOption, 'sure' | 'possible'> {
  const { problem, rules } = ground
  if (!rules.hostPerTeam) return { sure: problem.teams.length === 1 ? problem.targets : [], possible: problem.targets }
  if (host === null) return { sure: [], possible: [] }
  const possible = problem.targets.filter((target) => liesIn(target.region, host))
  const couldShare = problem.teams.some(
    (other) => other.id !== team.id && (other.host === null || liesIn(other.host, host) || liesIn(host, other.host)),
  )
  const regions = new Set(possible.map((target) => cut(target.region, rules.recusalLevel)))
  return { sure: couldShare || regions.size > 1 ? [] : possible, possible }
}
