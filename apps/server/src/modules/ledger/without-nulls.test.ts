import fc from 'fast-check'
import { expect, it } from 'vitest'
import { withoutNulls } from './without-nulls.ts'

it('members that are null are left out, wherever they stand, and nothing else is', () => {
  expect(withoutNulls('{"a":null,"b":1,"c":null}')).toBe('{"b":1}')
  expect(withoutNulls('{"a":1,"b":null,"c":null}')).toBe('{"a":1}')
  expect(withoutNulls('{"a":null}')).toBe('{}')
  expect(withoutNulls('{"a":1,"b":[null],"c":{"d": null}}')).toBe('{"a":1,"b":[null],"c":{"d": null}}')
})

it('a text that looks like such a member is left as it is', () => {
  const text = fc.array(fc.constantFrom('"', '\\', ':null', ',', '}', '{', 'a', '中')).map((parts) => parts.join(''))
  const row = fc.dictionary(fc.constantFrom('a', 'b_1', 'c', 'note'), fc.oneof(text, fc.constant(null), fc.integer()))
  fc.assert(
    fc.property(row, (values) => {
      const kept = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
      expect(withoutNulls(JSON.stringify(values))).toBe(JSON.stringify(kept))
    }),
    { seed: 20261128, numRuns: 2000 },
  )
})
