// The first randomness fixes the tickets. Their hashes are published before the second randomness exists: nobody can choose among them.
import type { Plan } from '../plan.ts'
import { verifyPlan } from '../verify/index.ts'
import { beaconOf } from './beacon.ts'
import { digest, digitsOf, hashValue } from './digest.ts'
import { refuseStep, type DrawFiles, type DrawRefusal } from './draw-files.ts'
import type { DrawPortfolio } from './draw.ts'
import { rootOfHashes } from './merkle.ts'
import { isWithin } from './tickets/ground.ts'
import { solveTickets } from './tickets/solve-tickets.ts'
import { countUse } from './count-use.ts'

export type PortfolioAnswer =
  | { readonly kind: 'portfolio'; readonly portfolio: DrawPortfolio; readonly plans: readonly Plan[] }
  /** No pair can be kept under the cap; `reached` tickets of `tickets` is what the search came to. */
  | { readonly kind: 'cap-not-met'; readonly quota: number; readonly reached: number; readonly tickets: number }
  | { readonly kind: 'no-plan' | 'stopped' }
  | DrawRefusal

/** Solves all tickets of the draw, and holds each against the independent verifier and the tolerance. Needs the frozen problem. */
export async function makePortfolio(
  files: DrawFiles,
  onTicket?: (done: number, tickets: number) => unknown,
): Promise<PortfolioAnswer> {
  const { problem, freeze, abort } = files
  const beacon = beaconOf(files, 1)
  if (abort !== null) return refuseStep('本次抽签已中止', 'this draw was aborted')
  if (problem === null) return refuseStep('缺少问题文件', 'the frozen problem is missing')
  if (beacon === null)
    return refuseStep('尚有一方未公开第一个密数，或缺少公共随机数', 'a first secret or the public value is missing')
  const { root, terms } = freeze
  const tickets = await solveTickets(problem, terms, {
    root,
    seedOf: (ticket, attempt) => digitsOf(digest('noise', root, beacon, ticket, attempt)),
    ...(onTicket === undefined ? {} : { onTicket }),
  })
  if (tickets.kind !== 'tickets') return tickets
  const { best, amplitude, plans, largestPair, quota } = tickets
  if (quota !== null && largestPair > quota) return { kind: 'cap-not-met', quota, reached: largestPair, tickets: terms.tickets }
  for (const plan of new Set(plans)) {
    const { isValid, objective } = verifyPlan(problem, plan)
    if (!isValid || !isWithin(best.objective, objective, terms.tolerance))
      throw new Error(`a ticket with seed ${plan.seed} breaks a rule or the tolerance`)
  }
  const hashes = plans.map(hashValue)
  const portfolio: DrawPortfolio = {
    format: 'shengmian.draw/1',
    kind: 'portfolio',
    root,
    beacon,
    best: { plan: hashValue(best), objective: best.objective },
    amplitude,
    plans: hashes,
    portfolioRoot: rootOfHashes(hashes),
    ...countUse(plans),
  }
  return { kind: 'portfolio', portfolio, plans }
}
