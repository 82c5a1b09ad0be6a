import { expect, it } from 'vitest'
import { readRates } from './read-rates.ts'

it('rates without a source are refused with the place, and so is a bearer that nobody knows', () => {
  const rates = { fenPerKm: 50, fenPerDay: 18_000, source: '差旅费管理办法', bearers: { pooled: 'host' } }
  expect(readRates(JSON.stringify(rates))).toEqual({ kind: 'read', value: rates })
  const { source: _source, ...nameless } = rates
  for (const [bad, path] of [
    [nameless, '$.source'],
    [{ ...rates, bearers: { pooled: 'nobody' } }, '$.bearers.pooled'],
    [{ ...rates, fenPerKm: 0.5 }, '$.fenPerKm'],
  ] as const)
    expect(readRates(JSON.stringify(bad))).toMatchObject({ kind: 'refused', issues: [{ path }] })
  expect(readRates('{').kind).toBe('refused')
})
