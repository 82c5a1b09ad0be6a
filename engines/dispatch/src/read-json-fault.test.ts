import fc from 'fast-check'
import { expect, it } from 'vitest'
import { jsonFaultAt } from './read-json-fault.ts'

it('finds no fault in what is JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent)
      expect(jsonFaultAt(text)).toBe(text.length)
    }),
    { numRuns: 300, seed: 1 },
  )
})

it('points into the text or at its end wherever one character makes it invalid', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(), fc.constantFrom('', '}', ']', ',', ':', '"', 'x', '\u0000'), (value, seed, char) => {
      const text = JSON.stringify(value)
      const at = seed % (text.length + 1)
      const broken = text.slice(0, at) + char + text.slice(at + (char === '' ? 1 : 0))
      const isBroken = isInvalid(broken)
      const found = jsonFaultAt(broken)
      expect(found).toBeLessThanOrEqual(broken.length)
      // Cut at the fault, the text is the beginning of some JSON: whatever comes before it cannot be what is wrong.
      if (isBroken && found < broken.length) expect(jsonFaultAt(broken.slice(0, found))).toBe(found)
      if (!isBroken) expect(found).toBe(broken.length)
    }),
    { numRuns: 1000, seed: 2 },
  )
})

function isInvalid(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
