import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** Who was put into a team by hand stays there. */
export function pin({ problem, teams }: World): Breach[] {
  return problem.pins
    .filter(
      ({ person, team }) => !teams.some((each) => each.id === team && each.members.some((member) => member.person.id === person)),
    )
    .map(({ person, team }): Breach => ({
      rule: 'pin',
      subject: `${person} ${team}`,
      fact: { zh: `指定到 ${team}，但不在该组`, en: `is pinned to ${team} but does not serve there` },
    }))
}
