// Which sending home went to which host in the rounds that are still remembered.
import { cut } from './places.ts'
import type { Ground, SeatedTeam } from './world.ts'

type Move = Pick<SeatedTeam, 'home' | 'host'>

interface Recall {
  /** The round in which the same pair, or the pair turned round, was used; null where it was not. */
  readonly again: string | null
  readonly reversal: string | null
}

export function recallOf({ problem, rules, lastRounds }: Ground): (team: Move) => Recall {
  const rounds = new Map<string, string>()
  for (const { round, home, host } of problem.dispatched)
    if (lastRounds.has(round)) rounds.set(`${cut(home, rules.homeLevel)} ${cut(host, rules.homeLevel)}`, round)
  return ({ home, host }) => {
    if (home === null || host === null) return { again: null, reversal: null }
    const [from, to] = [cut(home, rules.homeLevel), cut(host, rules.homeLevel)]
    return { again: rounds.get(`${from} ${to}`) ?? null, reversal: rounds.get(`${to} ${from}`) ?? null }
  }
}
