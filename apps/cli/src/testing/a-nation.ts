import type { Problem } from '@shengmian/dispatch'
import { aProblem } from './a-problem.ts'

/** Three provinces as zones, each with teams of its own, a tie across a border, and a fourth that only lends its name. */
export function aNation(rules: Partial<Problem['rules']> = {}): Problem {
  const parts = ['31', '32', '33'].map((province) => {
    const part = aProblem({ people: 16, teams: 2, hosts: 8 })
    const at = (code: string): string => `${province}${code.slice(2)}`
    return {
      regions: [
        { code: province, name: province, zone: `zone ${province}` },
        ...part.regions.map((region) => ({ ...region, code: at(region.code) })),
      ],
      people: part.people.map((person) => {
        const home = at(person.home ?? '')
        return { ...person, id: `${province}${person.id}`, home, native: home }
      }),
      teams: part.teams.map((team) => ({ ...team, id: `${province}${team.id}`, host: at(team.host ?? '') })),
      targets: part.targets.map((target) => ({
        ...target,
        id: `${province}${target.id}`,
        region: at(target.region),
        insiders: [`${province}o`],
      })),
    }
  })
  const tie = (a: string, b: string, strength: number) => ({ a, b, kind: 'study', strength, source: 'test' })
  return {
    ...aProblem(),
    rules: { mode: 'pooled', zoneBound: true, ...rules },
    regions: [...parts.flatMap((part) => part.regions), { code: '34', name: '34', zone: 'zone 34' }],
    people: parts.flatMap((part) => part.people),
    teams: parts.flatMap((part) => part.teams),
    targets: parts.flatMap((part) => part.targets),
    // the path of 31p0002 to the official of 31 leads over two people of other zones
    ties: [
      tie('31p0002', '32p0002', 900),
      tie('32p0002', '33p0001', 900),
      tie('33p0001', '31o', 900),
      tie('33o', '33p0004', 400),
    ],
    apart: [['31p0001', '32p0001']],
    history: [{ round: '2025-2', person: '32p0003', region: '320101' }],
  }
}

/** The problem as JSON lines, the elements of its lists in an order that mixes them. */
export function asLines(problem: Problem): string {
  const rest = Object.fromEntries(Object.entries(problem).filter(([, part]) => !Array.isArray(part)))
  const lines = Object.entries(problem).flatMap(([name, part]) =>
    Array.isArray(part) ? part.map((element, i) => ({ i, text: JSON.stringify({ [name]: element }) })) : [],
  )
  return [
    JSON.stringify(rest),
    ...lines
      .toSorted((a, b) => b.i - a.i)
      .toReversed()
      .map(({ text }) => text),
  ].join('\n')
}
