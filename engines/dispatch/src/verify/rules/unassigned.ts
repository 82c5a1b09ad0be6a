import type { Breach } from '../finding.ts'
import type { World } from '../world.ts'

/** The list of people left over is complete, and nobody on it serves. */
export function unassigned({ plan, problem, personOf }: World): Breach[] {
  const serving = new Set(plan.teams.flatMap((team) => team.members.map((member) => member.person)))
  const listed = new Set(plan.unassigned)
  const breaches: Breach[] = []
  const broken = (subject: string, zh: string, en: string): void => {
    breaches.push({ rule: 'unassigned', subject, fact: { zh, en } })
  }
  for (const { id } of problem.people)
    if (!serving.has(id) && !listed.has(id)) broken(id, '不在任何组，也未列入 unassigned', 'serves in no team and is not listed')
  for (const id of listed) {
    if (!personOf.has(id)) broken(id, '问题文件中没有此人', 'there is no such person in the problem')
    else if (serving.has(id)) broken(id, '已在组中，却列入 unassigned', 'is listed but serves in a team')
  }
  const seen = new Set<string>()
  for (const id of plan.unassigned) {
    if (seen.has(id)) broken(id, '在 unassigned 中重复', 'is listed twice')
    seen.add(id)
  }
  return breaches
}
