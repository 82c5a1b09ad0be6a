// Holds a schedule against its rotation as a stranger would: everything is read again from the two files, pair by pair.
import type { RotationPlan } from '../../rotation/plan.ts'
import type { RotationProblem } from '../../rotation/problem.ts'
import { hashOf } from '../problem-hash.ts'
import { broken, type RotationBreach } from './breach.ts'
import { memoryOf } from './memory.ts'

export interface RotationVerdict {
  readonly isValid: boolean
  readonly breaches: readonly RotationBreach[]
  readonly objective: { readonly memory: number; readonly travel: number }
}

type Pair = RotationPlan['rounds'][number][number]

/** Checks every rule of every round, whatever the others say. Both files must have been read. */
export function verifyRotation(problem: RotationProblem, plan: RotationPlan): RotationVerdict {
  const memory = memoryOf(problem, plan)
  const travel = travelOf(problem, plan)
  const breaches = [
    ...wholeFile(problem, plan),
    ...plan.rounds.flatMap((pairs, round) => [
      ...pairs.flatMap((pair) => onePair(problem, pair, round)),
      ...oneRound(problem, pairs, round),
    ]),
    ...memory.breaches,
    ...figures(plan, { memory: memory.wishes, travel }),
  ]
  return { isValid: breaches.length === 0, breaches, objective: { memory: memory.wishes, travel } }
}

function wholeFile(problem: RotationProblem, plan: RotationPlan): RotationBreach[] {
  const breaches: RotationBreach[] = []
  const hash = hashOf(problem)
  if (plan.problem !== hash)
    breaches.push(broken('problem', '', `排表依据的是另一份问题：${plan.problem}`, `made for another problem: ${plan.problem}`))
  const wanted = plan.way === 'draw' ? 1 : problem.wanted
  if (plan.rounds.length !== wanted)
    breaches.push(
      broken(
        'rounds',
        '',
        `应排${wanted}轮，实有${plan.rounds.length}轮`,
        `${wanted} rounds are wanted, ${plan.rounds.length} are there`,
      ),
    )
  return breaches
}

function onePair(problem: RotationProblem, { home, host }: Pair, round: number): RotationBreach[] {
  const subject = `${round + 1} ${home} ${host}`
  const find = (code: string) => problem.members.find((member) => member.code === code)
  const [from, to] = [find(home), find(host)]
  const breaches: RotationBreach[] = []
  if (from === undefined || to === undefined) {
    const stranger = from === undefined ? home : host
    return [broken('stranger', subject, `${stranger}不是成员`, `${stranger} is no member`)]
  }
  if (home === host) breaches.push(broken('self', subject, `${from.name}派往自己`, `${from.name} is sent to itself`))
  if ((from.zone ?? null) !== (to.zone ?? null))
    breaches.push(
      broken(
        'zone',
        subject,
        `${from.name}在片区${from.zone ?? '（无）'}，${to.name}在片区${to.zone ?? '（无）'}`,
        `${from.name} lies in zone ${from.zone ?? '(none)'}, ${to.name} in ${to.zone ?? '(none)'}`,
      ),
    )
  for (const bar of problem.barred)
    if (bar.home === home && bar.host === host)
      breaches.push(
        broken(
          'barred',
          subject,
          `不得派往：${bar.why}（来源：${bar.source}）`,
          `the pair is barred: ${bar.why} (source: ${bar.source})`,
        ),
      )
  return breaches
}

function oneRound(problem: RotationProblem, pairs: readonly Pair[], round: number): RotationBreach[] {
  const breaches: RotationBreach[] = []
  const name = (code: string): string => problem.members.find((member) => member.code === code)?.name ?? code
  for (const { code, sends, receives } of problem.members) {
    const sent = pairs.filter((pair) => pair.home === code).length
    const received = pairs.filter((pair) => pair.host === code).length
    const [low, high] = sends ?? [1, 1]
    const need = receives ?? 1
    const subject = `${round + 1} ${code}`
    if (sent < low || sent > high)
      breaches.push(
        broken(
          'sends',
          subject,
          `${name(code)}派出${sent}个组，应为${low}至${high}个`,
          `${name(code)} sends ${sent} teams, not ${low} to ${high}`,
        ),
      )
    if (received !== need)
      breaches.push(
        broken(
          'receives',
          subject,
          `${name(code)}接收${received}个组，应为${need}个`,
          `${name(code)} receives ${received} teams, not ${need}`,
        ),
      )
  }
  const seen = new Set<string>()
  for (const { home, host } of pairs) {
    const subject = `${round + 1} ${home} ${host}`
    if (seen.has(`${home} ${host}`))
      breaches.push(
        broken(
          'twice',
          subject,
          `${name(home)} → ${name(host)}在一轮中出现两次`,
          `${name(home)} → ${name(host)} twice in one round`,
        ),
      )
    seen.add(`${home} ${host}`)
    if ((problem.rules.noSwap ?? true) && home < host && pairs.some((other) => other.home === host && other.host === home))
      breaches.push(broken('swap', subject, `${name(home)}与${name(host)}互派`, `${name(home)} and ${name(host)} swap`))
  }
  return breaches
}

function travelOf(problem: RotationProblem, plan: RotationPlan): number {
  const journeys = new Map(problem.travel.map(([home, host, distance]) => [`${home} ${host}`, distance]))
  return plan.rounds.flat().reduce((sum, { home, host }) => sum + (journeys.get(`${home} ${host}`) ?? 0), 0)
}

function figures(plan: RotationPlan, computed: RotationVerdict['objective']): RotationBreach[] {
  return (['memory', 'travel'] as const).flatMap((figure) => {
    const [stated, bound, is] = [plan.objective[figure], plan.bound[figure], computed[figure]]
    const breaches: RotationBreach[] = []
    if (stated !== is) breaches.push(broken('objective', figure, `写明${stated}，应为${is}`, `${stated} is stated, ${is} is so`))
    if (bound !== null && bound > is)
      breaches.push(broken('bound', figure, `下界${bound}大于${is}`, `the bound ${bound} exceeds ${is}`))
    return breaches
  })
}
