import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestOfCrowds } from './cheapest-of-crowds.ts'
import { cheapestTeam } from './cheapest-team.ts'
import { statesOf } from './completions.ts'
import { abilitiesOf, dominance, hasBit, type Candidate, type Demand, type SlotKind } from './demand.ts'

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

type Drawn = Omit<Candidate, 'abilities' | 'person'> & { readonly kinds: number; readonly needs: number }

const crowdOf = (maxLength: number): fc.Arbitrary<Drawn[]> =>
  fc
    .array(
      fc.record({
        cost: fc.integer({ min: 0, max: 30 }),
        kinds: fc.integer({ min: 1, max: 7 }),
        exposure: fc.constantFrom(0, 0, 2, 5),
        needs: fc.integer({ min: 0, max: 3 }),
        home: fc.constantFrom(0, 1, 2, -1),
        experience: fc.constantFrom('senior', 'ordinary', 'newcomer'),
        apartFrom: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 4, nil: null }),
      }),
      { maxLength },
    )
    .map((drawn) => {
      const sorted = drawn.toSorted((a, b) => a.cost - b.cost)
      const isApart = (a: number, b: number): boolean => sorted[a]?.apartFrom === b || sorted[b]?.apartFrom === a
      return sorted.map(({ cost, kinds, exposure, needs, home, experience }, i) => ({
        cost,
        kinds,
        exposure,
        needs,
        home,
        isSenior: experience === 'senior',
        isNewcomer: experience === 'newcomer',
        isPinned: false,
        apart: new Set(sorted.flatMap((_, j) => (j !== i && isApart(i, j) ? [j] : []))),
      }))
    })

/** What the drawn people can do in a team that asks for `demand`. */
function candidatesFor(demand: Demand, drawn: readonly Drawn[]): Candidate[] {
  const has = (bits: number, place: number): boolean => ((bits >> place) & 1) === 1
  return drawn.map(({ kinds, needs, ...rest }, person) => ({
    ...rest,
    person,
    abilities: abilitiesOf(
      demand,
      (place) => (place < demand.kinds.length ? has(kinds, place) : has(needs, place - demand.kinds.length)),
      rest,
    ),
  }))
}

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
      if (hasBit(who.abilities, slot.k) && !team.some((other) => other.who === who)) fill([...team, { who, ...slot }])
  }
  fill([])
  return best
}

function isValid(demand: Demand, team: readonly { who: Candidate; isLocal: boolean; isLeader: boolean }[]): boolean {
  const homesOf = (members: typeof team): number[] => members.flatMap(({ who }) => (who.home < 0 ? [] : [who.home]))
  const outside = homesOf(team.filter((member) => !member.isLocal))
  const leaders = homesOf(team.filter((member) => member.isLeader))
  return (
    outside.every((home) => outside.filter((other) => other === home).length <= demand.maxSameHome) &&
    (!demand.distinctLeaders || new Set(leaders).size === leaders.length) &&
    team.reduce((sum, { who }) => sum + who.exposure, 0) <= demand.maxExposure &&
    team.filter(({ who }) => who.isPinned).length === demand.pinned &&
    team.filter(({ who }) => who.isSenior).length >= demand.minSenior &&
    team.filter(({ who }) => who.isNewcomer).length <= demand.maxNewcomers &&
    demand.needs.every((_, n) => team.some(({ who }) => hasBit(who.abilities, demand.kinds.length + n))) &&
    team.every(({ who }) => team.every((other) => !who.apart.has(other.who.person)))
  )
}

describe('the cheapest team', () => {
  it('is what trying every team finds, with and without the people whom others dominate', () => {
    fc.assert(
      fc.property(demand, crowdOf(9), (demand, drawn) => {
        const people = candidatesFor(demand, drawn)
        const expected = { cost: bruteForce(demand, people), isExact: true }
        expect(cheapestTeam(demand, people, { left: 1e6 })).toEqual(expected)
        // With hardly any states told apart the search must find out for itself what the states would have said.
        expect(cheapestTeam(demand, people, { left: 1e7 }, statesOf(demand, 5))).toEqual(expected)
        const kept: Candidate[] = []
        for (const person of people) if (dominance(demand, kept, person) === 'none') kept.push(person)
        expect(cheapestTeam(demand, kept, { left: 1e6 })).toEqual(expected)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('is found among the first few of each class, or by looking further, whoever is barred or pinned', () => {
    const round = fc.tuple(demand, crowdOf(14), fc.array(fc.nat(13), { maxLength: 3 }), fc.array(fc.nat(13), { maxLength: 1 }))
    let looked = 0
    fc.assert(
      fc.property(round, ([asked, drawn, barred, pins]) => {
        const pinned = pins.filter((pin) => pin < drawn.length && !barred.includes(pin))
        const demand = { ...asked, pinned: pinned.length }
        const people = candidatesFor(demand, drawn).map((each) => ({ ...each, isPinned: pinned.includes(each.person) }))
        const usable = people.filter(
          (each) => !barred.includes(each.person) && demand.kinds.some((_, k) => hasBit(each.abilities, k)),
        )
        const keys = [...new Set(usable.map((each) => each.abilities.join()))]
        const crowd = {
          classes: {
            abilities: keys.map((key) => key.split(',').map(Number)),
            classOf: (number: number) => keys.indexOf(people[number]?.abilities.join() ?? ''),
          },
          costs: Float64Array.from(people, (each) => each.cost),
          candidate: (number: number) => people[number] as Candidate,
          isOpen: (number: number) => {
            looked++
            return !barred.includes(number)
          },
        }
        const always = usable.filter((each) => each.isPinned)
        const isPinned = Uint8Array.from(people, (each) => (each.isPinned ? 1 : 0))
        const found = cheapestOfCrowds(demand, [crowd], always, isPinned, { left: 1e6 }, demand.size)
        expect(found).toEqual({ cost: bruteForce(demand, usable), isExact: true })
      }),
      { numRuns: 400, seed: 11 },
    )
    expect(looked).toBeGreaterThan(400)
  })

  it('still answers a lower bound when its steps run out', () => {
    fc.assert(
      fc.property(demand, crowdOf(9), fc.integer({ min: 0, max: 6 }), (demand, drawn, left) => {
        const people = candidatesFor(demand, drawn)
        expect(cheapestTeam(demand, people, { left }).cost).toBeLessThanOrEqual(bruteForce(demand, people))
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})
