import { expect, it } from 'vitest'
import { coverageSum, fullness, gridOf, periodName, periodShort, walk, yearsOver } from './matrix.ts'

const period = (start: string, end: string) => ({
  id: start,
  start,
  end,
  isPast: false,
  units: 0,
  used: 0,
  days: 0,
  lookBacks: 0,
  above: null,
})

it('a period is named by its months, a single month by itself', () => {
  expect(periodName(period('2027-04-01', '2027-06-30'))).toEqual({ zh: '2027年4—6月', en: '2027 04–06' })
  expect(periodShort(period('2027-11-01', '2027-11-30'))).toEqual({ zh: '11月', en: '11' })
})

it('years stand over as many columns as they have periods', () => {
  const periods = [period('2026-07-01', '2026-12-31'), period('2027-01-01', '2027-06-30'), period('2027-07-01', '2027-12-31')]
  expect(yearsOver(periods)).toEqual([
    { year: '2026', span: 1 },
    { year: '2027', span: 2 },
  ])
})

it('arrow keys walk the table and stop at its edges; other keys are left alone', () => {
  expect(walk({ row: 0, column: 0 }, 'ArrowLeft', 3, 4)).toEqual({ row: 0, column: 0 })
  expect(walk({ row: 0, column: 0 }, 'ArrowDown', 3, 4)).toEqual({ row: 1, column: 0 })
  expect(walk({ row: 2, column: 1 }, 'ArrowDown', 3, 4)).toEqual({ row: 2, column: 1 })
  expect(walk({ row: 1, column: 1 }, 'End', 3, 4)).toEqual({ row: 1, column: 3 })
  expect(walk({ row: 1, column: 1 }, 'Enter', 3, 4)).toBeNull()
})

it('a cell and its window are found by place and period, and by nothing else', () => {
  const cell = { place: '421003105', period: 'a', units: 3, inspected: 0, pinned: 0, lookBacks: 0, broken: [] }
  const grid = gridOf({ cells: [cell], windows: [], rows: [] })
  expect(grid.cell('421003105', 'a')).toBe(cell)
  expect(grid.cell('421003105', 'b')).toBeUndefined()
  expect(grid.window('421003105', 'a')).toBeUndefined()
})

it('a period without team-days is full as soon as anything lies in it, and never more than full', () => {
  expect([fullness({ used: 0, days: 0 }), fullness({ used: 4, days: 0 })]).toEqual([0, 1])
  expect([fullness({ used: 5, days: 10 }), fullness({ used: 15, days: 10 })]).toEqual([0.5, 1])
})

it('coverage is summed over the levels', () => {
  const level = (due: number, placed: number, inspected: number) => ({ level: 'village' as const, due, placed, inspected })
  expect(coverageSum([level(588, 587, 3), level(12, 12, 0)])).toEqual({ due: 600, placed: 599, inspected: 3 })
})

it('a window that every row has stands once over its column, and a row keeps only what is its own', () => {
  const row = (code: string) => ({ place: { code, name: code }, isCounty: false, due: 0, placed: 0, inspected: 0 })
  const cause = (zh: string) => ({ kind: 'farming' as const, text: { zh, en: zh } })
  const window = (place: string, period: string, ...causes: string[]) => ({
    place,
    period,
    isWhole: false,
    causes: causes.map(cause),
  })
  const windows = [window('甲', 'a', '夏收', '并村'), window('乙', 'a', '夏收'), window('甲', 'b', '并村')]
  const grid = gridOf({ cells: [], windows, rows: [row('甲'), row('乙')] })
  const words = (causes: readonly { readonly text: { readonly zh: string } }[]) => causes.map(({ text }) => text.zh)
  expect([words(grid.common('a')), words(grid.common('b'))]).toEqual([['夏收'], []])
  expect([words(grid.own('甲', 'a')), words(grid.own('乙', 'a')), words(grid.own('甲', 'b'))]).toEqual([['并村'], [], ['并村']])
})
