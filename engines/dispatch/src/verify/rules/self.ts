import type { Breach } from '../finding.ts'
import { cut } from '../places.ts'
import type { World } from '../world.ts'

/** Nobody inspects himself: the sending authority is not the host's own. */
export function self({ rules, teams }: World): Breach[] {
  return teams.flatMap(({ id, home, host }): Breach[] => {
    if (home === null || host === null || cut(home, rules.homeLevel) !== cut(host, rules.homeLevel)) return []
    const fact = {
      zh: `派出地 ${home} 即被巡察地 ${host}（同一主体）`,
      en: `the sending home ${home} is the host ${host}: same authority`,
    }
    return [{ rule: 'self', subject: id, fact }]
  })
}
