// Wishes are not rules: where a rule says "prefer", a plan may go against it, but not in silence.
import type { Words } from './finding.ts'
import { recallOf } from './recent-pairs.ts'
import type { World } from './world.ts'

/** Every repeated or reversed pair that the problem asked to avoid and the plan uses. */
export function unmetWishes(world: World): Words[] {
  const recall = recallOf(world)
  return world.teams.flatMap((team) => {
    const found = recall(team)
    const wishes: Words[] = []
    if (world.rules.again === 'prefer' && found.again !== null)
      wishes.push({
        zh: `愿望未满足 again ${team.id}：${team.home} → ${team.host} 已在 ${found.again} 轮用过`,
        en: `wish not met: again ${team.id}: ${team.home} → ${team.host} was used in round ${found.again}`,
      })
    if (world.rules.reversal === 'prefer' && found.reversal !== null)
      wishes.push({
        zh: `愿望未满足 reversal ${team.id}：${team.host} → ${team.home} 已在 ${found.reversal} 轮用过，本轮反向`,
        en: `wish not met: reversal ${team.id}: ${team.host} → ${team.home} was used in round ${found.reversal}`,
      })
    return wishes
  })
}
