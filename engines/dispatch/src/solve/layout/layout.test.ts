import { describe, expect, it } from 'vitest'
import { compileInstance } from '../compile/instance.ts'
import { BAOSHAN, person, problem, regionsOf, target, team } from '../testing/sample-problem.ts'
import type { Problem } from '../../problem.ts'
import { openLayout, type Arguments, type Layout } from './layout.ts'
import { listOptions } from './options.ts'

const round = (more: Partial<Problem>): Problem =>
  problem({
    rules: { mode: 'pooled' },
    regions: regionsOf([...BAOSHAN]),
    people: BAOSHAN.map(({ code }) => person(code, code)),
    teams: BAOSHAN.map(({ name }) => team(name, ['leader'])),
    targets: BAOSHAN.map(({ code }) => target(`u${code}`, code)),
    ...more,
  })

const layoutOf = (own: Problem, argue: Arguments = 'teams'): Layout => {
  const instance = compileInstance(own)
  return openLayout(instance, listOptions(instance), (option) => option.breaks.length === 0, argue)
}

describe('what is open about places', () => {
  it('teams that are alike take the regions in order, so that only people are left to choose', () => {
    const layout = layoutOf(round({}))
    expect(layout.isFixed).toBe(true)
    expect(layout.byTeam.map(([option]) => option?.host)).toEqual(BAOSHAN.map(({ code }) => code))
  })

  it('nothing is argued where demands may be dropped', () => {
    expect(layoutOf(round({}), 'none').options).toHaveLength(25)
  })

  it('one team that somebody is pinned to may go anywhere, and shifts the others by one at most', () => {
    const layout = layoutOf(round({ pins: [{ person: '530502', team: '龙陵县' }] }))
    expect(layout.byTeam.map((options) => options.length)).toEqual([2, 2, 5, 2, 2])
    expect(layout.options.some((option) => layout.isShared(option))).toBe(false)
  })

  it('more teams than regions share: the first take one each, the last is free', () => {
    const teams = [...round({}).teams, team('第六组', ['leader'])]
    const layout = layoutOf(round({ teams }))
    expect(layout.byTeam.map((options) => options.length)).toEqual([1, 1, 1, 1, 1, 5])
    expect(layout.options.every((option) => layout.isShared(option))).toBe(true)
    expect(layout.canAllWork).toBe(false)
  })

  it('a given host and home are the only option; a home at its own host breaks "self"', () => {
    const instance = compileInstance(round({ teams: [team('a', ['leader'], { home: '530502', host: '530502' })] }))
    expect(listOptions(instance).map(({ home, host, breaks }) => ({ home, host, breaks }))).toEqual([
      { home: '530502', host: '530502', breaks: ['self'] },
    ])
  })

  it('a target where no team can be is uncovered', () => {
    const teams = BAOSHAN.slice(0, 4).map(({ code, name }) => team(name, ['leader'], { host: code }))
    expect(layoutOf(round({ teams })).uncovered).toEqual([4])
  })
})
