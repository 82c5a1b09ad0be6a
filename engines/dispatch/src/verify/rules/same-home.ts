import type { Breach } from '../finding.ts'
import { cut } from '../places.ts'
import type { World } from '../world.ts'

/** At most `maxSameHome` members of a team share a home. Locals are there to be from there, and unknown homes are nobody's equal. */
export function sameHome({ rules, teams }: World): Breach[] {
  const most = rules.maxSameHome
  if (most === null) return []
  return teams.flatMap((team) => {
    const byHome = new Map<string, string[]>()
    for (const { person, isLocal } of team.members) {
      if (isLocal || person.home === null) continue
      const home = cut(person.home, rules.homeLevel)
      byHome.set(home, [...(byHome.get(home) ?? []), person.id])
    }
    return [...byHome]
      .filter(([, people]) => people.length > most)
      .map(([home, people]): Breach => {
        return {
          rule: 'same-home',
          subject: team.id,
          fact: {
            zh: `${people.length} 人同来自 ${home}，最多 ${most} 人：${people.join('、')}`,
            en: `${people.length} members come from ${home}, at most ${most} may: ${people.join(', ')}`,
          },
        }
      })
  })
}
