// All tickets of a draw, from nothing but the frozen problem, the terms and a stream of seeds: whoever has these gets the same plans.
// A ticket outside the tolerance is tried again with half the noise, and in the end is the best plan itself: so there are always as many
// tickets as announced, all valid, all within the tolerance. Each ticket stands for itself, unless a cap ties it to those before.
import type { Plan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import { planDispatch } from '../../solve/plan-dispatch.ts'
import { digitsOf } from '../digest.ts'
import type { DrawTerms } from '../draw.ts'
import { isWithin } from './ground.ts'
import { openTickets, type TicketSolver } from './open-tickets.ts'
import { countPairs, type PairCounts } from './pair-counts.ts'
import type { PairPrice } from './ticket.ts'

export interface Tickets {
  readonly kind: 'tickets'
  readonly best: Plan
  readonly amplitude: number
  readonly plans: readonly Plan[]
  /** Tickets that hold the most frequent pair; above the quota where the cap could not be met. */
  readonly largestPair: number
  /** Tickets that a pair may be in, null where no cap was asked for. */
  readonly quota: number | null
}

export interface TicketsOptions {
  /** The root of the draw: the seed of the best plan. */
  readonly root: string
  /** 64 digits for a ticket and an attempt; tickets below 0 are probes. */
  readonly seedOf: (ticket: number, attempt: number) => string
  /** Told after each ticket; answering 'stop' gives up. */
  readonly onTicket?: (done: number, tickets: number) => unknown
}

const ATTEMPTS = 5
const PROBES = 4

/** Solves the best plan and all tickets around it. Answers `no-plan` where the problem has none, `stopped` where the caller asked for it. */
export async function solveTickets(
  problem: Problem,
  terms: Pick<DrawTerms, 'tickets' | 'tolerance' | 'capPermille' | 'effort' | 'proposals'>,
  options: TicketsOptions,
): Promise<Tickets | { readonly kind: 'no-plan' | 'stopped' }> {
  const answer = await planDispatch(problem, { seed: digitsOf(options.root), effort: terms.effort })
  if (answer.kind === 'no-plan') return { kind: 'no-plan' }
  const solver = openTickets(problem, answer.plan, terms.tolerance)
  const around: Around = { solver, best: answer.plan, tolerance: terms.tolerance }
  const counts = countPairs(solver.instance)
  const noise = calibrate(around, terms.proposals, options.seedOf)
  const quota = terms.capPermille === null ? null : Math.max(1, Math.floor((terms.capPermille * terms.tickets) / 1000))
  let allowed = quota
  const plans: Plan[] = []
  for (let ticket = 0; ticket < terms.tickets; ticket++) {
    let plan = tryTicket(around, counts, terms, { ticket, noise, quota: allowed, seedOf: options.seedOf })
    while (plan === null && allowed !== null) {
      // goes on above the cap, so that the caller learns what can be reached
      allowed++
      plan = tryTicket(around, counts, terms, { ticket, noise, quota: allowed, seedOf: options.seedOf })
    }
    if (plan === null) return { kind: 'no-plan' }
    counts.add(plan)
    plans.push(plan)
    if (options.onTicket?.(ticket + 1, terms.tickets) === 'stop') return { kind: 'stopped' }
  }
  return { kind: 'tickets', best: answer.plan, amplitude: noise.amplitude, plans, largestPair: counts.largest(), quota }
}

interface Around {
  readonly solver: TicketSolver
  readonly best: Plan
  readonly tolerance: DrawTerms['tolerance']
}

interface Noise {
  readonly amplitude: number
  readonly turns: boolean
}

/** The largest noise under which three of four probes stay within the tolerance; with places exchanged if that can be had at all. */
function calibrate({ solver, best, tolerance }: Around, proposals: number, seedOf: TicketsOptions['seedOf']): Noise {
  for (const turns of solver.canTurn ? [true, false] : [false]) {
    for (let amplitude = 8 * solver.unit; amplitude > 0; amplitude = Math.floor(amplitude / 2)) {
      let beyond = 0
      for (let probe = 1; probe <= PROBES && beyond < 2; probe++) {
        const found = solver.solve({ seed: seedOf(-probe, 0), amplitude, turns, proposals, price: null })
        if (found === null || !isWithin(best.objective, found.objective, tolerance)) beyond++
      }
      if (beyond < 2) return { amplitude, turns }
    }
  }
  return { amplitude: 0, turns: false }
}

function tryTicket(
  { solver, best, tolerance }: Around,
  counts: PairCounts,
  terms: Pick<DrawTerms, 'tickets' | 'proposals'>,
  turn: {
    readonly ticket: number
    readonly noise: Noise
    readonly quota: number | null
    readonly seedOf: TicketsOptions['seedOf']
  },
): Plan | null {
  const { ticket, noise, quota, seedOf } = turn
  const price: PairPrice | null = quota === null ? null : counts.price(quota, ticket, terms.tickets, solver.unit)
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const amplitude = Math.floor(noise.amplitude / 2 ** attempt)
    const found = solver.solve({
      seed: seedOf(ticket, attempt),
      amplitude,
      turns: noise.turns,
      proposals: terms.proposals,
      price,
    })
    if (found === null || !isWithin(best.objective, found.objective, tolerance)) continue
    if (quota === null || counts.fits(found.plan, quota)) return found.plan
  }
  if (quota !== null && !counts.fits(best, quota)) return null
  return best
}
