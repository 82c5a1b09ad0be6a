// A small round in which every rule is kept, for tests to break one rule at a time.
import type { Plan } from '../../plan.ts'
import type { Problem, ProblemPerson } from '../../problem.ts'
import { measurePlan } from '../measure-plan.ts'
import { hashOf } from '../problem-hash.ts'

export interface Round {
  readonly problem: Problem
  readonly plan: Plan
}

/** Two teams of three from 120101, 120102 and 120105 inspect 120103 and 120104; p7 is left over. */
export function soundRound(): Round {
  const problem: Problem = {
    format: 'shengmian.dispatch-problem/1',
    name: 'Sound',
    round: { id: '2026-1', start: '2026-03-01', end: '2026-05-31' },
    rounds: ['2025-1', '2025-2', '2025-3'],
    rules: { mode: 'pooled' },
    regions: ['120101', '120102', '120103', '120104', '120105'].map((code, i) => ({
      code,
      name: code,
      parent: '1201',
      zone: 'ring',
      at: [30 * i, 40 * i],
    })),
    people: [
      aPerson('p1', '120101', { roles: ['leader'], experience: 'senior' }),
      aPerson('p2', '120101', { skills: ['audit'] }),
      aPerson('p3', '120102'),
      aPerson('p4', '120102', { roles: ['leader'], experience: 'senior' }),
      aPerson('p5', '120101'),
      aPerson('p6', '120105'),
      aPerson('p7', '120105', { roles: ['leader', 'member'], experience: 'senior' }),
    ],
    teams: [
      {
        id: 't1',
        home: null,
        host: '120103',
        slots: [{ role: 'leader' }, { role: 'member', skill: 'audit' }, { role: 'member' }],
      },
      { id: 't2', home: null, host: '120104', slots: [{ role: 'leader' }, { role: 'member' }, { role: 'member' }] },
    ],
    targets: [
      { id: 'u1', name: 'u1', region: '120103001001', workload: 20, needs: ['audit'], insiders: ['o1'] },
      { id: 'u2', name: 'u2', region: '120103002001', workload: 10, needs: [], insiders: [] },
      { id: 'u3', name: 'u3', region: '120104001001', workload: 25, needs: [], insiders: ['o3', 'o4'] },
    ],
    ties: [],
    apart: [],
    barred: [],
    history: [],
    dispatched: [],
    travel: [],
    pins: [],
    waivers: [],
  }
  const plan: Plan = {
    format: 'shengmian.dispatch-plan/1',
    problem: '',
    seed: '0'.repeat(64),
    effort: 1,
    engine: 'test',
    teams: [
      { id: 't1', home: null, host: '120103', targets: ['u1', 'u2'], members: seated('p1', 'p2', 'p3') },
      { id: 't2', home: null, host: '120104', targets: ['u3'], members: seated('p4', 'p5', 'p6') },
    ],
    unassigned: [],
    objective: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: 0, travel: 0 },
    bound: { worstExposure: 0, totalExposure: 0, unverified: 0, memory: 0, workloadSpread: null, travel: null },
    certificates: [],
  }
  return restated({ problem, plan })
}

export function aPerson(id: string, home: string | null, more: Partial<ProblemPerson> = {}): ProblemPerson {
  return {
    id,
    name: id,
    home,
    native: '130102',
    unit: 'elsewhere',
    roles: ['member'],
    skills: [],
    experience: 'ordinary',
    postings: [],
    unverified: [],
    unavailable: false,
    ...more,
  }
}

export function seated(...people: string[]): Plan['teams'][number]['members'] {
  return people.map((person, slot) => ({ person, slot }))
}

/** The round with the plan's hash, figures and left-over list brought up to date with its teams. */
export function restated({ problem, plan }: Round): Round {
  const serving = new Set(plan.teams.flatMap((team) => team.members.map((member) => member.person)))
  return {
    problem,
    plan: {
      ...plan,
      problem: hashOf(problem),
      objective: measurePlan(problem, plan),
      unassigned: problem.people.map((person) => person.id).filter((id) => !serving.has(id)),
    },
  }
}

/** Looks a part of the round up to change it; a test that names what is not there is itself broken. */
export function only<T>(items: readonly T[], at: number): T {
  const item = items[at]
  if (item === undefined) throw new Error(`no element ${at}`)
  return item
}
