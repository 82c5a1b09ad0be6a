import type { Breach } from '../finding.ts'
import { recallOf } from '../recent-pairs.ts'
import type { World } from '../world.ts'

/** Where "bar": a home does not return to a host that it inspected lately. */
export function again(world: World): Breach[] {
  if (world.rules.again !== 'bar') return []
  const recall = recallOf(world)
  return world.teams.flatMap((team): Breach[] => {
    const round = recall(team).again
    if (round === null) return []
    const way = `${team.home} → ${team.host}`
    return [
      { rule: 'again', subject: team.id, fact: { zh: `${way} 已在 ${round} 轮用过`, en: `${way} was used in round ${round}` } },
    ]
  })
}
