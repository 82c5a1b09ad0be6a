import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestTeam } from './cheapest-team.ts'
import { isDominated, type Candidate, type Demand, type SlotKind } from './demand.ts'

const kind = fc.record({ count: fc.integer({ min: 1, max: 2 }), isLocal: fc.boolean(), isLeader: fc.boolean() })
const demand: fc.Arbitrary<Demand> = fc
  .record({
    kinds: fc.array(kind, { minLength: 1, maxLength: 3 }),
    needs: fc.subarray(['audit', 'law']),
    minSenior: fc.integer({ min: 0, max: 2 }),
    maxNewcomers: fc.constantFrom(0, 1, Infinity),
    maxSameHome: fc.constantFrom(0, 1, 2, Infinity),
    distinctLeaders: fc.boolean(),
    pinned: fc.constant(0),
    maxExposure: fc.constantFrom(0, 5, 9, Infinity),
  })
  .map((drawn) => ({
    ...drawn,
    kinds: drawn.kinds.map((each): SlotKind => ({ ...each, slot: { role: 'r' } })),
    size: drawn.kinds.reduce((sum, each) => sum + each.count, 0),
  }))

const crowd: fc.Arbitrary<Candidate[]> = fc
  .array(
    fc.record({
      cost: fc.integer({ min: 0, max: 30 }),
      kinds: fc.bigInt({ min: 1n, max: 7n }),
      exposure: fc.constantFrom(0, 0, 2, 5),
      needs: fc.bigInt({ min: 0n, max: 3n }),
      home: fc.constantFrom('a', 'b', 'c', null),
      experience: fc.constantFrom('senior', 'ordinary', 'newcomer'),
      apartFrom: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4, nil: null }),
    }),
    { maxLength: 9 },
  )
  .map((drawn) => {
    const sorted = drawn.toSorted((a, b) => a.cost - b.cost)
    const isApart = (a: number, b: number): boolean => sorted[a]?.apartFrom === b || sorted[b]?.apartFrom === a
    return sorted.map(({ cost, kinds, exposure, needs, home, experience }, i) => ({
      id: `p${i}`,
      cost,
      kinds,
      exposure,
      needs,
      home,
      isSenior: experience === 'senior',
      isNewcomer: experience === 'newcomer',
      isPinned: false,
      apart: new Set(sorted.flatMap((_, j) => (j !== i && isApart(i, j) ? [`p${j}`] : []))),
    }))
  })

/** Every way to fill the slots, one by one. */
function bruteForce(demand: Demand, people: readonly Candidate[]): number {
  const slots = demand.kinds.flatMap((each, k) => Array.from({ length: each.count }, () => ({ ...each, k })))
  let best = Infinity
  const fill = (team: readonly { who: Candidate; isLocal: boolean; isLeader: boolean }[]): void => {
    const slot = slots[team.length]
    if (slot === undefined) {
      if (isValid(demand, team))
        best = Math.min(
          best,
          team.reduce((sum, { who }) => sum + who.cost, 0),
        )
      return
    }
    for (const who of people)
      if (((who.kinds >> BigInt(slot.k)) & 1n) === 1n && !team.some((other) => other.who === who))
        fill([...team, { who, ...slot }])
  }
  fill([])
  return best
}

function isValid(demand: Demand, team: readonly { who: Candidate; isLocal: boolean; isLeader: boolean }[]): boolean {
  const homesOf = (members: typeof team): string[] => members.flatMap(({ who }) => (who.home === null ? [] : [who.home]))
  const outside = homesOf(team.filter((member) => !member.isLocal))
  const leaders = homesOf(team.filter((member) => member.isLeader))
  return (
    outside.every((home) => outside.filter((other) => other === home).length <= demand.maxSameHome) &&
    (!demand.distinctLeaders || new Set(leaders).size === leaders.length) &&
    team.reduce((sum, { who }) => sum + who.exposure, 0) <= demand.maxExposure &&
    team.filter(({ who }) => who.isSenior).length >= demand.minSenior &&
    team.filter(({ who }) => who.isNewcomer).length <= demand.maxNewcomers &&
    demand.needs.every((_, n) => team.some(({ who }) => ((who.needs >> BigInt(n)) & 1n) === 1n)) &&
    team.every(({ who }) => team.every((other) => !who.apart.has(other.who.id)))
  )
}

describe('the cheapest team', () => {
  it('is what trying every team finds, with and without the people whom others dominate', () => {
    fc.assert(
      fc.property(demand, crowd, (demand, people) => {
        const expected = { cost: bruteForce(demand, people), isExact: true }
        expect(cheapestTeam(demand, people, { left: 1e6 })).toEqual(expected)
        const kept: Candidate[] = []
        for (const person of people) if (!isDominated(demand, kept, person)) kept.push(person)
        expect(cheapestTeam(demand, kept, { left: 1e6 })).toEqual(expected)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('still answers a lower bound when its steps run out', () => {
    fc.assert(
      fc.property(demand, crowd, fc.integer({ min: 0, max: 6 }), (demand, people, left) => {
        expect(cheapestTeam(demand, people, { left }).cost).toBeLessThanOrEqual(bruteForce(demand, people))
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})
