import fc from 'fast-check'
import { Check } from 'typebox/value'
import { expect, it } from 'vitest'
import { PlanSchema } from './plan.ts'
import { ProblemSchema } from './problem.ts'
import { misfits } from './read-shape.ts'
import { soundRound } from './verify/testing/sound-round.ts'

const other = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '12',
    '120',
    '2026-02-29',
    '2024-02-29',
    '2026-13',
    '2026-12',
    'pooled',
    'prefer',
    'senior',
    'host',
    -1,
    1.5,
    1001,
    1_000_001,
    null,
    {},
    [],
  ),
)

it('what the reader accepts and what a schema validator accepts is the same', () => {
  const { problem, plan } = soundRound()
  for (const [schema, sound] of [
    [ProblemSchema, problem],
    [PlanSchema, plan],
  ] as const) {
    const text = JSON.stringify(sound)
    let parts = 0
    JSON.parse(text, (_, part: unknown) => (parts++, part))
    fc.assert(
      fc.property(fc.nat({ max: parts - 1 }), other, (step, value) => {
        let at = step
        const spoilt: unknown = JSON.parse(text, (_, part: unknown) => (at-- === 0 ? value : part))
        expect(misfits(schema, spoilt).length === 0, JSON.stringify(misfits(schema, spoilt))).toBe(Check(schema, spoilt))
      }),
      { numRuns: 1500, seed: 11 },
    )
  }
})
