// What one team breaks by itself: the rules of verify that look at no other team, for who tries many seats.
import type { PlanTeam } from '../plan.ts'
import type { Problem } from '../problem.ts'
import type { Breach } from './finding.ts'
import { NO_PLAN } from './no-plan.ts'
import { pairFindings } from './pair-findings.ts'
import { apart } from './rules/apart.ts'
import { leaders } from './rules/leaders.ts'
import { level } from './rules/level.ts'
import { need } from './rules/need.ts'
import { newcomers } from './rules/newcomers.ts'
import { sameHome } from './rules/same-home.ts'
import { senior } from './rules/senior.ts'
import { slot } from './rules/slot.ts'
import { wholeTeam } from './rules/whole-team.ts'
import { zone } from './rules/zone.ts'
import { groundOf, worldOn, type World } from './world.ts'

const RULES: readonly ((world: World) => Breach[])[] = [
  slot,
  level,
  sameHome,
  wholeTeam,
  leaders,
  apart,
  senior,
  newcomers,
  need,
  zone,
]

/** Reads the problem once; the function answered names every rule about people that a team with these members and targets breaks. */
export function prepareTeamCheck(problem: Problem): (team: PlanTeam) => readonly Breach[] {
  const ground = groundOf(problem)
  return (team) => {
    const alone = { ...ground, problem: { ...problem, teams: problem.teams.filter(({ id }) => id === team.id) } }
    const world = worldOn(alone, { ...NO_PLAN, teams: [team] })
    return [...RULES.flatMap((rule) => rule(world)), ...pairFindings(world).breaches]
  }
}
