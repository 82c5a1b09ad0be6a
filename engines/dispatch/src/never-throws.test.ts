// Files come from outside: whatever they hold, the answer is a value.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Plan } from './plan.ts'
import { readPlan } from './read-plan.ts'
import { readProblem } from './read-problem.ts'
import { soundRound } from './verify/testing/sound-round.ts'
import { verifyPlan } from './verify/verify-plan.ts'

/** A copy of the value in which one part, wherever it lies, is another value. */
function withPartReplaced(value: unknown, step: number, other: unknown): unknown {
  const text = JSON.stringify(value)
  let parts = 0
  JSON.parse(text, (_, part: unknown) => (parts++, part))
  let at = step % parts
  return JSON.parse(text, (_, part: unknown) => (at-- === 0 ? other : part))
}

it('reading answers any JSON value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.boolean(), (other, step, isPlan) => {
      const { problem, plan } = soundRound()
      const spoilt = withPartReplaced(isPlan ? plan : problem, step, other)
      const read = isPlan ? readPlan(JSON.stringify(spoilt)) : readProblem(JSON.stringify(spoilt))
      if (read.kind === 'refused') for (const issue of read.issues) expect(issue.path).toMatch(/^\$/)
      expect(readProblem(other).kind).toBe('refused')
    }),
    { numRuns: 500, seed: 5 },
  )
})

it('reading answers any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (noise, at) => {
      const text = JSON.stringify(soundRound().problem)
      const cut = at % text.length
      expect(['read', 'refused']).toContain(readProblem(text.slice(0, cut) + noise + text.slice(cut)).kind)
      expect(readProblem(text.slice(0, cut)).kind).toBe('refused')
    }),
    { numRuns: 300, seed: 5 },
  )
})

const id = fc.constantFrom('p1', 'p2', 'p3', 'p7', 'p99', 'u1', 'u3', 'u99', 't1', 't2', '__proto__', 'constructor')
const place = fc.option(fc.constantFrom('12', '120101', '120103', '120104001001'), { nil: null })
const team = fc.record({
  id,
  home: place,
  host: place,
  targets: fc.array(id, { maxLength: 4 }),
  members: fc.array(fc.record({ person: id, slot: fc.constantFrom(0, 1, 2, 3, 9e9) }), { maxLength: 5 }),
})
const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    teams: fc.array(team, { maxLength: 4 }),
    unassigned: fc.array(id, { maxLength: 4 }),
    certificates: fc.array(
      fc.record({
        of: fc.constantFrom('travel', 'memory', '__proto__'),
        scale: fc.constantFrom(1, 64),
        prices: fc.dictionary(
          id.filter((each) => each !== '__proto__'),
          fc.nat({ max: 1000 }),
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .map((drawn) => ({ ...soundRound().plan, ...drawn }))

it('verify answers any plan of the right shape, and the same each time', () => {
  const { problem } = soundRound()
  for (const rules of [problem.rules, { mode: 'rotation' }, { mode: 'scattered', elevated: true, unverified: 'bar' }] as const)
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(readPlan(plan).kind).toBe('read')
        const verdict = verifyPlan({ ...problem, rules }, plan)
        expect(verdict).toEqual(verifyPlan({ ...problem, rules }, plan))
        expect(verdict.isValid).toBe(verdict.breaches.length === 0)
        for (const figure of Object.values(verdict.objective)) expect(Number.isSafeInteger(figure)).toBe(true)
      }),
      { numRuns: 300, seed: 5 },
    )
})
