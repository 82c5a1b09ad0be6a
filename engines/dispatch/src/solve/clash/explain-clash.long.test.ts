import { describe, expect, it } from 'vitest'
import type { Problem } from '../../problem.ts'
import { planDispatch } from '../plan-dispatch.ts'
import { clashOf } from '../testing/plan-of.ts'
import { BAOSHAN, SEED, person, problem, regionsOf, target, team, tianjinPooled } from '../testing/sample-problem.ts'

/** Two teams of two for two counties, six people of a third one: easily planned until something is planted. */
function easy(more: Partial<Problem> = {}): Problem {
  return problem({
    rules: { mode: 'pooled', maxSameHome: null },
    regions: regionsOf([...BAOSHAN]),
    people: Array.from({ length: 6 }, (_, i) => person(`p${i}`, '530524', { roles: i < 3 ? ['leader', 'member'] : ['member'] })),
    teams: [team('a', ['leader', 'member'], { host: '530502' }), team('b', ['leader', 'member'], { host: '530521' })],
    targets: [target('u1', '530502101'), target('u2', '530521101')],
    ...more,
  })
}

const rulesOf = (clash: Awaited<ReturnType<typeof clashOf>>): readonly string[] => [
  ...new Set(clash.items.map((item) => item.rule)),
]
const prices = (clash: Awaited<ReturnType<typeof clashOf>>): readonly (readonly [string, number])[] =>
  clash.relaxations.map(({ rules, price }) => [rules.join(' '), price] as const)

describe('a round without a plan', () => {
  it('names the slot that nobody can fill, and how many people it is short of', async () => {
    const people = easy().people.map((own, i) => (i < 2 ? { ...own, roles: ['member'] } : own))
    const clash = await clashOf(easy({ people }))
    expect(clash.items.map((item) => item.subject)).toEqual(['a 0', 'b 0'])
    expect(clash.items[0]?.en).toContain('a asks for 1 × leader; 1 people in all could be it')
    expect(prices(clash)).toEqual([['slot', 1]])
  })

  it('names the two kin and offers to call up people, never to lift the bar', async () => {
    const ties = ['p0', 'p1', 'p2'].map((a) => ({ a, b: 'o1', kind: 'kinship', strength: 1000, source: 'declared' }))
    const clash = await clashOf(
      easy({ ties, targets: [target('u1', '530502101', { insiders: ['o1'] }), target('u2', '530521101')] }),
    )
    expect(rulesOf(clash)).toEqual(['slot', 'kin'])
    expect(clash.items.filter((item) => item.rule === 'kin').map((item) => item.subject)).toEqual(['p0', 'p1', 'p2'])
    expect(prices(clash)).toEqual([['slot', 1]])
  })

  it.each([
    ['home', (own: Problem) => ({ people: own.people.map((p) => ({ ...p, home: '530502101', native: null })) })],
    ['native', (own: Problem) => ({ people: own.people.map((p) => ({ ...p, native: '530502' })) })],
    [
      'posting',
      (own: Problem) => ({
        people: own.people.map((p) => ({ ...p, postings: [{ region: '530502', from: '2020-01', to: null }] })),
      }),
    ],
    ['repeat', (own: Problem) => ({ history: own.people.map((p) => ({ round: '2025-2', person: p.id, region: '530502' })) })],
    [
      'barred',
      (own: Problem) => ({ barred: own.people.map((p) => ({ person: p.id, target: 'u1', why: 'objection', source: 'letter' })) }),
    ],
  ] as const)('names %s where it keeps everybody from a county', async (rule, plant) => {
    const clash = await clashOf(easy(plant(easy())))
    expect(rulesOf(clash)).toContain(rule)
    const offered = clash.relaxations.flatMap((relaxation) => relaxation.rules)
    expect(offered.includes(rule as never)).toBe(rule === 'repeat')
  })

  it('prices a limit of homes: one member too many in each team', async () => {
    const clash = await clashOf(easy({ rules: { mode: 'pooled', maxSameHome: 1 } }))
    expect(rulesOf(clash)).toEqual(['slot', 'same-home'])
    expect(prices(clash)).toContainEqual(['same-home', 2])
  })

  it.each([
    ['senior', { rules: { mode: 'pooled', maxSameHome: null, minSenior: 1 } as const }, 2],
    [
      'unknown',
      {
        rules: { mode: 'pooled', maxSameHome: null, unverified: 'bar' } as const,
        people: easy().people.map((p) => ({ ...p, unverified: ['ties' as const] })),
      },
      4,
    ],
    ['unavailable', { people: easy().people.map((p, i) => ({ ...p, unavailable: i > 2 })) }, 1],
    ['need', { targets: [target('u1', '530502101', { needs: ['audit'] }), target('u2', '530521101')] }, 1],
    [
      'newcomers',
      {
        rules: { mode: 'pooled', maxSameHome: null, maxNewcomers: 1 } as const,
        people: easy().people.map((p) => ({ ...p, experience: 'newcomer' as const })),
      },
      2,
    ],
  ])('names %s and the exceptions that it would take', async (rule, more, price) => {
    const clash = await clashOf(easy(more))
    expect(rulesOf(clash)).toContain(rule)
    expect(prices(clash)).toContainEqual([rule, price])
  })

  it('names people kept apart', async () => {
    const people = easy().people.slice(0, 4)
    const apart: [string, string][] = [0, 1, 2].map((i) => [`p${i}`, 'p3'])
    const clash = await clashOf(easy({ people, apart }))
    expect(rulesOf(clash)).toEqual(['slot', 'apart'])
    expect(prices(clash)).toContainEqual(['apart', 1])
  })

  it('names somebody pinned to two teams, and nothing else', async () => {
    const pins = [
      { person: 'p0', team: 'a' },
      { person: 'p0', team: 'b' },
    ]
    const clash = await clashOf(easy({ pins }))
    expect(clash.items).toHaveLength(1)
    expect(clash.items[0]).toMatchObject({ rule: 'pin', subject: 'p0' })
    expect(prices(clash)).toEqual([['pin', 1]])
  })

  it('names regions that have no team', async () => {
    const clash = await clashOf(easy({ targets: [...easy().targets, target('u3', '530581101')] }))
    expect(clash.items.map((item) => [item.rule, item.subject])).toEqual([['one-team', 'u3']])
    expect(clash.relaxations).toEqual([])
  })

  it('two clashes at once are relaxed together', async () => {
    const clash = await clashOf(
      easy({
        rules: { mode: 'pooled', maxSameHome: null, minSenior: 1 },
        pins: [
          { person: 'p0', team: 'a' },
          { person: 'p0', team: 'b' },
        ],
      }),
    )
    expect(clash.relaxations).toHaveLength(1)
    expect(clash.relaxations[0]?.rules.toSorted()).toEqual(['pin', 'senior'])
  })

  it('is irreducible: with any one item gone there is a plan', async () => {
    const base = easy()
    const ties = ['p0', 'p1', 'p2'].map((a) => ({ a, b: 'o1', kind: 'kinship', strength: 1000, source: 'declared' }))
    const planted = easy({ ties, targets: [target('u1', '530502101', { insiders: ['o1'] }), target('u2', '530521101')] })
    expect((await clashOf(planted)).isIrreducible).toBe(true)
    for (const gone of ties) {
      const answer = await planDispatch(
        { ...planted, ties: ties.filter((tie) => tie !== gone) },
        { seed: SEED, effort: 1_000_000 },
      )
      expect(answer.kind).toBe('plan')
    }
    expect((await planDispatch(base, { seed: SEED, effort: 1_000_000 })).kind).toBe('plan')
  })

  it('at the size of a city names only the slots when there are three leaders too few', async () => {
    const full = tianjinPooled(1, 130)
    const people = full.people.map((own, i) => (i % 10 === 0 ? { ...own, roles: ['member'] } : own))
    const clash = await clashOf({ ...full, people })
    expect(rulesOf(clash)).toEqual(['slot'])
    expect(prices(clash)).toEqual([['slot', 3]])
  })
})
