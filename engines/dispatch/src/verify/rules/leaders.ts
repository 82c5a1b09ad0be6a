import type { Breach } from '../finding.ts'
import { cut } from '../places.ts'
import type { World } from '../world.ts'

/** With `distinctLeaders`, no two leaders of one team share a home. */
export function leaders({ rules, teams }: World): Breach[] {
  if (!rules.distinctLeaders) return []
  return teams.flatMap((team) => {
    const byHome = new Map<string, string>()
    const breaches: Breach[] = []
    for (const { person, slot } of team.members) {
      if (slot?.role !== 'leader' || person.home === null) continue
      const home = cut(person.home, rules.homeLevel)
      const other = byHome.get(home)
      if (other === undefined) byHome.set(home, person.id)
      else
        breaches.push({
          rule: 'leaders',
          subject: `${team.id} ${other} ${person.id}`,
          fact: { zh: `两位组长同来自 ${home}`, en: `both leaders come from ${home}` },
        })
    }
    return breaches
  })
}
