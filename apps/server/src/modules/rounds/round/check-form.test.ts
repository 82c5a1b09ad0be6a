import { expect, it } from 'vitest'
import { checkForm, levelDifference } from './check-form.ts'

const form = {
  authority: 421_000_000_000,
  mode: 'rotation' as const,
  types: [] as readonly ('cross-region' | 'level-raised' | 'assistance')[],
  elevated: false,
  sending: null,
  host: null,
  authorisation: null,
  starts: '2024-06-01',
  ends: '2024-08-31',
}
const letter = { number: '荆发〔2024〕6号', date: '2024-05-20', by: '中共荆州市委' }

it('S2-01 one round may be level-raised and a rotation at once, while rotation with assistance is refused with its reason', () => {
  expect(checkForm({ ...form, types: ['level-raised'], authorisation: letter })).toEqual([])
  const [refused] = checkForm({ ...form, types: ['assistance'] })
  expect(refused?.level).toBe('bar')
  expect(refused?.zh).toContain('整建制')
  expect(checkForm({ ...form, mode: 'paired', types: ['assistance'] })).toEqual([])
})

it('S2-37 a city that inspects a village acts two levels above the village’s own superior', () => {
  expect(levelDifference(421_000_000_000, ['421003105201'])).toBe(2)
  expect(levelDifference(421_003_000_000, ['421003105'])).toBe(0)
  expect(levelDifference(421_003_000_000, [])).toBeNull()
})

it('S1-01 a city-level round with village targets is legal only with type level-raised and an authorisation document', () => {
  const targets = ['530502100201']
  const city = { ...form, authority: 530_500_000_000 }
  expect(checkForm(city, targets).map((warning) => warning.rule)).toEqual(['level-raised'])
  expect(checkForm({ ...city, types: ['level-raised'] }, targets).map((warning) => warning.rule)).toEqual(['authorisation'])
  expect(checkForm({ ...city, types: ['level-raised'], authorisation: letter }, targets)).toEqual([])
  expect(checkForm({ ...city, authority: 530_502_000_000 }, targets)).toEqual([])
})

it('a sender inside which the target lies is the same authority, a neighbour is not', () => {
  const cross = { ...form, types: ['cross-region' as const] }
  expect(checkForm({ ...cross, sending: 421_024_000_000 }, ['421003105'])).toEqual([])
  expect(checkForm({ ...cross, sending: 421_003_000_000 }, ['421003105'])[0]?.rule).toBe('same-authority')
})
