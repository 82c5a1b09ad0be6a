import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** People who must not serve together. */
export function apart({ problem, teams }: World): Breach[] {
  return teams.flatMap((team) => {
    const people = new Set(team.members.map((member) => member.person.id))
    return problem.apart
      .filter(([a, b]) => people.has(a) && people.has(b))
      .map(([a, b]): Breach => ({
        rule: 'apart',
        subject: `${a} ${b}`,
        fact: { zh: `同在 ${team.id}`, en: `serve together in ${team.id}` },
      }))
  })
}
