import { describe, expect, it } from 'vitest'
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { answerOf, clashOf, planOf } from './testing/plan-of.ts'
import { baoshanCrosswise, baoshanMatrix, countyRing, sichuanPairing, tianjinZones, wuxiElevated } from './testing/rounds.ts'
import { BAOSHAN, TIANJIN, tianjinPooled } from './testing/sample-problem.ts'

const homesIn = (problem: Problem, team: Plan['teams'][number]): readonly (string | null)[] =>
  team.members.map(({ person }) => problem.people.find(({ id }) => id === person)?.home ?? null)

const journeys = (plan: Plan, round: string): Problem['dispatched'] =>
  plan.teams.map(({ home, host }) => ({ round, home: home ?? '', host: host ?? '' }))

describe('the rounds of the seeds', () => {
  it('S1-02 5 teams × 5 counties make a matrix with no team–home cell filled: totals 5 counties, 10 towns, 30 villages, 45 targets', async () => {
    const problem = baoshanMatrix()
    const plan = await planOf(problem)
    const matrix = plan.teams.map((team) => BAOSHAN.map(({ code }) => team.targets.filter((id) => id.startsWith(code)).length))
    expect(matrix.flat().filter((cell) => cell > 0)).toHaveLength(5)
    plan.teams.forEach((team, t) => {
      for (const home of homesIn(problem, team)) expect(matrix[t]?.[BAOSHAN.findIndex(({ code }) => code === home)]).toBe(0)
    })
    const lengths = plan.teams.flatMap((team) => team.targets).map((id) => id.length)
    expect([6, 9, 12].map((length) => lengths.filter((own) => own === length).length)).toEqual([5, 10, 30])
    expect(lengths).toHaveLength(45)
  })

  it('S1-10 5 directors and 17 leaders from 5 counties spread over 5 teams: 1 director each, leaders 4+4+3+3+3, nobody at home', async () => {
    const problem = baoshanCrosswise()
    const { plan, proven } = await answerOf(problem)
    expect(proven).toBe(true)
    expect(plan.unassigned).toEqual([])
    const leaders = plan.teams.map((team) => team.members.filter(({ person }) => person.startsWith('组长')).length)
    expect(leaders.toSorted((a, b) => b - a)).toEqual([4, 4, 3, 3, 3])
    for (const team of plan.teams) {
      expect(team.members.filter(({ person }) => person.startsWith('主任'))).toHaveLength(1)
      expect(homesIn(problem, team)).not.toContain(team.host)
    }
  })

  it('S2-15 112 people make 16 teams of 7, and the district of a team is nobody’s home; the travel is proven least', async () => {
    const problem = tianjinPooled(1, 112)
    const { plan, proven } = await answerOf(problem)
    expect(proven).toBe(true)
    expect(plan.bound).toEqual(plan.objective)
    expect(plan.teams.map((team) => team.members.length)).toEqual(Array.from({ length: 16 }, () => 7))
    expect(plan.unassigned).toEqual([])
    for (const team of plan.teams) expect(homesIn(problem, team)).not.toContain(team.host)
  })

  it('S2-19 the graph of 16 districts sending people to 16 districts has no self-loop', async () => {
    const problem = tianjinPooled(2, 120)
    const plan = await planOf(problem)
    const loops = plan.teams.flatMap((team) => homesIn(problem, team).filter((home) => home === team.host))
    expect(new Set(plan.teams.map((team) => team.host)).size).toBe(16)
    expect(loops).toEqual([])
  })

  it('S2-23 16 districts in 3 zones of 6, 5 and 5: every journey stays inside its zone', async () => {
    const zoneOf = (code: string | null): string | undefined => TIANJIN.find((place) => place.code === code)?.zone
    const plan = await planOf(tianjinZones([]))
    const zones = plan.teams.map((team) => zoneOf(team.host))
    expect(plan.teams.every((team) => zoneOf(team.home) === zoneOf(team.host))).toBe(true)
    expect(['city', 'ring', 'new'].map((zone) => zones.filter((own) => own === zone).length)).toEqual([6, 5, 5])
  })

  it('S2-24 without the zones the same rotation leaves them where that is nearer, so it is the zones that hold it', async () => {
    const zoned = await planOf(tianjinZones([]))
    const free = await planOf(tianjinZones([], { zoneBound: false }))
    expect(free.objective.travel).toBeLessThan(zoned.objective.travel)
  })

  it('S2-25 in a zone every district sends one team and receives one, no fixed point, and the last round’s pairs are avoided', async () => {
    const first = await planOf(tianjinZones([]))
    const second = await planOf(tianjinZones(journeys(first, '2025-2')))
    for (const plan of [first, second]) {
      expect(new Set(plan.teams.map((team) => team.host)).size).toBe(16)
      expect(plan.teams.filter((team) => team.home === team.host)).toEqual([])
    }
    const before = new Set(first.teams.map((team) => `${team.home} ${team.host}`))
    expect(second.teams.filter((team) => before.has(`${team.home} ${team.host}`))).toEqual([])
    expect(second.objective.memory).toBe(0)
  })

  it('S2-41 a ring of 5 counties for 3 rounds: no pair repeats, none at home; barring reversal as well ends after ⌊(5−1)/2⌋ = 2', async () => {
    const rounds = ['2024-2', '2025-1', '2025-2']
    let dispatched: Problem['dispatched'] = []
    for (const round of rounds) dispatched = [...dispatched, ...journeys(await planOf(countyRing(dispatched, 'off')), round)]
    expect(new Set(dispatched.map(({ home, host }) => `${home} ${host}`)).size).toBe(15)
    expect(dispatched.filter(({ home, host }) => home === host)).toEqual([])

    let strict: Problem['dispatched'] = []
    for (const round of rounds.slice(0, 2)) strict = [...strict, ...journeys(await planOf(countyRing(strict, 'bar')), round)]
    const clash = await clashOf(countyRing(strict, 'bar'))
    expect(clash.items.map((item) => item.rule).toSorted()).toEqual(['again', 'reversal', 'self'])
    expect(clash.en).toContain('at most 2 rounds: ⌊(n−1)/2⌋')
    expect(clash.relaxations.map(({ rules, price }) => [rules, price])).toEqual([
      [['again'], 5],
      [['reversal'], 5],
    ])
  })

  it('S2-43 a whole county team moves with its own leader as deputy under a leader from the city', async () => {
    const problem = wuxiElevated()
    const { plan, proven } = await answerOf(problem)
    expect(proven).toBe(true)
    for (const team of plan.teams) {
      const [leader, deputy] = team.members.map((member) => member.person)
      expect(leader).toMatch(/^市/)
      expect(deputy).toBe(`${team.home}组长`)
      expect(team.host).not.toBe(team.home)
    }
  })

  it('S2-61 each of 16 counties is paired with one helping city, whose leader and liaison work beside the county’s own', async () => {
    const plan = await planOf(sichuanPairing())
    for (const team of plan.teams) {
      expect(team.home).toMatch(/^51(01|0[3-9]|1[0-7])$/)
      const [sender, local] = [
        team.members.filter(({ slot }) => slot % 2 === 0),
        team.members.filter(({ slot }) => slot % 2 === 1),
      ]
      expect(sender.every(({ person }) => person.startsWith(team.home ?? '?'))).toBe(true)
      expect(local.every(({ person }) => person.startsWith(team.host ?? '?'))).toBe(true)
    }
  })

  it('S2-62 15 cities cover 16 counties and 86 targets, each target once', async () => {
    const { plan, proven } = await answerOf(sichuanPairing())
    expect(proven).toBe(true)
    expect(new Set(plan.teams.flatMap((team) => team.targets)).size).toBe(86)
    expect(new Set(plan.teams.map((team) => team.host)).size).toBe(16)
    expect(new Set(plan.teams.map((team) => team.home)).size).toBeLessThanOrEqual(15)
  })
})
