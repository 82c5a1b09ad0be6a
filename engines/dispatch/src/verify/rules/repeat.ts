import type { PairBar } from '../finding.ts'
import { cut } from '../places.ts'
import type { Ground } from '../world.ts'

/** Whoever inspected the region lately is no new face there. */
export function repeat({ rules, problem, lastRounds }: Ground): PairBar {
  const inspected = new Map<string, string>()
  for (const { round, person, region } of problem.history)
    if (lastRounds.has(round)) inspected.set(`${person} ${cut(region, rules.recusalLevel)}`, round)
  return ({ person, isLocal }, target) => {
    const region = cut(target.region, rules.recusalLevel)
    const round = inspected.get(`${person.id} ${region}`)
    if (isLocal || round === undefined) return null
    return { zh: `在 ${round} 轮已巡察过 ${region}`, en: `he inspected ${region} in round ${round}` }
  }
}
