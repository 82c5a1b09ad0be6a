// A level-raised team is led from the commissioning level; a leader from below is possible only with an approval that says why.
import type { Warning } from '@shengmian/contract'
import type { Plan } from '@shengmian/dispatch'
import { wireCode } from '../../../platform/places.ts'
import type { RoundWorld } from '../dispatch/round-world.ts'

export function leaderLevelWarnings(
  world: Pick<RoundWorld, 'round' | 'teams' | 'facts'>,
  plan: Pick<Plan, 'teams'>,
): readonly Warning[] {
  if (!world.round.types.includes('level-raised')) return []
  const commissioning = wireCode(world.round.authority)
  const people = new Map(world.facts.people.map((person) => [person.id, person]))
  return plan.teams.flatMap((placed) => {
    const team = world.teams.find((candidate) => candidate.id === placed.id)
    return placed.members.flatMap((member): readonly Warning[] => {
      const person = people.get(member.person)
      if (person === undefined || team?.slots[member.slot]?.role !== 'leader') return []
      if (person.home !== null && person.home.length <= commissioning.length) return []
      return [
        {
          level: 'warn',
          rule: 'leader-level',
          at: placed.id,
          zh: `${team.name}组长${person.name}来自${person.home === null ? '未核单位' : '下级'}，提级巡察组长应由授权一级选派，须批准并写理由`,
          en: `the leader of ${team.name}, ${person.name}, is not from the commissioning level: needs approval with a reason`,
        },
      ]
    })
  })
}
