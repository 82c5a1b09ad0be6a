// The pick and what came after it: the second randomness, the ticket, the plan, and every withdrawal.
import type { Plan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import { verifyPlan } from '../../verify/index.ts'
import type { DrawWithdrawal } from '../draw.ts'
import { flaw, type Check, type Evidence, type Flaw } from './check.ts'
import { nameFor, nameOf } from './digest.ts'

export const secondBeacon: Check = ({ files: { pick, portfolio }, beacons }) =>
  pick === null || (pick.beacon === beacons[1] && pick.portfolioRoot === portfolio?.portfolioRoot)
    ? []
    : [flaw('beacon 2', '第二个随机数不是由各方密数得出的', 'the second randomness does not come from the secrets')]

export const ticket: Check = ({ files: { pick, portfolio, freeze } }) => {
  if (pick === null || portfolio === null) return []
  const [first] = shuffled(portfolio.plans.length, [pick.beacon, freeze.root, portfolio.portfolioRoot])
  if (pick.ticket !== first)
    return [flaw(`ticket ${pick.ticket}`, `第二个随机数抽中的是第 ${first} 签`, `the second randomness picks ticket ${first}`)]
  return portfolio.plans[pick.ticket] === pick.plan
    ? []
    : [flaw(`ticket ${pick.ticket}`, '抽中的方案不是公布的那一签', 'the plan picked is not the published one of that ticket')]
}

export const plan: Check = ({ files: { pick, plans, problem, withdrawals } }) => {
  const wanted = [pick?.plan, ...withdrawals.map((each) => each.plan)].filter((name) => name !== undefined)
  const there = plans.map((each) => nameOf(each))
  const extra = there.filter((name) => !wanted.includes(name))
  if (pick !== null && extra.length > 0)
    return [flaw('plan', '文件中的方案不是抽中的方案', 'a plan in the files is not the one that was drawn')]
  // what is published of a draw need not hold the plan itself
  if (problem === null) return []
  return wanted.filter((name) => !there.includes(name)).map((name) => flaw(name, '缺少该方案', 'this plan is missing'))
}

export const withdrawals: Check = async (evidence) => {
  const { files, replay } = evidence
  const { pick, problem } = files
  if (files.withdrawals.length === 0) return []
  if (pick === null) return [flaw('withdrawal', '尚未抽签却有人退出', 'somebody withdrew before anything was drawn')]
  if (files.withdrawals.some((each, k) => each.number !== k + 1))
    return [flaw('withdrawal', '退出记录的编号不连续', 'the withdrawals are not numbered one after the other')]
  if (problem === null || replay === null) return []
  let before = files.plans.find((each) => nameOf(each) === pick.plan) ?? null
  for (const [k, each] of files.withdrawals.entries()) {
    const gone = files.withdrawals.slice(0, k + 1).map(({ person }) => person)
    const flaws = before === null ? [] : await replace(evidence, problem, before, each, gone)
    if (flaws.length > 0) return flaws
    before = files.plans.find((candidate) => nameOf(candidate) === each.plan) ?? null
  }
  return []
}

async function replace(
  { files, replay, repair }: Evidence,
  problem: Problem,
  before: Plan,
  { number, person, ticket: stated, plan: name }: DrawWithdrawal,
  gone: readonly string[],
): Promise<readonly Flaw[]> {
  const subject = `withdrawal ${number}`
  if (!holds(before, person)) return [flaw(subject, `${person} 本不在组中`, `${person} was in no team`)]
  const { freeze, portfolio, pick } = files
  const isNext = freeze.terms.withdrawal === 'next-ticket'
  const order = isNext ? shuffled(freeze.terms.tickets, [pick?.beacon, freeze.root, portfolio?.portfolioRoot]) : []
  const next = order.find((at) => !gone.some((who) => holds(replay?.plans[at], who))) ?? null
  const without: Problem = {
    ...problem,
    people: problem.people.map((each) => (gone.includes(each.id) ? { ...each, unavailable: true } : each)),
    pins: problem.pins.filter((pin) => !gone.includes(pin.person)),
  }
  const seed = nameFor('withdrawal', pick?.beacon, freeze.root, number).slice(7)
  const expected = next === null ? await repair(without, before, seed) : (replay?.plans[next] ?? null)
  if (expected === null || stated !== next || nameOf(expected) !== name)
    return [flaw(subject, '接替的方案不是规则所定的那一份', 'the plan that took over is not the one that the rule gives')]
  const [breach] = verifyPlan(next === null ? without : problem, expected).breaches
  return breach === undefined
    ? []
    : [flaw(subject, `接替的方案违反规则 ${breach.rule}`, `the plan that took over breaks ${breach.rule}`)]
}

function holds(candidate: Plan | undefined, person: string): boolean {
  return candidate === undefined || candidate.teams.some((team) => team.members.some((member) => member.person === person))
}

/** All tickets in the order drawn: from what is left, each time one, evenly. */
function shuffled(count: number, source: readonly unknown[]): readonly number[] {
  const left = Array.from({ length: count }, (_, k) => k)
  let words = 0
  for (let done = 0; done + 1 < count; done++) {
    const size = count - done
    let word: number
    do word = Number(BigInt(`0x${nameFor('ticket', ...source, words++).slice(7, 15)}`))
    while (word >= 2 ** 32 - (2 ** 32 % size))
    const at = done + (word % size)
    left.splice(at, 1, ...left.splice(done, 1, left[at] ?? 0))
  }
  return left
}
