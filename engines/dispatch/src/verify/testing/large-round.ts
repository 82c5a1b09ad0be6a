// A round of any size, drawn by a fixed rule, with a plan that keeps every rule: for tests at the scale of a province.
import type { Plan } from '../../plan.ts'
import type { Problem, ProblemPerson } from '../../problem.ts'
import { pairBars } from '../pair-bars.ts'
import { cut } from '../places.ts'
import { groundOf } from '../world.ts'
import { restated, seated, type Round } from './sound-round.ts'

interface Size {
  readonly people: number
  readonly teams: number
  /** Ties for each person. */
  readonly ties: number
}

const SLOTS = [{ role: 'leader' }, { role: 'deputy' }, { role: 'member', skill: 'audit' }, { role: 'member' }]
const SKILLS = ['audit', 'law', 'finance', 'works']

/** Teams of four, each in a county of its own; one in six people lives in a county that is inspected. */
export function largeRound({ people, teams, ties }: Size): Round {
  const draw = randomNumbers(7)
  const county = (i: number): string => String(100_000 + i)
  const homes = Math.ceil(people / 30)
  const problem: Problem = {
    format: 'shengmian.dispatch-problem/1',
    name: 'Large',
    round: { id: '2026-1', start: '2026-03-01', end: '2026-05-31' },
    rounds: ['2025-1', '2025-2'],
    rules: { mode: 'pooled', minSenior: 1, maxNewcomers: 1 },
    regions: Array.from({ length: teams + homes }, (_, i) => ({
      code: county(i),
      name: county(i),
      at: [draw(600), draw(600)],
    })),
    people: Array.from({ length: people }, (_, i) =>
      aPersonOf(i, draw, () => county(draw(6) === 0 ? draw(teams) : teams + draw(homes))),
    ),
    teams: Array.from({ length: teams }, (_, t) => ({ id: `t${t}`, home: null, host: county(t), slots: SLOTS })),
    targets: Array.from({ length: teams }, (_, t) => ({
      id: `u${t}`,
      name: `u${t}`,
      region: `${county(t)}001001`,
      workload: 10 + draw(10),
      needs: draw(3) === 0 ? [SKILLS[draw(4)] ?? 'law'] : [],
      insiders: [`o${3 * t}`, `o${3 * t + 1}`, `o${3 * t + 2}`],
    })),
    ties: Array.from({ length: people * ties }, (_, i) => ({
      a: `p${draw(people)}`,
      b: i % 40 === 0 ? `o${draw(3 * teams)}` : `x${draw(people * 20)}`,
      kind: 'study',
      strength: 100 + draw(300),
      source: 'declared',
    })),
    apart: Array.from({ length: Math.floor(people / 50) }, (_, i) => [`p${2 * i}`, `p${2 * i + 1}`]),
    barred: Array.from({ length: Math.floor(people / 10) }, () => ({
      person: `p${draw(people)}`,
      target: `u${draw(teams)}`,
      why: 'w',
      source: 's',
    })),
    history: Array.from({ length: people }, (_, i) => ({ round: '2025-1', person: `p${i}`, region: county(draw(teams)) })),
    dispatched: [],
    travel: [],
    pins: [],
    waivers: [],
  }
  return restated({ problem, plan: nearestFirst(problem) })
}

function aPersonOf(i: number, draw: (below: number) => number, place: () => string): ProblemPerson {
  const rank = draw(10)
  return {
    id: `p${i}`,
    name: `p${i}`,
    home: place(),
    native: place(),
    unit: null,
    roles: rank < 4 ? ['leader', 'deputy', 'member'] : rank < 7 ? ['deputy', 'member'] : ['member'],
    skills: SKILLS.filter(() => draw(2) === 0),
    experience: rank < 4 ? 'senior' : rank < 9 ? 'ordinary' : 'newcomer',
    postings: draw(2) === 0 ? [] : [{ region: place(), from: '2015-01', to: draw(2) === 0 ? '2017-01' : '2025-01' }],
    unverified: draw(20) === 0 ? ['native'] : [],
    unavailable: draw(50) === 0,
  }
}

/** Teams one after the other take the nearest free people who fit; the leader is senior and brings what the target needs, if anybody does. */
function nearestFirst(problem: Problem): Plan {
  const ground = groundOf(problem)
  const bars = pairBars(ground)
  const free = new Set(problem.people.filter((person) => !person.unavailable))
  const apart = new Map(problem.apart.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
  const teams = problem.teams.map((team, t): Plan['teams'][number] => {
    const target = problem.targets[t]
    if (target === undefined) throw new Error('a team without a target')
    const near = [...free].map((person) => ({ person, km: ground.travel(person.home, team.host) })).sort((a, b) => a.km - b.km)
    const chosen: ProblemPerson[] = []
    for (const slot of SLOTS) {
      const found = near.find(
        ({ person }) =>
          !chosen.includes(person) &&
          person.roles.includes(slot.role) &&
          (slot.skill === undefined || person.skills.includes(slot.skill)) &&
          (slot.role !== 'leader' ||
            (person.experience === 'senior' && target.needs.every((skill) => person.skills.includes(skill)))) &&
          person.experience !== 'newcomer' &&
          !chosen.some((other) => cut(other.home ?? '', 'county') === cut(person.home ?? '', 'county')) &&
          !chosen.some((other) => apart.get(other.id) === person.id) &&
          ground.ties.exposure(person.id, target) === 0 &&
          bars({ person, isLocal: false }, target).length === 0,
      )
      if (found === undefined) throw new Error(`nobody is left for ${team.id}`)
      chosen.push(found.person)
      free.delete(found.person)
    }
    return { id: team.id, home: null, host: team.host, targets: [target.id], members: seated(...chosen.map(({ id }) => id)) }
  })
  return {
    format: 'shengmian.dispatch-plan/1',
    problem: '',
    seed: '0'.repeat(64),
    effort: 1,
    engine: 'test',
    teams,
    unassigned: [],
    objective: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 },
    bound: { worstExposure: 0, totalExposure: 0, unverified: null, memory: 0, workloadSpread: null, travel: null },
    certificates: [],
  }
}

function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}
