// A province's round with a valid plan to repair: 10,000 people, 2,000 teams of four, one senior a team, hosts given; dealt out first come,
// first served, so that its plan costs nothing to make and is no better than an office's own. xorshift32.
import type { Plan, Problem, ProblemPerson } from '@shengmian/dispatch'
import { hashProblem } from '@shengmian/dispatch'
import { measurePlan, verifyPlan } from '@shengmian/dispatch/verify'

export interface Size {
  readonly people: number
  readonly teams: number
  readonly seed: number
}

const SLOTS = [{ role: 'leader' }, { role: 'deputy' }, { role: 'member', skill: 'audit' }, { role: 'member' }]
const NO_BOUND = {
  worstExposure: null,
  totalExposure: null,
  unverified: null,
  memory: null,
  workloadSpread: null,
  travel: null,
}

export function standingRound(size: Size): { readonly problem: Problem; readonly plan: Plan } {
  const below = randomFrom(size.seed)
  const counties = Array.from({ length: 100 }, (_, k) => `53${String(1 + Math.floor(k / 10)).padStart(2, '0')}${20 + (k % 10)}`)
  const countyOf = (): string => counties[below(counties.length)] ?? ''
  const people = Array.from({ length: size.people }, (_, i): ProblemPerson => {
    const home = countyOf()
    return {
      id: `p${i}`,
      name: `p${i}`,
      home,
      native: below(3) === 0 ? countyOf() : home,
      unit: null,
      roles: i % 4 === 0 ? ['leader', 'deputy', 'member'] : i % 4 === 1 ? ['deputy', 'member'] : ['member'],
      skills: i % 4 === 2 ? ['audit'] : [],
      experience: i % 4 === 0 ? 'senior' : i % 7 === 0 ? 'newcomer' : 'ordinary',
      postings: below(2) === 0 ? [{ region: countyOf(), from: '2014-03', to: below(3) === 0 ? '2025-01' : '2016-05' }] : [],
      unverified: below(20) === 0 ? ['native'] : [],
      unavailable: false,
    }
  })
  const targets = Array.from({ length: size.teams }, (_, d) => ({
    id: `u${d}`,
    name: `u${d}`,
    region: `${counties[d % counties.length]}${String(100 + (Math.floor(d / counties.length) % 900))}`,
    workload: 5 + below(20),
    needs: [],
    insiders: [`o${2 * d}`, `o${2 * d + 1}`],
  }))
  const problem: Problem = {
    format: 'shengmian.dispatch-problem/1',
    name: `${size.people} × ${size.teams}`,
    round: { id: '2026-1', start: '2026-03-01', end: '2026-05-31' },
    rounds: ['2025-1', '2025-2'],
    rules: { mode: 'pooled', recusalLevel: 'township', homeLevel: 'county', minSenior: 1, maxNewcomers: 2 },
    regions: counties.map((code) => ({ code, name: code, at: [below(800), below(800)] as [number, number] })),
    people,
    teams: targets.map((target, t) => ({ id: `t${t}`, home: null, host: target.region, slots: SLOTS })),
    targets,
    ties: Array.from({ length: size.people * 3 }, () => ({
      a: `p${below(size.people)}`,
      b: below(2) === 0 ? `o${below(2 * size.teams)}` : `x${below(size.people)}`,
      kind: 'study',
      strength: 100 + below(350),
      source: 'declared',
    })),
    apart: Array.from({ length: size.people / 5 }, (_, k): [string, string] => [`p${k}`, `p${k + size.people / 2}`]),
    barred: [],
    history: [],
    dispatched: [],
    travel: [],
    pins: [],
    waivers: [],
  }
  return { problem, plan: dealOut(problem) }
}

/** The first of each four leads, the second is deputy, the third audits. Each seat takes the first person left who leaves the team no breach that verify would find in a round of this one team. */
function dealOut(problem: Problem): Plan {
  const left = SLOTS.map((_, k) => new Set(problem.people.filter((_person, i) => i % SLOTS.length === k)))
  const apart = new Set(problem.apart.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
  const teams = problem.teams.map((team) => {
    const host = (team.host ?? '').slice(0, 6)
    const chosen: ProblemPerson[] = []
    for (const own of left) {
      for (const person of own) {
        const isFar = [person.home, person.native, ...(person.postings ?? []).map(({ region }) => region)].every(
          (place) => place !== host,
        )
        const isWelcome =
          chosen.every((other) => !apart.has(`${person.id} ${other.id}`) && other.home !== person.home) &&
          (person.experience !== 'newcomer' || chosen.every((other) => other.experience !== 'newcomer'))
        if (!isFar || !isWelcome) continue
        chosen.push(person)
        own.delete(person)
        break
      }
    }
    return {
      id: team.id,
      home: null,
      host: team.host,
      targets: [`u${team.id.slice(1)}`],
      members: chosen.map(({ id }, slot) => ({ person: id, slot })),
    }
  })
  const draft: Plan = {
    format: 'shengmian.dispatch-plan/1',
    problem: hashProblem(problem),
    seed: '0'.repeat(64),
    effort: 1,
    engine: 'dealt out',
    teams,
    unassigned: problem.people.filter((person) => left.some((own) => own.has(person))).map(({ id }) => id),
    objective: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 },
    bound: NO_BOUND,
    certificates: [],
  }
  const plan = { ...draft, objective: measurePlan(problem, draft) }
  const { breaches } = verifyPlan(problem, plan)
  if (breaches.length > 0)
    throw new Error(`the plan to repair breaks ${breaches.length} rules: ${JSON.stringify(breaches.slice(0, 3))}`)
  return plan
}

function randomFrom(seed: number): (count: number) => number {
  let state = seed
  return (count) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * count)
  }
}
