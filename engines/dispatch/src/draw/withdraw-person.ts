// Somebody drops out after the draw. Nobody chooses who comes instead: the next ticket in the order already drawn that can do without all
// who dropped out, or the plan that changes least, solved again under a seed of the draw.
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { planDispatch } from '../solve/plan-dispatch.ts'
import { digest, digitsOf, hashValue } from './digest.ts'
import { refuseStep, type DrawFiles, type DrawRefusal } from './draw-files.ts'
import type { DrawWithdrawal } from './draw.ts'
import { orderTickets } from './ticket-order.ts'

export type WithdrawAnswer =
  | { readonly kind: 'withdrawn'; readonly withdrawal: DrawWithdrawal; readonly plan: Plan }
  | { readonly kind: 'no-plan' }
  | DrawRefusal

/** Replaces a person who withdraws, by the rule of the terms. `plans`: all plans of the portfolio, in its order. */
export async function withdrawPerson(
  files: DrawFiles,
  plans: readonly Plan[],
  order: { readonly person: string; readonly reason: string; readonly by: string },
): Promise<WithdrawAnswer> {
  const { freeze, problem, portfolio, pick, withdrawals } = files
  if (problem === null) return refuseStep('缺少问题文件', 'the frozen problem is missing')
  if (portfolio === null || pick === null) return refuseStep('尚未抽签', 'nothing has been drawn yet')
  const before = planNow(files)
  if (before === null) return refuseStep('缺少抽中的方案', 'the plan that was drawn is missing')
  if (!before.teams.some((team) => team.members.some((member) => member.person === order.person)))
    return refuseStep(`${order.person} 不在现行方案的任何组中`, `${order.person} is in no team of the plan in force`)
  const number = withdrawals.length + 1
  const gone = [...withdrawals.map((each) => each.person), order.person]
  const next = freeze.terms.withdrawal === 'next-ticket' ? nextTicket(files, plans, gone) : null
  const seed = digitsOf(digest('withdrawal', pick.beacon, freeze.root, number))
  const found = next ?? (await repair(problem, gone, before, seed, freeze.terms.effort))
  if (found === null) return { kind: 'no-plan' }
  return {
    kind: 'withdrawn',
    plan: found.plan,
    withdrawal: {
      format: 'shengmian.draw/1',
      kind: 'withdrawal',
      root: freeze.root,
      number,
      ...order,
      ticket: found.ticket,
      plan: hashValue(found.plan),
    },
  }
}

/** The plan in force: the last withdrawal's, or the one drawn. */
export function planNow({ pick, withdrawals, plans }: Pick<DrawFiles, 'pick' | 'withdrawals' | 'plans'>): Plan | null {
  const name = withdrawals.at(-1)?.plan ?? pick?.plan
  return plans.find((plan) => hashValue(plan) === name) ?? null
}

interface Replacement {
  readonly ticket: number | null
  readonly plan: Plan
}

function nextTicket({ freeze, portfolio, pick }: DrawFiles, plans: readonly Plan[], gone: readonly string[]): Replacement | null {
  if (portfolio === null || pick === null) return null
  const order = orderTickets(portfolio.plans.length, freeze.root, portfolio.portfolioRoot, pick.beacon)
  for (const ticket of order) {
    const plan = plans[ticket]
    if (plan !== undefined && !plan.teams.some((team) => team.members.some((member) => gone.includes(member.person))))
      return { ticket, plan }
  }
  return null
}

async function repair(
  problem: Problem,
  gone: readonly string[],
  before: Plan,
  seed: string,
  effort: number,
): Promise<Replacement | null> {
  const people = problem.people.map((person) => (gone.includes(person.id) ? { ...person, unavailable: true } : person))
  // whoever dropped out is pinned nowhere any more
  const pins = problem.pins.filter((pin) => !gone.includes(pin.person))
  const answer = await planDispatch({ ...problem, people, pins }, { seed, effort, keep: before })
  return answer.kind === 'plan' ? { ticket: null, plan: answer.plan } : null
}
