import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countReports } from './count-reports.ts'
import type { Report } from './report.ts'
import { told } from './testing/world.ts'

const report = (more: Partial<Report>): Report => ({ ...told, v: 1, round: 'r', reply: 'age1', verify: 'k', ...more })
const many = (count: number, more: Partial<Report>) => Array.from({ length: count }, () => report(more))

it('S0-21 Reports are split into those heard on site and from afar, and by where the reporter lives', () => {
  const counts = countReports(
    [
      ...many(6, { channel: 'visit', lives: 'here' }),
      ...many(2, { channel: 'box', lives: null }),
      ...many(9, { channel: 'page', lives: 'away' }),
      ...many(1, { channel: 'call', lives: 'here' }),
    ],
    '2026-11-23',
  )
  expect(counts).toMatchObject({ reports: 18, onSite: 8, remote: 10, lives: { here: 7, away: 9, unsaid: 2 } })
})

it('S2-05 Week by week stand the reports and how many of them are named: 2 and 0, then 15 and 6', () => {
  const counts = countReports(
    [
      ...many(2, { day: '2026-11-24' }),
      ...many(6, { day: '2026-12-08', named: 'x' }),
      ...many(9, { day: '2026-12-13' }),
      report({ day: '2026-12-13', seq: 2, named: 'x' }),
    ],
    '2026-11-23',
  )
  expect(counts.weeks).toEqual([
    { week: 1, reports: 2, named: 0 },
    { week: 2, reports: 0, named: 0 },
    { week: 3, reports: 15, named: 6 },
  ])
})

it('A village with fewer than five reports is hidden, and nobody can work it out from the total', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }), (sizes) => {
      const { reports, villages } = countReports(
        sizes.flatMap((size, at) => many(size, { village: `13020710220${at}` })),
        '2026-11-23',
      )
      const shown = villages.filter((village) => village.reports !== null)
      expect(shown.every((village) => (village.reports ?? 0) >= 5)).toBe(true)
      const hidden = villages.length - shown.length
      expect(hidden === 1 && villages.length > 1).toBe(false)
      expect(reports - shown.reduce((sum, village) => sum + (village.reports ?? 0), 0) > 0).toBe(hidden > 0)
    }),
    { seed: 21, numRuns: 300 },
  )
  expect(countReports(many(3, {}), '2026-11-23').villages).toEqual([{ village: told.village, reports: null }])
})

it('Hidden villages with one report each, or four each, are not told by the total: a larger one is hidden with them', () => {
  const sizes = (...all: number[]) =>
    countReports(
      all.flatMap((size, at) => many(size, { village: `13020710220${at}` })),
      '2026-11-23',
    ).villages.map(({ reports }) => reports)
  expect(sizes(9, 8, 1, 1)).toEqual([9, null, null, null])
  expect(sizes(9, 8, 4, 4, 4)).toEqual([9, null, null, null, null])
  expect(sizes(9, 8, 3, 1)).toEqual([9, 8, null, null])
  expect(sizes(9, 8)).toEqual([9, 8])
})

it('S0-24 Printed codes are counted within their village, and small ones are hidden', () => {
  const [east, west] = ['130207102201', '130207102202']
  const byCode = (poster: string | null, count: number, village: string | null = east) => many(count, { poster, village })
  const { villages, codes } = countReports(
    [
      ...byCode('shop', 9),
      ...byCode('card', 7),
      ...byCode('gate', 2),
      ...byCode(null, 1),
      ...byCode('yard', 6, west),
      ...byCode('fair', 3, null),
      ...byCode('mill', 2, '130207102203'),
    ],
    '2026-11-23',
  )
  expect(villages).toEqual([
    { village: east, reports: 19 },
    { village: west, reports: 6 },
    { village: null, reports: null },
    { village: '130207102203', reports: null },
  ])
  expect(codes).toEqual([
    { village: east, poster: 'shop', reports: 9 },
    { village: east, poster: 'card', reports: 7 },
    { village: east, poster: 'gate', reports: null },
    { village: east, poster: null, reports: null },
    { village: west, poster: 'yard', reports: 6 },
    { village: null, poster: 'fair', reports: null },
    { village: '130207102203', poster: 'mill', reports: null },
  ])
})
