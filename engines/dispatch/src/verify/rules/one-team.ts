import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** A person serves in one team at most; every target is inspected by exactly one. */
export function oneTeam({ plan, problem, targetOf }: World): Breach[] {
  const breaches: Breach[] = []
  const teamsOf = (pick: (team: (typeof plan.teams)[number]) => readonly string[]): Map<string, string[]> => {
    const found = new Map<string, string[]>()
    for (const team of plan.teams) for (const id of pick(team)) found.set(id, [...(found.get(id) ?? []), team.id])
    return found
  }
  for (const [person, teams] of teamsOf((team) => team.members.map((member) => member.person))) {
    if (teams.length > 1)
      breaches.push(broken(person, `同时在 ${teams.join('、')} 任职`, `serves more than once: ${teams.join(', ')}`))
  }
  const inspectors = teamsOf((team) => team.targets)
  for (const { id } of problem.targets) {
    const teams = inspectors.get(id) ?? []
    if (teams.length === 0) breaches.push(broken(id, '没有巡察组', 'is inspected by no team'))
    if (teams.length > 1)
      breaches.push(broken(id, `由 ${teams.join('、')} 重复巡察`, `is inspected more than once: ${teams.join(', ')}`))
  }
  for (const [id, teams] of inspectors) {
    if (!targetOf.has(id))
      breaches.push(broken(id, `${teams[0]} 的对象不在问题文件中`, `target of ${teams[0]}, but not in the problem`))
  }
  return breaches
}

function broken(subject: string, zh: string, en: string): Breach {
  return { rule: 'one-team', subject, fact: { zh, en } }
}
