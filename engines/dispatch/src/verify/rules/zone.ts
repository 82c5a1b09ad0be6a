import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** With `zoneBound`, a team stays in the zone of its home; a team without a home, in the zone of each member's home. */
export function zone({ rules, teams, zoneOf }: World): Breach[] {
  if (!rules.zoneBound) return []
  return teams.flatMap((team) => {
    const { host } = team
    if (host === null) return []
    const homes =
      team.home === null
        ? team.members.flatMap(({ person }) =>
            person.home === null ? [] : [{ subject: `${team.id} ${person.id}`, home: person.home }],
          )
        : [{ subject: team.id, home: team.home }]
    return homes
      .filter(({ home }) => zoneOf(home) !== zoneOf(host))
      .map(({ subject, home }): Breach => {
        const [from, to] = [zoneOf(home) ?? '?', zoneOf(host) ?? '?']
        const fact = {
          zh: `${home} 属片区 ${from}，被巡察地 ${host} 属片区 ${to}`,
          en: `${home} lies in the zone ${from}, the host ${host} in the zone ${to}`,
        }
        return { rule: 'zone', subject, fact }
      })
  })
}
