import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Kind } from '../compile/instance.ts'
import { contributionOf, fieldsOf, packingOf, shortOf, type Qualities } from './fields.ts'

const round = fc
  .record({
    counts: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }),
    minSenior: fc.integer({ min: 0, max: 2 }),
    maxNewcomers: fc.constantFrom(0, 1, 2, Infinity),
    needs: fc.integer({ min: 0, max: 2 }),
  })
  .chain((asked) => {
    const size = asked.counts.reduce((sum, count) => sum + count, 0)
    const person = fc.record({
      kinds: fc.integer({ min: 1, max: (1 << asked.counts.length) - 1 }),
      isSenior: fc.boolean(),
      isNewcomer: fc.boolean(),
      needs: fc.integer({ min: 0, max: 3 }),
    })
    return fc.record({ asked: fc.constant(asked), people: fc.array(person, { minLength: size, maxLength: size }) })
  })

function kindsOf(counts: readonly number[]): readonly Kind[] {
  let slot = 0
  return counts.map((count) => ({
    role: 'member',
    skill: null,
    origin: null,
    slots: Array.from({ length: count }, () => slot++),
    local: false,
    leads: false,
  }))
}

/** Whether everybody can be given a slot, by trying. */
function canBeSeated(counts: readonly number[], people: readonly Qualities[], at = 0): boolean {
  const person = people[at]
  if (person === undefined) return true
  return counts.some(
    (count, k) => count > 0 && (person.kinds & (1 << k)) !== 0 && canBeSeated(counts.with(k, count - 1), people, at + 1),
  )
}

it('the packed counts of a team are met exactly when its people can fill the slots and it has its seniors, its skills and no newcomer too many', () => {
  let [met, unmet] = [0, 0]
  fc.assert(
    fc.property(round, ({ asked, people }) => {
      const mix = { minSenior: asked.minSenior, maxNewcomers: asked.maxNewcomers, needs: asked.needs }
      const masks = people.map((person) => person.kinds)
      const fields = fieldsOf(kindsOf(asked.counts), people.length, masks, mix)
      const packing = packingOf(fields, people.length)
      const sums = Array.from({ length: packing.lanes }, () => 0)
      for (const person of people)
        contributionOf(fields, packing, person).forEach((value, lane) => (sums[lane] = ((sums[lane] ?? 0) + value) | 0))
      const isMet = sums.every((sum, lane) => {
        const guard = packing.guard[lane] ?? 0
        return ((sum + (packing.bias[lane] ?? 0)) & guard) === guard
      })
      const isRight =
        canBeSeated(asked.counts, people) &&
        people.filter((person) => person.isSenior).length >= asked.minSenior &&
        people.filter((person) => person.isNewcomer).length <= asked.maxNewcomers &&
        Array.from({ length: asked.needs }, (_, n) => people.some((person) => (person.needs & (1 << n)) !== 0)).every(Boolean)
      if (asked.minSenior > people.length) return
      expect(isMet).toBe(isRight)
      expect(shortOf(fields, packing, (lane) => sums[lane] ?? 0) === 0).toBe(isRight)
      if (isRight) met++
      else unmet++
    }),
    { numRuns: 2000, seed: 20261127 },
  )
  expect(Math.min(met, unmet)).toBeGreaterThan(200)
})
