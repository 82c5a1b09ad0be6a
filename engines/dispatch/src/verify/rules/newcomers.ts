import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** At most `maxNewcomers` in each team. */
export function newcomers({ rules, teams }: World): Breach[] {
  const most = rules.maxNewcomers
  if (most === null) return []
  return teams.flatMap((team): Breach[] => {
    const count = team.members.filter((member) => member.person.experience === 'newcomer').length
    if (count <= most) return []
    const fact = { zh: `新手 ${count} 人，最多 ${most} 人`, en: `${count} newcomers, at most ${most} may serve` }
    return [{ rule: 'newcomers', subject: team.id, fact }]
  })
}
