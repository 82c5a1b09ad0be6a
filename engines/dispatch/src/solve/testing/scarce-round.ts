import type { Problem } from '../../problem.ts'
import { below } from '../anneal/random.ts'
import { person, problem, randomOf, target, team } from './sample-problem.ts'

/** 50 teams of 4 that need two seniors each, and 105 seniors among 250 people. */
export function scarceRound(number: number): Problem {
  const random = randomOf(number)
  const codes = Array.from({ length: 50 }, (_, k) => `37${String(11 + Math.floor(k / 9))}0${1 + (k % 9)}`)
  return problem({
    rules: { mode: 'pooled', minSenior: 2 },
    regions: codes.map((code) => ({ code, name: code, at: [below(random, 300), below(random, 300)] })),
    people: Array.from({ length: 250 }, (_, i) =>
      person(`p${i}`, codes[below(random, 50)] ?? '', {
        roles: i % 2 === 0 ? ['leader', 'member'] : ['member'],
        experience: i < 105 ? 'senior' : 'ordinary',
      }),
    ),
    teams: codes.map((host, t) => ({ ...team(`t${t}`, ['leader', 'member', 'member', 'member']), host })),
    targets: codes.map((host, d) => target(`u${d}`, `${host}101201`, { workload: 5 })),
  })
}
