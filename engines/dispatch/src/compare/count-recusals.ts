// How far the bars reach: pairs barred, people left to choose from, and what a plan that ignores them would break.
import type { Plan } from '../plan.ts'
import type { Instance } from '../solve/compile/instance.ts'
import { cutTo } from '../solve/compile/places.ts'

/** `law` judges by the round's own bars; `mode` says who may be where at all. For every mode but local they are one. */
export interface Grounds {
  readonly law: Instance
  readonly mode: Instance
}

/** Available people × targets, and those barred; for local, only where both lie in one region. */
export function countPairs({ law }: Grounds, isLocal: boolean): { readonly considered: number; readonly barred: number } {
  const { people, targets } = law.problem
  const region = (code: string): string => cutTo(law.rules.recusalLevel, code)
  const regions = targets.map((target) => region(target.region))
  let [considered, barred] = [0, 0]
  people.forEach((person, i) => {
    if (person.unavailable) return
    const home = person.home === null ? null : region(person.home)
    for (let d = 0; d < targets.length; d++) {
      if (isLocal && regions[d] !== home) continue
      considered++
      if (law.bars.between(i, d, false) !== 0) barred++
    }
  })
  return { considered, barred }
}

/** For each team of a plan, the available people whom neither a bar nor the mode's rules of place keep from all its targets. */
export function countEligible(grounds: Grounds, plan: Plan): readonly number[] {
  return plan.teams.map((team) => {
    const targets = team.targets.map((id) => grounds.law.targetIndex.get(id) ?? 0)
    return grounds.mode.problem.people.filter((_, i) => maySit(grounds, i, team, targets)).length
  })
}

function maySit({ law, mode }: Grounds, i: number, team: Plan['teams'][number], targets: readonly number[]): boolean {
  const { problem, rules, map } = mode
  const person = problem.people[i]
  if (person === undefined || person.unavailable) return false
  const slots = problem.teams[mode.teamIndex.get(team.id) ?? 0]?.slots ?? []
  const isFrom = (place: string | null): boolean => place !== null && person.home !== null && person.home.startsWith(place)
  return slots.some(({ role, skill, origin }) => {
    if (!person.roles.includes(role) || (skill !== undefined && !person.skills.includes(skill))) return false
    if (origin === 'host' ? !isFrom(team.host) : origin === 'sender' && !isFrom(team.home)) return false
    const isFromAbove = rules.elevated && role === 'leader'
    if (rules.wholeTeams && origin !== 'host' && !isFromAbove && !isSame(mode, person.home, team.home)) return false
    if (rules.zoneBound && team.home === null && team.host !== null && person.home !== null)
      if (map.zoneOf(person.home) !== map.zoneOf(team.host)) return false
    return targets.every((d) => law.bars.between(i, d, origin === 'host') === 0)
  })
}

function isSame({ rules }: Instance, a: string | null, b: string | null): boolean {
  return a !== null && b !== null && cutTo(rules.homeLevel, a) === cutTo(rules.homeLevel, b)
}

/** Person–target pairs of a plan that the law bars. */
export function countBroken({ law, mode }: Grounds, plan: Plan): number {
  return plan.teams
    .flatMap((team) =>
      team.members.flatMap(({ person, slot }) =>
        team.targets.map((target) =>
          law.bars.between(
            law.personIndex.get(person) ?? 0,
            law.targetIndex.get(target) ?? 0,
            mode.problem.teams[mode.teamIndex.get(team.id) ?? 0]?.slots[slot]?.origin === 'host',
          ),
        ),
      ),
    )
    .filter((bits) => bits !== 0).length
}
