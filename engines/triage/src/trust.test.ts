import { expect, it } from 'vitest'
import { trustByWeek } from './trust.ts'

const contacts = (day: string, count: number, named: number, visits = 0, households = 0) =>
  Array.from({ length: count }, (_, at) => ({
    day,
    isVisit: at < visits,
    isNamed: at < named,
    isNewHousehold: at >= count - households,
  }))

it('S2-05 week 1 has 2 reports and none named, week 3 has 15 and 6 named: 40 %, and the empty week between says so', () => {
  const weeks = trustByWeek([...contacts('2026-11-03', 2, 0), ...contacts('2026-11-18', 15, 6, 4, 9)], '2026-11-02')
  expect(weeks).toEqual([
    { week: 1, visits: 0, reports: 2, named: 0, households: 0, share: 0 },
    { week: 2, visits: 0, reports: 0, named: 0, households: 0, share: null },
    { week: 3, visits: 4, reports: 15, named: 6, households: 9, share: 0.4 },
  ])
})

it('What came before the stay counts into its first week, and nothing gives no week', () => {
  expect(trustByWeek(contacts('2026-10-20', 1, 1), '2026-11-02')).toEqual([
    { week: 1, visits: 0, reports: 1, named: 1, households: 0, share: 1 },
  ])
  expect(trustByWeek([], '2026-11-02')).toEqual([])
})
