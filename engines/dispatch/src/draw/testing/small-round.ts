import type { Problem } from '../../problem.ts'
import { TIANJIN, person, problem, regionsOf, target, team } from '../../solve/testing/sample-problem.ts'

/** Four districts, four teams of three, eighteen people: small enough for whole ceremonies in a test, wide enough for different tickets. */
export function smallRound(more: Partial<Problem> = {}): Problem {
  const places = TIANJIN.slice(0, 4)
  return problem({
    rules: { mode: 'pooled', minSenior: 1 },
    regions: regionsOf([...places]),
    people: Array.from({ length: 18 }, (_, i) =>
      person(`p${i + 1}`, places[i % 4]?.code ?? null, { experience: i % 3 === 0 ? 'senior' : 'ordinary' }),
    ),
    teams: places.map(({ code }, t) => team(`t${t + 1}`, ['leader', 'member', 'member'], { host: code })),
    targets: places.map(({ code }, d) => target(`u${d + 1}`, `${code}001`, { insiders: [`o${d + 1}`] })),
    ties: [
      { a: 'p1', b: 'o2', kind: 'kinship', strength: 1000, source: 'declared' },
      { a: 'p2', b: 'o3', kind: 'study', strength: 600, source: 'declared' },
    ],
    ...more,
  })
}
