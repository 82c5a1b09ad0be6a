import { expect, it } from 'vitest'
import { pickOf, waitAt } from './pick.ts'

const PERIODS = ['a', 'b', 'c', 'd', 'e']
const visit = (period: string | null, isLate = false) => ({
  unit: 'u',
  name: '甲村',
  place: { code: '421003105', name: '弥市镇' },
  level: 'village' as const,
  class: null,
  period,
  workload: 4,
  urgency: 0,
  isOwnUrgency: false,
  pinned: null,
  lookBack: { period: 'd', workload: 3, isNamed: false, isPinned: true, isInspected: false, isLate },
  round: null,
})

it('a unit is chosen by its visit and by its look-back apart, each with its own period and pin', () => {
  expect(pickOf(visit('b'), 'first')).toMatchObject({ key: 'first u', period: 'b', isPinned: false, isDone: false })
  expect(pickOf(visit('b'), 'look-back')).toMatchObject({ key: 'look-back u', period: 'd', isPinned: true, isDone: false })
})

it('a look-back that comes too early or too late is told before it is asked; one that is late already is left to the check', () => {
  const rule = { after: 2, within: 3 }
  const at = (period: string, picks = [pickOf(visit('b'), 'look-back')]) => waitAt(picks, period, PERIODS, rule)
  expect(PERIODS.map((period) => at(period))).toEqual(['too-early', 'too-early', 'too-early', null, null])
  expect(at('e', [pickOf(visit('a'), 'look-back')])).toBe('too-late')
  expect(at('e', [pickOf(visit('a', true), 'look-back')])).toBeNull()
  expect(at('a', [pickOf(visit('b'), 'first')])).toBeNull()
  expect(waitAt([pickOf(visit('a'), 'look-back')], 'e', PERIODS, { after: 2, within: null })).toBeNull()
})
