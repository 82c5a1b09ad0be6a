import fc from 'fast-check'
import { expect, it } from 'vitest'
import { judgeTrend } from './judge-trend.ts'
import { chanceOfRise } from './mann-kendall.ts'
import { chanceOfMore } from './poisson-bound.ts'

const fixed = { seed: 9, numRuns: 300 }
const volumes = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }), { minLength: 12, maxLength: 12 })
const climbing = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 })
  .map((months) => months.toSorted((one, other) => one - other))

it('S2-09 monthly complaints that climb from about 3 to about 9 are rising, level ones are not', () => {
  expect(judgeTrend([3, 2, 4, 3, 3, 2, 5, 6, 6, 8, 7, 9])).toEqual({
    kind: 'rising',
    earlier: { volume: 17, months: 6 },
    recent: { volume: 41, months: 6 },
    said: { isMore: true, isSteady: true, isLarge: true },
  })
  expect(judgeTrend([6, 4, 5, 7, 5, 6, 5, 6, 4, 6, 7, 5])).toMatchObject({ kind: 'level' })
})

it('takes no single crowded month for a rise: the sums alone would', () => {
  expect(judgeTrend([3, 4, 3, 2, 4, 3, 3, 2, 30, 3, 4, 2])).toMatchObject({
    kind: 'level',
    said: { isMore: true, isSteady: false },
  })
})

it('sees no rise in a few petitions more, however steady', () => {
  expect(judgeTrend([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1])).toMatchObject({
    kind: 'level',
    said: { isSteady: true, isLarge: false },
  })
})

it('says unknown where a half has fewer than four known months, and never counts an unknown month as none', () => {
  expect(judgeTrend([null, null, null, 3, 2, 4, 9, 9, 9, 9, 9, 9])).toMatchObject({ kind: 'unknown', said: null })
  expect(judgeTrend([null, null, 3, 2, 3, 2, 6, 7, 8, 9, 10, 11])).toMatchObject({
    kind: 'rising',
    earlier: { volume: 10, months: 4 },
  })
  fc.assert(
    fc.property(volumes, (months) => {
      const { earlier, recent } = judgeTrend(months)
      expect(earlier.months + recent.months).toBe(months.filter((month) => month !== null).length)
      expect(earlier.volume + recent.volume).toBe(months.reduce<number>((sum, month) => sum + (month ?? 0), 0))
    }),
    fixed,
  )
})

it('never finds that a series and the same series backwards both rise', () => {
  fc.assert(
    fc.property(volumes, (months) => {
      expect([judgeTrend(months).kind, judgeTrend([...months].reverse()).kind]).not.toEqual(['rising', 'rising'])
    }),
    fixed,
  )
})

it('stays rising when the last month is higher still', () => {
  fc.assert(
    fc.property(climbing, fc.integer({ min: 1, max: 200 }), (months, more) => {
      fc.pre(judgeTrend(months).kind === 'rising')
      expect(judgeTrend([...months.slice(0, -1), (months.at(-1) ?? 0) + more]).kind).toBe('rising')
    }),
    fixed,
  )
})

it('gives the chance of ranks that counting every order gives, with equal values too', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 }), (values) => {
      const falls = (order: readonly number[]) =>
        order.reduce((sum, value, k) => sum + order.slice(k + 1).filter((later) => later < value).length, 0)
      const all = ordersOf(values)
      const asFew = all.filter((order) => falls(order) <= falls(values)).length
      expect(chanceOfRise(values)).toBeCloseTo(asFew / all.length, 12)
    }),
    { ...fixed, numRuns: 60 },
  )
})

it('gives the chance of sums that adding the binomial terms gives', () => {
  const binomial = (n: number, k: number): number => (k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k)
  fc.assert(
    fc.property(fc.nat(25), fc.nat(25), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (a, b, m, n) => {
      const share = n / (m + n)
      const terms = Array.from({ length: a + 1 }, (_, k) => binomial(a + b, b + k) * share ** (b + k) * (1 - share) ** (a - k))
      const sum = terms.reduce((all, term) => all + term, 0)
      expect(chanceOfMore({ volume: a, months: m }, { volume: b, months: n })).toBeCloseTo(sum, 9)
    }),
    fixed,
  )
})

it('bears sums of millions', () => {
  expect(chanceOfMore({ volume: 1_000_000, months: 6 }, { volume: 1_010_000, months: 6 })).toBeLessThan(1e-9)
  expect(chanceOfMore({ volume: 1_000_000, months: 6 }, { volume: 1_000_000, months: 6 })).toBeCloseTo(0.5, 2)
})

it('seldom calls a level series rising, also where petitions come in crowds', () => {
  const { draw, poisson } = lots(5)
  const share = (rate: () => number) => {
    const series = Array.from({ length: 1000 }, () => Array.from({ length: 12 }, () => poisson(rate())))
    return series.filter((months) => judgeTrend(months).kind === 'rising').length / 1000
  }
  for (const rate of [0.5, 2, 10]) expect(share(() => rate)).toBeLessThan(0.03)
  // The rate of each month drawn anew: variances of a multiple of the mean, as repeated and joint petitions make them.
  for (const rate of [2, 10]) expect(share(() => -Math.log(1 - draw()) * rate)).toBeLessThan(0.06)
})

it('refuses other than twelve months, and volumes that are no counts', () => {
  expect(() => judgeTrend([1, 2, 3])).toThrow(RangeError)
  for (const wrong of [-1, 1.5, Number.NaN])
    expect(() => judgeTrend([...Array.from({ length: 11 }, () => 1), wrong])).toThrow(RangeError)
})

function ordersOf(values: readonly number[]): readonly (readonly number[])[] {
  return values.length === 0
    ? [[]]
    : values.flatMap((value, k) => ordersOf(values.toSpliced(k, 1)).map((rest) => [value, ...rest]))
}

function lots(seed: number) {
  let state = seed
  const draw = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const poisson = (mean: number) => {
    let [k, term, left] = [0, Math.exp(-mean), draw()]
    while (left > term && k < 1000) {
      left -= term
      k += 1
      term *= mean / k
    }
    return k
  }
  return { draw, poisson }
}
