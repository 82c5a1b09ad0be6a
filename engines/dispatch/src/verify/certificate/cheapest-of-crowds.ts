// The cheapest team among ten thousand people, found among the few who can matter, and known to be the cheapest of all.
import { cheapestTeam, type Budget, type CheapestTeam } from './cheapest-team.ts'
import type { Candidate, Demand } from './demand.ts'
import { shortlist, type Crowd, type Shortlist } from './shortlist.ts'

/** The cheapest team of all people: of each class a few are looked at, and more as long as somebody unseen could belong to a cheaper one. */
export function cheapestOfCrowds(
  demand: Demand,
  crowds: readonly Crowd[],
  always: readonly Candidate[],
  isPinned: Uint8Array,
  budget: Budget,
  start = demand.size + 4,
): CheapestTeam {
  // Without those who are pinned to it there is no team, whoever else is looked at.
  if (new Set(always.map(({ person }) => person)).size < demand.pinned) return { cost: Infinity, isExact: true }
  for (let depth = start; ; depth *= 4) {
    const list = shortlist(demand, crowds, always, isPinned, depth)
    const found = cheapestTeam(demand, list.kept, budget)
    const unseen = leastWithUnseen(demand, list, always)
    if (found.cost <= unseen) return found
    if (!found.isExact || budget.left <= 0) return { cost: unseen, isExact: false }
    budget.left -= isPinned.length >> 6
  }
}

/** What a team with somebody who was not looked at costs at least. */
function leastWithUnseen({ size, pinned }: Demand, { unseen, lowest }: Shortlist, always: readonly Candidate[]): number {
  if (unseen === Infinity || pinned >= size) return Infinity
  const leastOf = new Map<number, number>()
  for (const { person, cost } of always) leastOf.set(person, Math.min(leastOf.get(person) ?? Infinity, cost))
  const rest = [...leastOf.values(), ...lowest.slice(0, size - 1 - pinned)]
  return rest.reduce((sum, cost) => sum + cost, unseen)
}
