// What a schedule repeats or turns round, of the past and of its own earlier rounds: broken bars, and wishes against it.
import type { RotationPlan } from '../../rotation/plan.ts'
import type { RotationProblem } from '../../rotation/problem.ts'
import type { RotationBreach } from './breach.ts'

interface Use {
  /** Position on one line of time: past rounds, then the scheduled ones. */
  readonly at: number
  readonly round: string
}

export function memoryOf(
  problem: RotationProblem,
  plan: RotationPlan,
): { readonly breaches: readonly RotationBreach[]; readonly wishes: number } {
  const { again = 'bar', reversal = 'prefer', repeatRounds = null } = problem.rules
  const uses = new Map<string, Use[]>()
  const use = (home: string, host: string, at: number, round: string): void => {
    const list = uses.get(`${home} ${host}`) ?? []
    list.push({ at, round })
    uses.set(`${home} ${host}`, list)
  }
  for (const { round, home, host } of problem.dispatched) use(home, host, problem.rounds.indexOf(round), round)
  const first = problem.rounds.length
  plan.rounds.forEach((pairs, k) => pairs.forEach(({ home, host }) => use(home, host, first + k, `第${k + 1}轮`)))

  const recalled = (home: string, host: string, now: number): Use | null =>
    (uses.get(`${home} ${host}`) ?? []).find(({ at }) => at < now && (repeatRounds === null || now - at <= repeatRounds)) ?? null
  const breaches: RotationBreach[] = []
  let wishes = 0
  plan.rounds.forEach((pairs, k) => {
    for (const { home, host } of pairs) {
      const subject = `${k + 1} ${home} ${host}`
      const repeat = recalled(home, host, first + k)
      if (repeat !== null && again === 'prefer') wishes += 1
      if (repeat !== null && again === 'bar')
        breaches.push({
          rule: 'again',
          subject,
          fact: { zh: `${repeat.round}已由${home}派往${host}`, en: `${home} was sent to ${host} in ${repeat.round} already` },
        })
      const turned = recalled(host, home, first + k)
      if (turned !== null && reversal === 'prefer') wishes += 1
      if (turned !== null && reversal === 'bar')
        breaches.push({
          rule: 'reversal',
          subject,
          fact: {
            zh: `${turned.round}由${host}派往${home}，此次反向`,
            en: `${host} was sent to ${home} in ${turned.round}: reversed`,
          },
        })
    }
  })
  return { breaches, wishes }
}
