import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tellReturns, type Returns } from './returns.ts'

const village = fc.tuple(fc.integer({ min: 1, max: 14 }), fc.nat(14), fc.nat(6)).map(([issued, valid, invalid]) => ({
  issued,
  valid: Math.min(valid, issued),
  invalid: Math.min(invalid, issued - Math.min(valid, issued)),
}))

/** Numbers of spoilt sheets of each village that a reader can still think possible: every combination is tried. */
function possible({ villages, total }: Returns): ReadonlySet<number>[] {
  const told = villages.filter(({ valid }) => typeof valid === 'number')
  const found = told.map(() => new Set<number>())
  const spoilt: number[] = []
  const visit = (): void => {
    const line = told[spoilt.length]
    if (line === undefined) {
      const sum = spoilt.reduce((a, b) => a + b, 0)
      const fits = total.invalid === '*' || (total.invalid === '<5' ? sum >= 1 && sum <= 4 : sum === total.invalid)
      if (fits) for (const [index, count] of spoilt.entries()) found[index]?.add(count)
      return
    }
    const left = line.issued - Number(line.valid)
    for (let count = 0; count <= Math.min(left, 6); count++) {
      if (typeof line.invalid === 'number' ? count !== line.invalid : line.invalid === '<5' && (count < 1 || count > 4)) continue
      spoilt.push(count)
      visit()
      spoilt.pop()
    }
  }
  visit()
  return found
}

it('who tries all numbers of spoilt sheets finds each hidden one any of one to four, or any that the papers issued leave room for', () => {
  fc.assert(
    fc.property(fc.array(village, { minLength: 1, maxLength: 5 }), (counted) => {
      const returns = tellReturns(counted)
      const told = returns.villages.filter(({ valid }) => typeof valid === 'number')
      for (const [index, counts] of possible(returns).entries()) {
        const { issued, valid, invalid } = told[index] ?? { issued: 0, valid: 0, invalid: 0 }
        const left = issued - Number(valid)
        const kept =
          invalid === '<5' ? [1, 2, 3, 4] : invalid === '*' ? Array.from({ length: left + 1 }, (_one, count) => count) : []
        expect([...counts]).toEqual(expect.arrayContaining(kept))
        if (invalid === '*') expect(left).toBeLessThan(5)
      }
    }),
    { seed: 95, numRuns: 400 },
  )
})

it('a total that would leave a hidden number no choice is hidden, and the check sees it when it is shown', () => {
  const counted = [
    { issued: 40, valid: 30, invalid: 2 },
    { issued: 40, valid: 20, invalid: 6 },
  ]
  const returns = tellReturns(counted)
  expect(returns.total).toEqual({ issued: 80, valid: 50, invalid: '*', returned: '*' })
  expect(possible(returns)[0]).toEqual(new Set([1, 2, 3, 4]))
  expect(possible({ ...returns, total: { ...returns.total, invalid: 8 } })[0]).toEqual(new Set([2]))
  expect(tellReturns([...counted, { issued: 40, valid: 10, invalid: 3 }]).total).toMatchObject({ invalid: 11, returned: 71 })
})

it('a village with fewer than five valid sheets is in no total, and one with fewer than five papers is told nothing of', () => {
  const { villages, total } = tellReturns([
    { issued: 40, valid: 3, invalid: 7 },
    { issued: 4, valid: 0, invalid: 0 },
    { issued: 40, valid: 20, invalid: 0 },
  ])
  expect(villages).toEqual([
    { issued: 40, returned: '*', valid: '<5', invalid: '*' },
    { issued: 4, returned: '*', valid: '*', invalid: '*' },
    { issued: 40, returned: 20, valid: 20, invalid: 0 },
  ])
  expect(total).toEqual({ issued: 40, returned: 20, valid: 20, invalid: 0 })
  expect(tellReturns([{ issued: 4, valid: 2, invalid: 0 }]).total).toEqual({ issued: 4, returned: '*', valid: '*', invalid: '*' })
})

it('where one to four papers are left beside the valid ones, nothing is told of spoilt ones, not even that there are none', () => {
  expect([0, 1, 3].map((invalid) => tellReturns([{ issued: 33, valid: 30, invalid }]).villages[0])).toEqual(
    [0, 1, 3].map(() => ({ issued: 33, returned: '*', valid: 30, invalid: '*' })),
  )
})
