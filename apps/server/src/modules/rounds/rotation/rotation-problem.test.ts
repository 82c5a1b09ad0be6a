import { expect, it } from 'vitest'
import type { RoundRecord } from '../round/round-record.ts'
import type { TeamRecord } from '../teams/team-store.ts'
import { membersOf, rotationProblem, type RotationGround } from './rotation-problem.ts'

const round = {
  title: '小循环',
  zones: [
    { name: '甲', members: ['530502', '530521', '530523'], similarity: '' },
    { name: '乙', members: ['5306'], similarity: '' },
  ],
  rules: {},
  positions: { '530502': [0, 0], '530521': [3, 4] },
} as unknown as RoundRecord
const team = (sending: number): TeamRecord => ({ id: String(sending), number: 1, name: '', sending, host: null, slots: [] })
const ground: RotationGround = {
  round,
  teams: [team(530_602_000_000), team(530_621_000_000), team(530_502_000_000)],
  past: {
    rounds: [
      { label: '2024-1', title: '' },
      { label: '2025-1', title: '' },
    ],
    visits: [],
    dispatches: [
      { label: '2025-1', home: '530502', host: '530521102' },
      { label: '2024-1', home: '530502', host: '420100' },
    ],
    travel: [{ home: '530502', host: '530523', kilometres: 99 }],
  },
  bars: [],
}
const name = (code: string | number) => ({ code: String(code), name: `名${code}` })

it('members are the places of the zones, or the homes of the teams inside them', () => {
  expect(membersOf(ground).map(({ code, zone }) => `${zone} ${code}`)).toEqual([
    '甲 530502',
    '甲 530521',
    '甲 530523',
    '乙 530602',
    '乙 530621',
  ])
})

it('what lies in a member counts for it, and what lies in none is left out', () => {
  const problem = rotationProblem(ground, {}, name)
  expect(problem.rounds).toEqual(['2024-1', '2025-1'])
  expect(problem.dispatched).toEqual([{ round: '2025-1', home: '530502', host: '530521' }])
})

it('kilometres come from the register, else from positions, and only pairs of one zone have any', () => {
  const { travel } = rotationProblem(ground, {}, name)
  expect(travel).toContainEqual(['530502', '530523', 99])
  expect(travel).toContainEqual(['530502', '530521', 5])
  expect(travel.some(([home, host]) => home === '530502' && host === '530602')).toBe(false)
  expect(rotationProblem(ground, { way: 'any' }, name).travel).toEqual([])
})

it('a draw is of one round; left out rules are those of the round, with everything remembered', () => {
  expect(rotationProblem(ground, { way: 'draw', rounds: 5 }, name).wanted).toBe(1)
  expect(rotationProblem(ground, {}, name).rules).toEqual({ noSwap: true, again: 'bar', reversal: 'prefer' })
  const asked = rotationProblem({ ...ground, round: { ...round, rules: { again: 'off' } } }, { reversal: 'bar', memory: 2 }, name)
  expect(asked.rules).toEqual({ noSwap: true, again: 'off', reversal: 'bar', repeatRounds: 2 })
})

it('more than 60 members of a zone are refused with the way out', () => {
  const large = Array.from({ length: 61 }, (_, k) => String(530_500 + k))
  const zones = [{ name: '大', members: large, similarity: '' }]
  expect(() => rotationProblem({ ...ground, round: { ...round, zones }, teams: [] }, {}, name)).toThrow(
    expect.objectContaining({ details: expect.objectContaining({ en: expect.stringContaining('shengmian rotate') }) }),
  )
})
