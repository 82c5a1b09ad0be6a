import { describe, expect, it } from 'vitest'
import { addTeams, dealHeads, groupSeats, seatsOf, type SeatGroup } from './team-draft.ts'

const groups: readonly SeatGroup[] = [
  { role: 'leader', skill: '', origin: '', count: 1 },
  { role: 'member', skill: 'audit', origin: 'sender', count: 2 },
]

describe('teams and seats', () => {
  it('turns groups into seats and back', () => {
    expect(seatsOf(groups)).toEqual([
      { role: 'leader' },
      { role: 'member', skill: 'audit', origin: 'sender' },
      { role: 'member', skill: 'audit', origin: 'sender' },
    ])
    expect(groupSeats(seatsOf(groups))).toEqual(groups)
  })

  it('adds teams numbered on from the last', () => {
    let id = 0
    const teams = addTeams([], { count: 2, name: '第{n}组', groups, home: null, host: null }, () => String(++id))
    const more = addTeams(teams, { count: 1, name: '第{n}组', groups, home: '421024', host: null }, () => String(++id))
    expect(more.map((team) => [team.number, team.name, team.home])).toEqual([
      [1, '第1组', null],
      [2, '第2组', null],
      [3, '第3组', '421024'],
    ])
  })

  it('17 leaders are dealt over 5 teams as 4, 4, 3, 3, 3', () => {
    expect(dealHeads(17, 5)).toEqual([4, 4, 3, 3, 3])
    expect(dealHeads(5, 5)).toEqual([1, 1, 1, 1, 1])
  })
})
