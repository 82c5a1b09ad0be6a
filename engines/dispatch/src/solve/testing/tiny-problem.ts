// Tiny rounds with every rule now and then in force: small enough to try all plans.
import type { Problem, ProblemPerson } from '../../problem.ts'
import { below, type Random } from '../anneal/random.ts'
import { person, problem, randomOf, target, team } from './sample-problem.ts'

const PLACES = ['530502', '530521', '530523', '530524'] as const

export function tinyProblem(number: number): Problem {
  const random = randomOf(number)
  const chance = (of: number): boolean => below(random, of) === 0
  const pick = <T>(list: readonly T[]): T => list[below(random, list.length)] as T
  const mode = pick(['rotation', 'pooled', 'paired', 'scattered'] as const)
  const elevated = chance(8)
  const places = PLACES.slice(0, mode === 'rotation' ? 3 : 2 + below(random, 2))
  const teams = mode === 'rotation' ? places.length : 2
  const slots = mode === 'rotation' ? 1 : 2
  const people = tinyPeople(random, [...places], mode, elevated)
  const targets = Array.from({ length: places.length + below(random, 2) }, (_, d) =>
    target(`u${d}`, `${places[d % places.length] ?? ''}${100 + below(random, 2)}201`, {
      workload: 1 + below(random, 4),
      needs: chance(8) ? ['audit'] : [],
      insiders: [`o${d}`],
    }),
  )
  return problem({
    rules: {
      mode,
      elevated,
      ...(chance(3) ? { maxSameHome: 1 } : {}),
      ...(chance(6) ? { minSenior: 1 } : {}),
      ...(chance(4) ? { maxNewcomers: 1 } : {}),
      ...(chance(10) ? { unverified: 'bar' as const } : {}),
      ...(chance(4) ? { again: pick(['bar', 'prefer', 'off'] as const) } : {}),
      ...(chance(4) ? { reversal: pick(['bar', 'prefer', 'off'] as const) } : {}),
      ...(chance(3) ? { noSwap: chance(2), zoneBound: chance(3) } : {}),
      ...(chance(8) ? { hostPerTeam: false } : {}),
      ...(chance(6) ? { distinctLeaders: true } : {}),
      ...(chance(8) ? { homeLevel: 'city' as const } : {}),
      ...(chance(8) ? { recusalLevel: 'township' as const, homeLevel: 'county' as const } : {}),
    },
    regions: PLACES.map((code, k) => ({
      code,
      name: code,
      zone: k === 2 && chance(3) ? 'b' : 'a',
      at: [below(random, 50), below(random, 50)],
    })),
    people,
    teams: Array.from({ length: teams }, (_, t) => ({
      ...team(`t${t}`, []),
      home: mode === 'rotation' && !chance(4) ? (places[t % places.length] ?? null) : null,
      host: chance(6) ? pick(places) : null,
      slots: Array.from({ length: slots }, (_, s) => ({
        role: s === 0 ? 'leader' : 'member',
        ...(chance(12) ? { skill: 'audit' } : {}),
        ...(mode === 'paired' && chance(4) ? { origin: pick(['sender', 'host'] as const) } : {}),
      })),
    })),
    targets,
    ties: Array.from({ length: 3 }, () => ({
      a: `p${below(random, people.length)}`,
      b: chance(3) ? `p${below(random, people.length)}` : `o${below(random, targets.length)}`,
      kind: pick(['kinship', 'study']),
      strength: pick([1000, 700, 400, 200]),
      source: 'declared',
    })).filter((tie) => tie.a !== tie.b),
    apart: chance(3) ? [['p0', 'p1']] : [],
    barred: chance(3) ? [{ person: 'p2', target: 'u0', why: 'objection', source: 'letter' }] : [],
    history: chance(3) ? [{ round: '2025-2', person: 'p1', region: pick(places) }] : [],
    dispatched: chance(2) ? [{ round: pick(['2025-1', '2025-2', '2024-1']), home: pick(places), host: pick(places) }] : [],
    pins: chance(5) ? [{ person: 'p0', team: 't0' }] : [],
    waivers: chance(5) ? [{ rule: 'home', person: 'p0', target: 'u0', by: 'office', why: 'nobody else' }] : [],
  })
}

function tinyPeople(
  random: Random,
  places: readonly string[],
  mode: Problem['rules']['mode'],
  elevated: boolean,
): ProblemPerson[] {
  const chance = (of: number): boolean => below(random, of) === 0
  const pick = <T>(list: readonly T[]): T => list[below(random, list.length)] as T
  return Array.from({ length: 6 }, (_, i) => {
    const isAbove = elevated && i % 2 === 0
    const home = isAbove
      ? '5305'
      : chance(14)
        ? null
        : `${(mode !== 'rotation' && i % 2 === 1 ? '530524' : places[i % places.length]) ?? ''}${chance(3) ? '101' : ''}`
    return person(`p${i}`, home, {
      native: chance(4) ? pick([...places, '5305', '530502101', null]) : '530302',
      unit: chance(6) ? 'u0' : null,
      roles: chance(4) ? ['member'] : ['leader', 'member'],
      skills: chance(2) ? ['audit'] : [],
      experience: pick(['senior', 'ordinary', 'newcomer']),
      postings: chance(5)
        ? [{ region: pick(places), from: '2012-03', to: pick(['2014-01', '2018-01', '2025-01', null]) }]
        : chance(8)
          ? null
          : [],
      unverified: chance(5) ? [pick(['home', 'native', 'ties'] as const)] : [],
      unavailable: chance(25),
    })
  })
}
