import { describe, expect, it } from 'vitest'
import { BAOSHAN } from '../solve/testing/sample-problem.ts'
import { verifyRotation } from '../verify/index.ts'
import type { RotationPlan } from './plan.ts'
import type { RotationProblem } from './problem.ts'
import { scheduleRotation } from './schedule-rotation.ts'
import { members, permutations, rotation, TIANJIN_ZONES } from './testing/sample-rotation.ts'

const SEED = 'feed'.repeat(16)

async function planOf(problem: RotationProblem, seed = SEED): Promise<RotationPlan> {
  const answer = await scheduleRotation(problem, seed)
  if (answer.kind !== 'plan') throw new Error(answer.ending.map(({ limit }) => limit.en).join('; '))
  expect(verifyRotation(problem, answer.plan).breaches).toEqual([])
  return answer.plan
}

const ring = (reversal: 'bar' | 'off', wanted: number): RotationProblem =>
  rotation({ members: BAOSHAN.map(({ code, name }) => ({ code, name })), wanted, rules: { reversal } })

describe('scheduleRotation', () => {
  it('S2-41 a ring of 5 counties for 3 rounds: no pair repeats and none is at home; with reversal barred the third round ends at ⌊(5−1)/2⌋ = 2', async () => {
    const pairs = (await planOf(ring('off', 3))).rounds.flat()
    expect(new Set(pairs.map(({ home, host }) => `${home} ${host}`)).size).toBe(15)
    expect(pairs.filter(({ home, host }) => home === host)).toEqual([])

    expect((await planOf(ring('bar', 2))).rounds.length).toBe(2)
    const third = await scheduleRotation(ring('bar', 3), SEED)
    if (third.kind !== 'ends') throw new Error('a third round was scheduled')
    expect(third.possible).toBe(2)
    expect(third.ending[0]).toMatchObject({ most: 2, reached: 2, limit: { rule: 'pairs' } })
    expect(third.ending[0]?.limit.en).toContain('⌊(n−1)/2⌋')
  })

  it('S2-25 in each of Tianjin’s three zones every district sends one team and receives one, nobody its own and no pair of the last round', async () => {
    const first = await planOf(rotation({ members: TIANJIN_ZONES }))
    const dispatched = (first.rounds[0] ?? []).map((pair) => ({ round: '2020-3', ...pair }))
    const second = await planOf(rotation({ members: TIANJIN_ZONES, rounds: ['2020-3'], dispatched }))
    const pairs = second.rounds[0] ?? []
    expect(new Set(pairs.map(({ home }) => home)).size).toBe(16)
    expect(new Set(pairs.map(({ host }) => host)).size).toBe(16)
    const before = new Set(dispatched.map(({ home, host }) => `${home} ${host}`))
    expect(pairs.filter(({ home, host }) => before.has(`${home} ${host}`))).toEqual([])
    expect(second.zones.map(({ zone, members: size, most }) => [zone, size, most])).toEqual([
      ['city', 6, 4],
      ['ring', 5, 3],
      ['new', 5, 3],
    ])
  })

  it('of two schedules the nearer one is taken and proven least, which trying all permutations confirms', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      const size = 5 + (number % 3)
      const people = members(size)
      const travel = people.flatMap((a, i) =>
        people.map((b, j): [string, string, number] => [a.code, b.code, (17 * i * number + 31 * j * j + i * j) % 97]),
      )
      const problem = rotation({ members: people, travel })
      const plan = await planOf(problem)
      const cost = new Map(travel.map(([home, host, distance]) => [`${home} ${host}`, distance]))
      const costs = permutations(size)
        .filter((order) => order.every((host, home) => host !== home && order[host] !== home))
        .map((order) =>
          order.reduce((sum, host, home) => sum + (cost.get(`${people[home]?.code} ${people[host]?.code}`) ?? 0), 0),
        )
      expect(plan.objective.travel).toBe(Math.min(...costs))
      expect(plan.bound.travel).toBe(plan.objective.travel)
    }
  })

  it('where the cheapest pairs of three rounds cannot be dealt out without swaps, the least travel is still found and proven', async () => {
    // two near pairs and one apart: everybody wants to go to and fro
    const at = [0, 1, 100, 101, 300, 302]
    const people = members(6)
    const travel = people.flatMap((a, i) =>
      people.map((b, j): [string, string, number] => [a.code, b.code, Math.abs((at[i] ?? 0) - (at[j] ?? 0))]),
    )
    const plan = await planOf(rotation({ members: people, wanted: 3, rules: { reversal: 'off' }, travel }))
    expect(plan.bound.travel).toBe(plan.objective.travel)
    expect(new Set(plan.rounds.flat().map(({ home, host }) => `${home} ${host}`)).size).toBe(18)
  })

  it('15 cities that send one or two teams each help 16 counties that need one', async () => {
    const cities = Array.from({ length: 15 }, (_, k): RotationProblem['members'][number] => ({
      code: String(5101 + k),
      name: `市${k + 1}`,
      sends: [1, 2],
      receives: 0,
    }))
    const counties = Array.from({ length: 16 }, (_, k): RotationProblem['members'][number] => ({
      code: String(513_401 + k),
      name: `县${k + 1}`,
      sends: [0, 0],
    }))
    const travel = cities.flatMap((city, i) =>
      counties.map((county, j): [string, string, number] => [city.code, county.code, 100 + ((i * 37 + j * 53) % 211)]),
    )
    const plan = await planOf(rotation({ members: [...cities, ...counties], wanted: 3, travel }))
    expect(plan.rounds.map((round) => round.length)).toEqual([16, 16, 16])
    expect(plan.bound.travel).toBe(plan.objective.travel)
    for (const round of plan.rounds) {
      const sent = cities.map((city) => round.filter(({ home }) => home === city.code).length)
      expect(sent.toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 14 }, () => 1), 2])
    }
    const short = await scheduleRotation(rotation({ members: [...cities.slice(0, 7), ...counties] }), SEED)
    expect(short).toMatchObject({ kind: 'ends', possible: 0, ending: [{ limit: { rule: 'capacity' } }] })
  })

  it('members who together have fewer hosts than they are, are named', async () => {
    const people = members(6)
    const [a, b, c] = people.map(({ code }) => code)
    const barred = [a, b, c].flatMap((home) =>
      people.slice(3, 6).flatMap(({ code }) => (home === undefined ? [] : [{ home, host: code, why: 'w', source: 's' }])),
    )
    const within = { home: a ?? '', host: c ?? '', why: 'w', source: 's' }
    const answer = await scheduleRotation(
      rotation({ members: people, barred: [...barred, within, { ...within, home: b ?? '' }] }),
      SEED,
    )
    if (answer.kind !== 'ends') throw new Error('scheduled')
    expect(answer.ending[0]?.limit.rule).toBe('blocked')
    expect(answer.ending[0]?.limit.zh).toContain('和平区、河东区')
  })

  it('the same problem and seed give the same bytes, another seed another schedule', async () => {
    const problem = rotation({ members: members(13), wanted: 6, rules: { reversal: 'bar' } })
    const [one, again, other] = [await planOf(problem), await planOf(problem), await planOf(problem, '5'.repeat(64))]
    expect(JSON.stringify(again)).toBe(JSON.stringify(one))
    expect(other.rounds).not.toEqual(one.rounds)
  })
})
