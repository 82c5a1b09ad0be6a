import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** At least `minSenior` experienced members in each team. */
export function senior({ rules, teams }: World): Breach[] {
  return teams.flatMap((team): Breach[] => {
    const count = team.members.filter((member) => member.person.experience === 'senior').length
    if (count >= rules.minSenior) return []
    const fact = {
      zh: `骨干 ${count} 人，至少 ${rules.minSenior} 人`,
      en: `${count} seniors, at least ${rules.minSenior} are needed`,
    }
    return [{ rule: 'senior', subject: team.id, fact }]
  })
}
