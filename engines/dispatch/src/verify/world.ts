// What the checks look things up in: the problem by id, and the plan with its ids resolved.
import type { Plan } from '../plan.ts'
import type { Problem, ProblemPerson, ProblemSlot, ProblemTarget, ProblemTeam } from '../problem.ts'
import type { ResolvedRules } from '../rules.ts'
import { withDefaults } from './defaults.ts'
import { selfAndAncestors } from './places.ts'
import { tieGraph, type TieGraph } from './ties.ts'
import { travelTable, type Travel } from './travel.ts'

/** What follows from the problem alone. */
export interface Ground {
  readonly problem: Problem
  readonly rules: ResolvedRules
  readonly personOf: ReadonlyMap<string, ProblemPerson>
  readonly targetOf: ReadonlyMap<string, ProblemTarget>
  readonly teamOf: ReadonlyMap<string, ProblemTeam>
  readonly ties: TieGraph
  readonly travel: Travel
  /** The rounds that `repeat`, `again` and `reversal` look back on. */
  readonly lastRounds: ReadonlySet<string>
  /** The zone of a place: its own or its nearest listed ancestor's; null where none is given. */
  readonly zoneOf: (code: string) => string | null
}

export interface Member {
  readonly person: ProblemPerson
  readonly slotNumber: number
  /** Null where the problem has no such slot (rule `slot` says so). */
  readonly slot: ProblemSlot | null
  readonly isLocal: boolean
}

/** A team of the plan; people and targets that the problem does not know are left out (rules `slot` and `one-team` name them). */
export interface SeatedTeam {
  readonly id: string
  readonly home: string | null
  readonly host: string | null
  readonly members: readonly Member[]
  readonly targets: readonly ProblemTarget[]
}

export interface World extends Ground {
  readonly plan: Plan
  readonly teams: readonly SeatedTeam[]
}

export function groundOf(problem: Problem): Ground {
  const rules = withDefaults(problem.rules)
  const zones = new Map(problem.regions.flatMap(({ code, zone }) => (zone === undefined || zone === null ? [] : [[code, zone]])))
  return {
    problem,
    rules,
    personOf: new Map(problem.people.map((person) => [person.id, person])),
    targetOf: new Map(problem.targets.map((target) => [target.id, target])),
    teamOf: new Map(problem.teams.map((team) => [team.id, team])),
    ties: tieGraph(problem),
    travel: travelTable(problem),
    lastRounds: new Set(rules.repeatRounds === null || rules.repeatRounds === 0 ? [] : problem.rounds.slice(-rules.repeatRounds)),
    zoneOf: (code) => selfAndAncestors(code).flatMap((region) => zones.get(region) ?? [])[0] ?? null,
  }
}

export function worldOf(problem: Problem, plan: Plan): World {
  return worldOn(groundOf(problem), plan)
}

export function worldOn(ground: Ground, plan: Plan): World {
  const teams = plan.teams.map((team): SeatedTeam => {
    const slots = ground.teamOf.get(team.id)?.slots ?? []
    return {
      id: team.id,
      home: team.home,
      host: team.host,
      members: team.members.flatMap((member): Member[] => {
        const person = ground.personOf.get(member.person)
        const slot = slots[member.slot] ?? null
        return person === undefined ? [] : [{ person, slotNumber: member.slot, slot, isLocal: slot?.origin === 'host' }]
      }),
      targets: team.targets.flatMap((id) => ground.targetOf.get(id) ?? []),
    }
  })
  return { ...ground, plan, teams }
}
