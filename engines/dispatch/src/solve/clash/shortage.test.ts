import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileInstance } from '../compile/instance.ts'
import { listOptions } from '../layout/options.ts'
import { person, problem, target, team } from '../testing/sample-problem.ts'
import { explainShortage } from './explain-shortage.ts'
import { findShortage } from './shortage.ts'

/** Teams of one or two leaders at hosts given; who is barred from which, by objection. */
function round(people: number, slots: readonly number[], barred: readonly (readonly [number, number])[]) {
  return problem({
    rules: { mode: 'pooled', maxSameHome: null },
    people: Array.from({ length: people }, (_, i) => person(`p${i}`, '530524')),
    teams: slots.map((count, t) =>
      team(
        `t${t}`,
        Array.from({ length: count }, () => 'leader'),
        { host: `5305${10 + t}` },
      ),
    ),
    targets: slots.map((_, t) => target(`u${t}`, `5305${10 + t}101`)),
    barred: barred.map(([i, t]) => ({ person: `p${i}`, target: `u${t}`, why: 'w', source: 's' })),
  })
}

/** The most slots that can be filled, trying everything. */
function mostFilled(people: number, slots: readonly number[], open: (person: number, team: number) => boolean): number {
  const seats = slots.flatMap((count, t) => Array.from({ length: count }, () => t))
  const fill = (at: number, used: ReadonlySet<number>): number => {
    const t = seats[at]
    if (t === undefined) return 0
    let best = fill(at + 1, used)
    for (let i = 0; i < people; i++)
      if (!used.has(i) && open(i, t)) best = Math.max(best, 1 + fill(at + 1, new Set([...used, i])))
    return best
  }
  return fill(0, new Set())
}

const drawn = fc.record({
  people: fc.integer({ min: 2, max: 5 }),
  slots: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 3 }),
  barred: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 })), {
    maxLength: 9,
    selector: ([i, t]) => `${i} ${t}`,
  }),
})

describe('a shortage of people', () => {
  it('is found exactly where slots cannot all be filled, by as many as trying everything says, and is irreducible', () => {
    let short = 0
    fc.assert(
      fc.property(drawn, ({ people, slots, barred }) => {
        const known = barred.filter(([i, t]) => i < people && t < slots.length)
        const instance = compileInstance(round(people, slots, known))
        const found = findShortage(instance, listOptions(instance))
        const isOpen = (i: number, t: number): boolean => !known.some(([p, u]) => p === i && u === t)
        const all = slots.reduce((sum, count) => sum + count, 0)
        expect(found?.missing ?? 0).toBe(all - mostFilled(people, slots, isOpen))
        if (found === null) return
        short++
        expect(found.asked).toBeGreaterThan(found.able)
        expect(found.isIrreducible).toBe(true)
        const named = found.demands.map(({ team: t }) => t)
        const bars = new Set(found.bars.map(({ person: i }) => i))
        const fits = (teams: readonly number[], lifted: number | null): boolean => {
          const own = slots.map((count, t) => (teams.includes(t) ? count : 0))
          // only what is named stands: everybody else comes and goes as he likes
          const open = (i: number, t: number): boolean => isOpen(i, t) || i === lifted || !bars.has(i)
          return mostFilled(people, own, open) === own.reduce((sum, count) => sum + count, 0)
        }
        expect(fits(named, null)).toBe(false)
        for (const gone of named)
          expect(
            fits(
              named.filter((t) => t !== gone),
              null,
            ),
          ).toBe(true)
        for (const gone of bars) expect(fits(named, gone)).toBe(true)
      }),
      { numRuns: 150, seed: 20_261_127 },
    )
    expect(short).toBeGreaterThan(30)
  })

  it('names the slots, who is kept away by what, and how many people are lacking at least', () => {
    const own = round(
      4,
      [2, 2],
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
    )
    const instance = compileInstance(own)
    const clash = explainShortage(instance, listOptions(instance))
    expect(clash).toMatchObject({ proven: true, isIrreducible: true })
    expect(clash.items.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([
      'slot t0 0',
      'barred p0',
      'barred p1',
      'barred p2',
    ])
    expect(clash.relaxations).toMatchObject([{ price: 1 }])
    expect(clash.en).toContain('2 slots are open to 1 people; the round lacks at least 1')
  })

  it('is not claimed where every slot can be filled', () => {
    const instance = compileInstance(round(4, [2, 2], []))
    expect(explainShortage(instance, listOptions(instance))).toMatchObject({ proven: false, items: [] })
  })
})
