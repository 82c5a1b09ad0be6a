import type { Problem, ProblemElement } from '@shengmian/dispatch'
import { expect, it } from 'vitest'
import { aNation } from '../testing/a-nation.ts'
import { countNation, countProblem, whereCountsDiffer } from './count-zones.ts'

const nation: Problem = {
  ...aNation(),
  barred: [
    { person: '31p0001', target: '31u001', why: '', source: '' },
    { person: '31p0001', target: '32u001', why: '', source: '' },
  ],
}
const isOf = (zone: string) => (id: string) => id.startsWith(zone)
const zones = ['31', '32', '33'].map((zone) => {
  const people = nation.people.filter(({ id }) => isOf(zone)(id))
  return {
    ...nation,
    people,
    teams: nation.teams.filter(({ id }) => isOf(zone)(id)),
    targets: nation.targets.filter(({ id }) => isOf(zone)(id)),
    apart: [],
    barred: nation.barred.filter(({ person, target }) => isOf(zone)(person) && isOf(zone)(target)),
    history: nation.history.filter(({ person }) => isOf(zone)(person)),
  }
})

async function* elements(): AsyncGenerator<{ element: ProblemElement }> {
  for (const [list, part] of Object.entries(nation))
    if (Array.isArray(part)) for (const element of part) yield { element: { list, element } as ProblemElement }
}

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id)
const members = zones.map(({ people, teams, targets }) => ({ people: ids(people), teams: ids(teams), targets: ids(targets) }))

it('zones that were given everything that is theirs are counted alike in both ways', async () => {
  const expected = await countNation(members, elements)
  expect(zones.map((zone, i) => whereCountsDiffer(countProblem(zone), expected[i] ?? countProblem(nation)))).toEqual([
    null,
    null,
    null,
  ])
  expect(expected[2]).toMatchObject({ people: 16, teams: 2, targets: 2, ties: 1, barred: 0 })
})

it.each([
  ['a bar', { barred: [] }, 'barred: 0 instead of 1'],
  ['a history', { history: [{ round: '2025-2', person: '31p0003', region: '310101' }] }, 'history: 1 instead of 0'],
  ['a person', { people: nation.people.slice(1, 16) }, 'people: 15 instead of 16'],
])('a zone that lost or gained %s is found', async (_, lost, words) => {
  const [first] = await countNation(members, elements)
  const zone = { ...nation, ...zones[0], ...lost }
  expect(first === undefined ? 'nothing' : whereCountsDiffer(countProblem(zone), first)).toBe(words)
})
