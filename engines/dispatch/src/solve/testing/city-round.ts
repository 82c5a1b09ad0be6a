// A round too large for the model of the whole, and small enough for a test.
import type { Problem } from '../../problem.ts'
import { below } from '../anneal/random.ts'
import { person, problem, randomOf, target, team } from './sample-problem.ts'

/** 400 people of 40 counties for 60 teams of 6, too many for the model of the whole: hosts are given, one township a team. */
export function cityRound(number: number): Problem {
  const random = randomOf(number)
  const codes = Array.from({ length: 40 }, (_, k) => `37${String(11 + Math.floor(k / 9))}0${1 + (k % 9)}`)
  const codeAt = (k: number): string => codes[k % codes.length] ?? ''
  const hosts = Array.from({ length: 60 }, (_, t) => `${codeAt(t)}${101 + Math.floor(t / 40)}`)
  return problem({
    rules: { mode: 'pooled', minSenior: 2, maxNewcomers: 2 },
    regions: codes.map((code) => ({ code, name: code, at: [below(random, 300), below(random, 300)] })),
    people: Array.from({ length: 400 }, (_, i) =>
      person(`p${i}`, codeAt(i), {
        native: codeAt(below(random, 40)),
        roles: i % 3 === 0 ? ['leader', 'deputy', 'member'] : i % 3 === 1 ? ['deputy', 'member'] : ['member'],
        skills: below(random, 3) === 0 ? ['audit'] : [],
        experience: (['senior', 'senior', 'ordinary', 'newcomer'] as const)[below(random, 4)] ?? 'ordinary',
        unverified: below(random, 20) === 0 ? ['postings'] : [],
      }),
    ),
    teams: hosts.map((host, t) => ({ ...team(`t${t}`, ['leader', 'deputy', 'member', 'member', 'member', 'member']), host })),
    targets: hosts.map((host, d) =>
      target(`u${d}`, `${host}201`, { workload: 5, needs: d % 3 === 0 ? ['audit'] : [], insiders: [`o${d}`] }),
    ),
    ties: Array.from({ length: 400 }, () => ({
      a: `p${below(random, 400)}`,
      b: `o${below(random, 60)}`,
      kind: 'work',
      strength: below(random, 2) === 0 ? 300 : 700,
      source: 'declared',
    })),
    apart: Array.from({ length: 80 }, (_, k) => [`p${k}`, `p${399 - k}`]),
  })
}
