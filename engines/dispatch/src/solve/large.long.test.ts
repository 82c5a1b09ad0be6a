import { expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { below } from './anneal/random.ts'
import { answerOf } from './testing/plan-of.ts'
import { person, problem, randomOf, target, team } from './testing/sample-problem.ts'

/** A province: 1,000 people of 95 counties, 150 teams of 6 whose hosts are open, 450 targets. */
function provincePooled(): Problem {
  const random = randomOf(7)
  const codes = Array.from({ length: 95 }, (_, k) => `37${String(1 + Math.floor(k / 9)).padStart(2, '0')}0${1 + (k % 9)}`)
  const codeAt = (k: number): string => codes[k % codes.length] ?? ''
  return problem({
    rules: { mode: 'pooled', minSenior: 1, maxNewcomers: 3 },
    regions: codes.map((code) => ({ code, name: code, at: [below(random, 300), below(random, 300)] })),
    people: Array.from({ length: 1000 }, (_, i) =>
      person(`p${i}`, codeAt(i), {
        native: below(random, 3) === 0 ? codeAt(below(random, 95)) : codeAt(i),
        roles:
          i % 4 === 0 ? ['leader', 'deputy', 'member'] : i % 4 === 1 ? ['deputy', 'liaison', 'member'] : ['liaison', 'member'],
        experience: below(random, 3) === 0 ? 'senior' : 'ordinary',
      }),
    ),
    teams: Array.from({ length: 150 }, (_, t) => team(`t${t}`, ['leader', 'deputy', 'liaison', 'member', 'member', 'member'])),
    targets: Array.from({ length: 450 }, (_, d) =>
      target(`u${d}`, `${codeAt(d)}${100 + d}`, { workload: 5 + below(random, 9), insiders: [`o${d}`] }),
    ),
    ties: Array.from({ length: 1000 }, () => ({
      a: `p${below(random, 1000)}`,
      b: `o${below(random, 450)}`,
      kind: 'work',
      strength: 300 + below(random, 400),
      source: 'declared',
    })),
  })
}

it('1,000 people and 150 teams with open hosts get a valid plan from the least effort, and more effort never makes it worse', async () => {
  const large = provincePooled()
  const first = await answerOf(large, { effort: 1 })
  expect(first.plan.bound.travel).toBeNull()
  const second = await answerOf(large, { effort: 1_500_000 })
  expect(second.plan.objective.travel).toBeLessThan(first.plan.objective.travel)
})
