import type { Problem } from '@shengmian/dispatch'

type Person = Problem['people'][number]

/** A pooled round: homes and hosts on a grid, teams of four, nobody tied to anybody. */
export function aProblem({ people = 12, teams = 2, hosts = 8 } = {}): Problem {
  const codes = Array.from({ length: hosts }, (_, i) => `32${String(101 + 2 * i).padStart(4, '0')}`)
  return {
    format: 'shengmian.dispatch-problem/1',
    name: 'A round',
    round: { id: '2026-1', start: '2026-03-01', end: '2026-05-31' },
    rounds: ['2025-1', '2025-2'],
    rules: { mode: 'pooled' },
    regions: codes.map((code, i) => ({ code, name: code, at: [(i * 37) % 211, (i * 53) % 199] })),
    people: Array.from({ length: people }, (_, i) => aPerson(`p${String(i + 1).padStart(4, '0')}`, codes[i % hosts] ?? '', i)),
    teams: Array.from({ length: teams }, (_, i) => ({
      id: `t${String(i + 1).padStart(3, '0')}`,
      home: null,
      host: codes[i % hosts] ?? '',
      slots: [{ role: 'leader' }, { role: 'member', skill: 'audit' }, { role: 'member' }, { role: 'member' }],
    })),
    targets: Array.from({ length: teams }, (_, i) => ({
      id: `u${String(i + 1).padStart(3, '0')}`,
      name: `u${i + 1}`,
      region: `${codes[i % hosts]}001${String(201 + i).padStart(3, '0')}`,
      workload: 10 + (i % 3),
      needs: [],
      insiders: [`o${i + 1}`],
    })),
    ties: [],
    apart: [],
    barred: [],
    history: [],
    dispatched: [],
    travel: [],
    pins: [],
    waivers: [],
  }
}

function aPerson(id: string, home: string, i: number): Person {
  return {
    id,
    name: id,
    home,
    native: home,
    unit: null,
    roles: i % 3 === 0 ? ['leader', 'member'] : ['member'],
    skills: i % 2 === 0 ? ['audit'] : [],
    experience: i % 4 === 0 ? 'senior' : 'ordinary',
    postings: [],
    unverified: [],
    unavailable: false,
  }
}
