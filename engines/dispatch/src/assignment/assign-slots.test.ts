import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignSlots } from './assign-slots.ts'
import { boundOfPrices, type SlotProblem } from './slot-problem.ts'

type Arc = readonly [slot: number, person: number, cost: number]

function problemOf(slots: number, people: number, arcs: readonly Arc[]): SlotProblem {
  const sorted = arcs.toSorted(([a], [b]) => a - b)
  const first = new Int32Array(slots + 1)
  for (const [slot] of sorted) first[slot + 1] = (first[slot + 1] ?? 0) + 1
  for (let slot = 0; slot < slots; slot++) first[slot + 1] = (first[slot + 1] ?? 0) + (first[slot] ?? 0)
  return {
    slots,
    people,
    first,
    person: Int32Array.from(sorted, ([, person]) => person),
    cost: Int32Array.from(sorted, ([, , cost]) => cost),
  }
}

/** The definition: every way to fill the slots, tried one by one; infinite where there is none. */
function tryAll(slots: number, arcs: readonly Arc[], slot = 0, taken: readonly number[] = []): number {
  if (slot === slots) return 0
  let best = Number.POSITIVE_INFINITY
  for (const [of, person, cost] of arcs)
    if (of === slot && !taken.includes(person)) best = Math.min(best, cost + tryAll(slots, arcs, slot + 1, [...taken, person]))
  return best
}

/** Every slot filled by a person of its own along an arc; every person the cheapest of his slot; who is left over costs nothing. */
function expectProof(problem: SlotProblem, answer: ReturnType<typeof assignSlots>): void {
  if (answer.kind !== 'filled') throw new Error('not filled')
  const { slots, first, person, cost } = problem
  expect(new Set(answer.personOf).size).toBe(slots)
  let total = 0
  for (let slot = 0; slot < slots; slot++) {
    const arcs = Array.from({ length: (first[slot + 1] ?? 0) - (first[slot] ?? 0) }, (_, i) => (first[slot] ?? 0) + i)
    const own = arcs.filter((arc) => person[arc] === answer.personOf[slot]).map((arc) => cost[arc] ?? 0)
    const chosen = Math.min(...own)
    total += chosen
    const price = answer.prices[answer.personOf[slot] ?? -1] ?? Number.NaN
    expect(chosen + price).toBe(Math.min(...arcs.map((arc) => (cost[arc] ?? 0) + (answer.prices[person[arc] ?? -1] ?? 0))))
  }
  expect(total).toBe(answer.cost)
  const serving = new Set(answer.personOf)
  answer.prices.forEach((price, who) => {
    expect(Number.isInteger(price) && price >= 0).toBe(true)
    if (!serving.has(who)) expect(price).toBe(0)
  })
  expect(boundOfPrices(problem, answer.prices)).toBe(answer.cost)
}

const anyProblem = fc
  .record({ slots: fc.integer({ min: 0, max: 5 }), people: fc.integer({ min: 0, max: 6 }) })
  .chain(({ slots, people }) =>
    fc.record({
      slots: fc.constant(slots),
      people: fc.constant(people),
      arcs:
        slots === 0 || people === 0
          ? fc.constant<Arc[]>([])
          : fc.array(
              fc.tuple(
                fc.nat({ max: slots - 1 }),
                fc.nat({ max: people - 1 }),
                fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1e6, max: 1e6 })),
              ),
              { maxLength: 24 },
            ),
    }),
  )

describe('slots', () => {
  it('are filled at the least cost of all ways tried one by one, or are proven to want more people than there are', () => {
    let [filled, short] = [0, 0]
    fc.assert(
      fc.property(anyProblem, ({ slots, people, arcs }) => {
        const problem = problemOf(slots, people, arcs)
        const answer = assignSlots(problem)
        const best = tryAll(slots, arcs)
        if (answer.kind === 'filled') {
          filled++
          expect(answer.cost).toBe(best)
          expectProof(problem, answer)
        } else {
          short++
          expect(best).toBe(Number.POSITIVE_INFINITY)
          expect(answer.people.length).toBeLessThan(answer.slots.length)
          for (const [slot, person] of arcs) if (answer.slots.includes(slot)) expect(answer.people).toContain(person)
        }
      }),
      { numRuns: 2000, seed: 20261127 },
    )
    expect(Math.min(filled, short)).toBeGreaterThan(200)
  })

  // 60 towns of five slots; towns lie far apart, and every other one has a person less than it needs
  it.each([
    ['as many people as slots', 300],
    ['a third more people than slots', 400],
  ])('far apart, contested and with %s are filled at a proven optimum', (_, people) => {
    let state = 7
    const below = (count: number): number => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return Math.floor((state / 2 ** 32) * count)
    }
    const townOf = (person: number): number => (person % 60) - (person % 7 === 0 && person % 60 > 0 ? 1 : 0)
    const arcs: Arc[] = []
    for (let slot = 0; slot < 300; slot++)
      for (let person = 0; person < people; person++) {
        const away = Math.abs(townOf(person) - (slot % 60))
        if (away < 12) arcs.push([slot, person, away * 1000 + below(5)])
      }
    const problem = problemOf(300, people, arcs)
    expectProof(problem, assignSlots(problem))
  })

  it('without anybody for them are named with the few who are contested, and no others', () => {
    const arcs: Arc[] = [
      [0, 0, 1],
      [1, 0, 2],
      [1, 1, 2],
      [2, 1, 3],
      [3, 2, 1],
      [3, 3, 1],
    ]
    expect(assignSlots(problemOf(4, 4, arcs))).toEqual({ kind: 'too-few', slots: [0, 1, 2], people: [0, 1] })
  })

  it('with costs too large for exact prices are refused', () => {
    const arcs = Array.from({ length: 2000 }, (_, i) => [i, i, i === 0 ? 2_000_000_000 : -2_000_000_000] as const)
    expect(() => assignSlots(problemOf(2000, 2000, arcs))).toThrow('too large for exact prices')
  })
})
