// Rounds on real places with invented people, from a seed: what the solver's tests plan.
import type { Problem, ProblemPerson, ProblemTeam } from '../../problem.ts'
import { below, randomFrom, type Random } from '../anneal/random.ts'

export const SEED = '0'.repeat(64)

/** A seed of 64 digits from a small number. */
export function seedOf(number: number): string {
  return (number * 2654435761).toString(16).padStart(64, '7')
}

export function randomOf(number: number): Random {
  return randomFrom(seedOf(number))
}

export const TIANJIN: readonly {
  readonly code: string
  readonly name: string
  readonly zone: string
  readonly at: [number, number]
}[] = [
  { code: '120101', name: '和平区', zone: 'city', at: [517, 4330] },
  { code: '120102', name: '河东区', zone: 'city', at: [521, 4331] },
  { code: '120103', name: '河西区', zone: 'city', at: [519, 4328] },
  { code: '120104', name: '南开区', zone: 'city', at: [512, 4332] },
  { code: '120105', name: '河北区', zone: 'city', at: [517, 4334] },
  { code: '120106', name: '红桥区', zone: 'city', at: [512, 4336] },
  { code: '120110', name: '东丽区', zone: 'ring', at: [527, 4327] },
  { code: '120111', name: '西青区', zone: 'ring', at: [501, 4332] },
  { code: '120112', name: '津南区', zone: 'ring', at: [533, 4310] },
  { code: '120113', name: '北辰区', zone: 'ring', at: [512, 4342] },
  { code: '120114', name: '武清区', zone: 'new', at: [503, 4359] },
  { code: '120115', name: '宝坻区', zone: 'new', at: [526, 4396] },
  { code: '120116', name: '滨海新区', zone: 'ring', at: [560, 4318] },
  { code: '120117', name: '宁河区', zone: 'new', at: [570, 4354] },
  { code: '120118', name: '静海区', zone: 'new', at: [493, 4310] },
  { code: '120119', name: '蓟州区', zone: 'new', at: [534, 4433] },
]

export const BAOSHAN: readonly { readonly code: string; readonly name: string; readonly at: [number, number] }[] = [
  { code: '530502', name: '隆阳区', at: [414, 2779] },
  { code: '530521', name: '施甸县', at: [414, 2735] },
  { code: '530523', name: '龙陵县', at: [367, 2719] },
  { code: '530524', name: '昌宁县', at: [458, 2747] },
  { code: '530581', name: '腾冲市', at: [348, 2769] },
]

type Region = Problem['regions'][number]

export function regionsOf(places: readonly { code: string; name: string; zone?: string; at?: [number, number] }[]): Region[] {
  return places.map((place) => ({ ...place }))
}

export function person(id: string, home: string | null, more: Partial<ProblemPerson> = {}): ProblemPerson {
  return {
    id,
    name: id,
    home,
    native: home,
    unit: null,
    roles: ['leader', 'deputy', 'liaison', 'member'],
    skills: [],
    experience: 'ordinary',
    postings: [],
    unverified: [],
    unavailable: false,
    ...more,
  }
}

export function team(id: string, roles: readonly string[], more: Partial<ProblemTeam> = {}): ProblemTeam {
  return { id, home: null, host: null, slots: roles.map((role) => ({ role })), ...more }
}

export function target(id: string, region: string, more: Partial<Problem['targets'][number]> = {}): Problem['targets'][number] {
  return { id, name: id, region, workload: 10, needs: [], insiders: [], ...more }
}

export function problem(more: Partial<Problem> & Pick<Problem, 'rules'>): Problem {
  return {
    format: 'shengmian.dispatch-problem/1',
    name: 'sample',
    round: { id: '2026-1', start: '2026-03-01', end: '2026-05-31' },
    rounds: ['2024-1', '2024-2', '2025-1', '2025-2'],
    regions: [],
    people: [],
    teams: [],
    targets: [],
    ties: [],
    apart: [],
    barred: [],
    history: [],
    dispatched: [],
    travel: [],
    pins: [],
    waivers: [],
    ...more,
  }
}

const SLOTS = ['leader', 'deputy', 'liaison', 'member', 'member', 'member', 'member'] as const

/** The Tianjin shape: people of 16 districts dealt into teams of 7, 54 targets; postings, ties and gaps as in life. */
export function tianjinPooled(number: number, people: number, teams = 16): Problem {
  const random = randomOf(number)
  const pick = <T>(list: readonly T[]): T => list[below(random, list.length)] as T
  const codes = TIANJIN.map((place) => place.code)
  const crew = Array.from({ length: people }, (_, i): ProblemPerson => {
    const home = codes[i % codes.length] ?? null
    return person(`p${i + 1}`, home, {
      native: below(random, 3) === 0 ? pick(codes) : home,
      roles: i % 5 === 0 ? ['leader', 'deputy', 'member'] : i % 5 === 1 ? ['deputy', 'liaison', 'member'] : ['liaison', 'member'],
      skills: below(random, 4) === 0 ? ['audit'] : [],
      experience: below(random, 3) === 0 ? 'senior' : below(random, 5) === 0 ? 'newcomer' : 'ordinary',
      postings: below(random, 2) === 0 ? [{ region: pick(codes), from: '2014-03', to: pick(['2016-05', '2024-06']) }] : [],
      unverified: below(random, 9) === 0 ? ['native'] : [],
    })
  })
  const targets = Array.from({ length: 54 }, (_, d) =>
    target(`u${d + 1}`, `${codes[d % codes.length] ?? ''}${String(100 + d).padStart(3, '0')}201`, {
      workload: 5 + below(random, 20),
      needs: d % 9 === 0 ? ['audit'] : [],
      insiders: [`o${2 * d}`, `o${2 * d + 1}`],
    }),
  )
  const ties = Array.from({ length: 150 }, () => ({
    a: `p${1 + below(random, people)}`,
    b: `o${below(random, 108)}`,
    kind: pick(['kinship', 'study', 'work']),
    strength: pick([1000, 600, 300, 200]),
    source: 'declared',
  }))
  return problem({
    rules: { mode: 'pooled', minSenior: 1, maxNewcomers: 3 },
    regions: [{ code: '12', name: '天津市' }, ...regionsOf([...TIANJIN])],
    people: crew,
    teams: Array.from({ length: teams }, (_, t) => team(`t${t + 1}`, SLOTS)),
    targets,
    ties,
    apart: Array.from({ length: 20 }, (_, k): [string, string] => [`p${k + 1}`, `p${k + 40}`]),
  })
}
