// What a draw under such terms would come to, asked before anything is frozen: so that a cap is not found out to be beyond reach only
// after everybody has opened. The seeds are public and of no draw, so a rehearsal tells nothing about the tickets to come.
import type { Problem } from '../problem.ts'
import { countUse } from './count-use.ts'
import { digest, digitsOf } from './digest.ts'
import type { DrawPortfolio, DrawTerms } from './draw.ts'
import { solveTickets } from './tickets/solve-tickets.ts'

type Odds = Pick<DrawPortfolio, 'largestPair' | 'sumOfLargest' | 'people' | 'distinctPlans'>

export type RehearsalAnswer =
  /** Counted in tickets; `quota` = what the cap allows a pair, null without one. */
  ({ readonly kind: 'odds'; readonly tickets: number; readonly quota: number | null } & Odds) | { readonly kind: 'no-plan' }

type Rehearsed = Pick<DrawTerms, 'tickets' | 'tolerance' | 'capPermille' | 'effort' | 'proposals'>

/** Solves `tickets` of the draw under seeds of its own and counts how often a pair comes up. */
export async function rehearseDraw(problem: Problem, terms: Rehearsed): Promise<RehearsalAnswer> {
  const odds = await rehearseUntil(problem, terms, () => true)
  return odds === 'stopped' ? { kind: 'no-plan' } : odds
}

/** The same, asking after each ticket whether to go on. */
export async function rehearseUntil(
  problem: Problem,
  terms: Rehearsed,
  goesOn: () => boolean,
): Promise<RehearsalAnswer | 'stopped'> {
  const root = digest('rehearsal', 0)
  const found = await solveTickets(problem, terms, {
    root,
    seedOf: (ticket, attempt) => digitsOf(digest('rehearsal', root, ticket, attempt)),
    onTicket: () => (goesOn() ? 'go-on' : 'stop'),
  })
  if (found.kind !== 'tickets') return found.kind === 'stopped' ? 'stopped' : { kind: 'no-plan' }
  const { largestPair, sumOfLargest, people, distinctPlans } = countUse(found.plans)
  return { kind: 'odds', tickets: terms.tickets, quota: found.quota, largestPair, sumOfLargest, people, distinctPlans }
}
