import { describe, expect, it } from 'vitest'
import type { Problem } from '../../problem.ts'
import { planDispatch } from '../plan-dispatch.ts'
import { person, problem, SEED, target, team } from '../testing/sample-problem.ts'
import type { Clash } from '../answer.ts'

/** Two teams of two at hosts given; four people, of whom `apart` names pairs. */
function round(more: Partial<Problem> = {}): Problem {
  return problem({
    rules: { mode: 'pooled', maxSameHome: null },
    people: [0, 1, 2, 3].map((i) => person(`p${i}`, '530524', { roles: i === 0 ? ['leader', 'member'] : ['member'] })),
    teams: [0, 1].map((t) => team(`t${t}`, ['member', 'member'], { host: `5305${10 + t}` })),
    targets: [0, 1].map((t) => target(`u${t}`, `5305${10 + t}101`)),
    ...more,
  })
}

async function sketchOf(given: Problem): Promise<Clash> {
  const answer = await planDispatch(given, { seed: SEED, effort: 100_000, clash: 'sketch' })
  if (answer.kind === 'plan') throw new Error('there is a plan')
  return answer.clash
}

describe('a clash in outline', () => {
  it('is named by counting where people are lacking, with how many', async () => {
    const clash = await sketchOf(round({ people: round().people.slice(0, 3) }))
    expect(clash).toMatchObject({ proven: true, items: expect.arrayContaining([expect.objectContaining({ rule: 'slot' })]) })
    expect(clash.zh).toContain('至少缺 1 人')
  })

  it('names the rules that clash where counting finds nothing, none that is not needed, and prices no way out', async () => {
    const people = ['p0', 'p1', 'p2', 'p3']
    const apart = people.flatMap((a, i) => people.slice(i + 1).map((b): [string, string] => [a, b]))
    const clash = await sketchOf(
      round({ apart, rules: { mode: 'pooled', maxSameHome: null, minSenior: 0, distinctLeaders: true } }),
    )
    expect(clash.proven).toBe(true)
    expect(clash.items.map(({ rule, subject }) => [rule, subject])).toEqual([
      ['slot', ''],
      ['one-team', ''],
      ['apart', ''],
    ])
    expect(clash.relaxations).toEqual([])
    // what it leaves out is not needed: without the pairs there is a plan
    expect((await planDispatch(round(), { seed: SEED, effort: 100_000 })).kind).toBe('plan')
  })

  it('counts a rule that keeps whole teams away once, not once for everybody it keeps away', async () => {
    const clash = await sketchOf(
      round({
        rules: { mode: 'pooled', maxSameHome: null, elevated: true },
        teams: [team('t0', ['leader', 'member'], { host: '530510' })],
        targets: [target('u0', '530510101')],
      }),
    )
    expect(clash.items.filter(({ rule }) => rule === 'level')).toHaveLength(1)
  })
})
