import type { Breach } from '../finding.ts'
import { recallOf } from '../recent-pairs.ts'
import type { World } from '../world.ts'

/** Where "bar": a home does not inspect those who inspected it lately. */
export function reversal(world: World): Breach[] {
  if (world.rules.reversal !== 'bar') return []
  const recall = recallOf(world)
  return world.teams.flatMap((team): Breach[] => {
    const round = recall(team).reversal
    if (round === null) return []
    const way = `${team.host} → ${team.home}`
    return [
      {
        rule: 'reversal',
        subject: team.id,
        fact: { zh: `${way} 已在 ${round} 轮用过，本轮反向`, en: `${way} was used in round ${round}; this team turns it round` },
      },
    ]
  })
}
