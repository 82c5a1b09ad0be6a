import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPlan } from '../../read-plan.ts'
import { proveBound } from '../prove-bound.ts'
import { soundRound } from '../testing/sound-round.ts'
import { verifyPlan } from '../verify-plan.ts'

const allowed = ['0', '1', '64', '4096', '6400', '99999', '100000', '1e3']
const hostile = '-1 -64 1.5 1e300 -1e300 1e999 100000001 9007199254740991 9007199254740993 "64" null [] true'.split(' ')
/** Numbers as a forger would write them into the file, as JSON text. */
const figure = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom(...allowed) },
  { weight: 1, arbitrary: fc.constantFrom(...hostile) },
)
const name = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7') },
  { weight: 1, arbitrary: fc.constantFrom('p99', '__proto__', 'constructor', '') },
)
const certificate = fc
  .record({
    of: fc.constantFrom('travel', 'unverified', 'totalExposure', 'worstExposure', 'memory', '__proto__'),
    scale: figure,
    prices: fc.dictionary(name, figure, { maxKeys: 5, noNullPrototype: true }),
    levels: fc.dictionary(fc.constantFrom('totalExposure', 'unverified', 'travel'), figure, {
      maxKeys: 2,
      noNullPrototype: true,
    }),
    proves: fc.option(figure, { nil: null }),
  })
  .map(({ of, scale, prices, levels, proves }) => {
    const list = (entries: Record<string, string>): string =>
      `{${Object.entries(entries)
        .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
        .join()}}`
    const promise = proves === null ? '' : `,"proves":${proves}`
    return `{"of":"${of}","scale":${scale},"prices":${list(prices)},"levels":${list(levels)}${promise}}`
  })

it('a hostile certificate is refused with words, or proves no more than is true', () => {
  const { problem, plan } = soundRound()
  const figures = new Map<string, number>(Object.entries(plan.objective))
  let [refused, proven, broken] = [0, 0, 0]
  fc.assert(
    fc.property(fc.array(certificate, { minLength: 1, maxLength: 2 }), (certificates) => {
      const text = JSON.stringify(plan).replace('"certificates":[]', `"certificates":[${certificates.join()}]`)
      const read = readPlan(text)
      if (read.kind === 'refused') {
        refused++
        for (const issue of read.issues) expect(issue.path).toMatch(/^\$\.certificates\[/)
        return
      }
      for (const { of, value } of proveBound(problem, read.value)) {
        expect(value).toBeLessThanOrEqual(figures.get(of) ?? -1)
        proven++
      }
      for (const { rule, fact } of verifyPlan(problem, read.value).breaches) {
        expect(rule).toBe('certificate')
        expect(fact.en.length).toBeGreaterThan(10)
        broken++
      }
    }),
    { numRuns: 3000, seed: 20261127 },
  )
  expect(Math.min(refused, proven, broken)).toBeGreaterThan(20)
})

it('prices at the edge of exact integers prove nothing, wherever they come from', () => {
  const { problem, plan } = soundRound()
  const price = fc.integer({ min: Number.MAX_SAFE_INTEGER - 3, max: Number.MAX_SAFE_INTEGER })
  fc.assert(
    fc.property(fc.array(price, { minLength: 2, maxLength: 7 }), (drawn) => {
      const prices = Object.fromEntries(drawn.map((each, i) => [`p${i + 1}`, each]))
      const spoilt = { ...plan, certificates: [{ of: 'travel', scale: 1, prices }] }
      expect(proveBound(problem, spoilt)).toEqual([])
      expect(verifyPlan(problem, spoilt).breaches.map(({ rule }) => rule)).toEqual(['certificate'])
    }),
    { numRuns: 100, seed: 1 },
  )
})
