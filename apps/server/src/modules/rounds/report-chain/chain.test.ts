import { expect, it } from 'vitest'
import { actsOf, currentOf, stateOf } from './chain.ts'

const step = (event: string, by: string) => ({ event, by_account: by, by_name: by })
const office = { account: 'office', isOffice: true, isGroup: false, isLeader: false }
const deputy = { account: 'deputy', isOffice: false, isGroup: true, isLeader: false }
const leader = { account: 'leader', isOffice: false, isGroup: true, isLeader: true }
const submitted = [step('submit', 'office')]
const reviewed = [...submitted, step('review', 'deputy')]

it('the office hands in, another reviews, the leader alone approves, and nothing follows', () => {
  expect([office, deputy, leader].map((by) => actsOf([], by))).toEqual([['submit'], [], []])
  expect([office, deputy].map((by) => actsOf(submitted, by))).toEqual([[], ['review', 'return']])
  expect([office, deputy, leader].map((by) => actsOf(reviewed, by))).toEqual([[], [], ['approve', 'return']])
  expect(actsOf([...reviewed, step('approve', 'leader')], leader)).toEqual([])
})

it('a return begins anew, and what came before is no part of the chain that stands', () => {
  const returned = [...reviewed, step('return', 'leader')]
  expect([stateOf(returned), currentOf(returned)]).toEqual(['open', []])
  expect(currentOf([...returned, step('submit', 'second')])).toEqual([step('submit', 'second')])
})

it('whoever is named leader and holds no role in the group approves nothing', () => {
  expect(actsOf(reviewed, { ...leader, isGroup: false })).toEqual([])
})
