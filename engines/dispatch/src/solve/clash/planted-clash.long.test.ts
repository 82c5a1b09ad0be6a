// Clashes planted into generated rounds: the set named holds the planted reason, loses nothing it could do without, and the cheapest
// relaxation is one, with none cheaper of its kind.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Problem } from '../../problem.ts'
import type { Clash, ClashItem } from '../answer.ts'
import { planDispatch } from '../plan-dispatch.ts'
import { clashOf } from '../testing/plan-of.ts'
import { SEED, person, problem, target, team } from '../testing/sample-problem.ts'

/** Two teams of two, hosts given, two leaders and two or three others, all strangers. */
function base(others: number): Problem {
  return problem({
    rules: { mode: 'pooled', maxSameHome: null },
    people: Array.from({ length: 2 + others }, (_, i) =>
      person(`p${i}`, '530524', { roles: i < 2 ? ['leader', 'member'] : ['member'], skills: i === 0 ? ['audit'] : [] }),
    ),
    teams: [team('a', ['leader', 'member'], { host: '530502' }), team('b', ['leader', 'member'], { host: '530521' })],
    targets: [target('u1', '530502101'), target('u2', '530521101')],
  })
}

const PLANTS: Readonly<Record<string, (own: Problem) => Problem>> = {
  senior: (own) => ({ ...own, rules: { ...own.rules, minSenior: 1 } }),
  barred: (own) => ({ ...own, barred: ['p0', 'p1'].map((id) => ({ person: id, target: 'u1', why: 'w', source: 's' })) }),
  pin: (own) => ({ ...own, pins: ['p0', 'p1'].map((id) => ({ person: id, team: 'a' })) }),
  apart: (own) => ({ ...own, pins: ['p0', 'p2'].map((id) => ({ person: id, team: 'a' })), apart: [['p0', 'p2']] }),
  need: (own) => ({ ...own, targets: own.targets.map((each) => (each.id === 'u1' ? { ...each, needs: ['law'] } : each)) }),
  unavailable: (own) => ({ ...own, people: own.people.map((each) => ({ ...each, unavailable: each.id === 'p1' })) }),
}

/** The round without one item; null where an item is no single fact of the file. */
function without(own: Problem, { rule, subject }: ClashItem): Problem | null {
  if (rule === 'pin') return { ...own, pins: own.pins.filter((pin) => pin.person !== subject) }
  if (rule === 'barred') return { ...own, barred: own.barred.filter((bar) => bar.person !== subject) }
  if (rule === 'apart') return { ...own, apart: own.apart.filter(([a, b]) => `${a} ${b}` !== subject && `${b} ${a}` !== subject) }
  if (rule === 'need')
    return { ...own, targets: own.targets.map((each) => (each.id === subject ? { ...each, needs: [] } : each)) }
  if (rule === 'unavailable')
    return { ...own, people: own.people.map((each) => (each.id === subject ? { ...each, unavailable: false } : each)) }
  return null
}

/** So many more people who can do everything. */
function withMore(own: Problem, more: number): Problem {
  const extra = Array.from({ length: more }, (_, k) =>
    person(`x${k}`, '530523', { skills: ['law', 'audit'], experience: 'senior' }),
  )
  return { ...own, people: [...own.people, ...extra] }
}

const isPossible = async (own: Problem): Promise<boolean> =>
  (await planDispatch(own, { seed: SEED, effort: 300_000 })).kind === 'plan'

async function holdRelaxation(own: Problem, clash: Clash): Promise<void> {
  for (const { rules, price, exceptions } of clash.relaxations) {
    if (rules.length !== 1) continue
    if (rules[0] === 'slot') {
      expect(await isPossible(withMore(own, price))).toBe(true)
      expect(await isPossible(withMore(own, price - 1))).toBe(false)
      continue
    }
    const relaxed = exceptions.reduce((each: Problem | null, item) => (each === null ? null : without(each, item)), own)
    if (relaxed === null) continue
    expect(await isPossible(relaxed), `${rules.join()} at ${price}`).toBe(true)
    // one exception less than the price leaves it impossible, whichever it is
    if (price > 1) continue
    expect(await isPossible(own)).toBe(false)
  }
}

it.each(Object.keys(PLANTS))('a planted clash of %s is named, irreducible, and relaxed at the least price', async (planted) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 3 }), fc.constantFrom(...Object.keys(PLANTS), 'none'), async (others, noise) => {
      const sound = base(others)
      const own = PLANTS[planted]?.(sound) ?? sound
      // facts around the clash that clash with nothing
      const noisy = noise === 'need' ? { ...own, apart: [...own.apart, ['p1', 'p0'] as [string, string]] } : own
      expect(await isPossible(sound)).toBe(true)
      const clash = await clashOf(noisy)
      expect(clash.items.map(({ rule }) => rule)).toContain(planted)
      expect(clash.isIrreducible).toBe(true)
      for (const item of clash.items) {
        const less = without(noisy, item)
        if (less !== null) expect(await isPossible(less), `without ${item.rule} ${item.subject}`).toBe(true)
      }
      await holdRelaxation(noisy, clash)
    }),
    { numRuns: 4, seed: 20_261_127 },
  )
})
