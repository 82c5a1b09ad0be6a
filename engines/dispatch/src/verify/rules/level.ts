import type { Breach } from '../finding.ts'
import { liesIn } from '../places.ts'
import type { World } from '../world.ts'

/** With `elevated`, a leader comes from above: his home is a proper ancestor of the team's home, or of its host where it has none. */
export function level({ rules, teams }: World): Breach[] {
  if (!rules.elevated) return []
  return teams.flatMap((team) => {
    const base = team.home ?? team.host
    return team.members
      .filter((member) => member.slot?.role === 'leader')
      .filter(({ person: { home } }) => base === null || home === null || home === base || !liesIn(base, home))
      .map(({ person }): Breach => {
        const [from, below] = [person.home ?? '?', base ?? '?']
        return {
          rule: 'level',
          subject: `${team.id} ${person.id}`,
          fact: { zh: `组长来自 ${from}，不是 ${below} 的上级`, en: `the leader's home ${from} is not above ${below}` },
        }
      })
  })
}
