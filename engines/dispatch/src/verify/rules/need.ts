import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** What a target needs, somebody in its team can do. */
export function need({ teams }: World): Breach[] {
  return teams.flatMap((team) => {
    const skills = new Set(team.members.flatMap((member) => member.person.skills))
    return team.targets.flatMap((target) =>
      target.needs
        .filter((skill) => !skills.has(skill))
        .map((skill): Breach => {
          const fact = { zh: `需要 ${skill}，组内无人具备`, en: `needs ${skill}, which no member has` }
          return { rule: 'need', subject: `${team.id} ${target.id}`, fact }
        }),
    )
  })
}
