import type { Plan } from '../plan.ts'
import { beaconOf } from './beacon.ts'
import { hashValue } from './digest.ts'
import { refuseStep, type DrawFiles, type DrawRefusal } from './draw-files.ts'
import type { DrawPick } from './draw.ts'
import { orderTickets } from './ticket-order.ts'

/** Picks the ticket that the second randomness names. `plans`: all plans of the portfolio, in its order. */
export function pickTicket(
  files: DrawFiles,
  plans: readonly Plan[],
): { readonly kind: 'picked'; readonly pick: DrawPick; readonly plan: Plan } | DrawRefusal {
  const { freeze, portfolio, abort } = files
  const beacon = beaconOf(files, 2)
  if (abort !== null) return refuseStep('本次抽签已中止', 'this draw was aborted')
  if (portfolio === null) return refuseStep('签单尚未公布', 'the tickets are not published yet')
  if (beacon === null)
    return refuseStep('尚有一方未公开第二个密数，或缺少公共随机数', 'a second secret or the public value is missing')
  const [ticket = 0] = orderTickets(portfolio.plans.length, freeze.root, portfolio.portfolioRoot, beacon)
  const plan = plans[ticket]
  if (plan === undefined || hashValue(plan) !== portfolio.plans[ticket])
    return refuseStep(`第 ${ticket} 签的方案与公布的不符`, `the plan of ticket ${ticket} is not the published one`)
  const { root } = freeze
  const { portfolioRoot } = portfolio
  return {
    kind: 'picked',
    plan,
    pick: { format: 'shengmian.draw/1', kind: 'pick', root, portfolioRoot, beacon, ticket, plan: hashValue(plan) },
  }
}
