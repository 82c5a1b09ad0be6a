// Each bar is taken from the solver's eyes, one at a time: it then answers a plan, and the independent check must refuse it by that bar's
// name. The list comes from the folder: a new rule without its mutant is red.
import { readdirSync } from 'node:fs'
import { ALL_RULES } from '@shengmian/recusal'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../problem.ts'
import { verifyPlan } from '../verify/index.ts'
import { planDispatch } from './plan-dispatch.ts'
import { SEED, person, problem, target, team } from './testing/sample-problem.ts'

type Person = Problem['people'][number]

/** One person, one seat, one target: whatever bars him bars the plan. */
function alone(
  own: Partial<Person>,
  more: Partial<Problem> = {},
  slot: Problem['teams'][number]['slots'][number] = { role: 'leader' },
): Problem {
  return problem({
    rules: { mode: 'pooled' },
    people: [person('p0', '530524', { native: '530302', ...own })],
    teams: [{ ...team('t0', []), home: slot.origin === undefined ? null : '530524', host: '530502', slots: [slot] }],
    targets: [target('u0', '530502101201', { insiders: ['o0'] })],
    ...more,
  })
}

const tied = (kind: string, strength: number): Problem => alone({}, { ties: [{ a: 'p0', b: 'o0', kind, strength, source: 's' }] })
const local = (own: Partial<Person>): Problem => alone(own, {}, { role: 'leader', origin: 'host' })

/** By the file's name in engines/recusal/src/rules: a round that only this rule bars, and the name of its bar. */
const CASES: Readonly<Record<string, { readonly name: string; readonly bar: string; readonly round: Problem }>> = {
  'declared-tie': { name: 'declared-tie', bar: 'tie', round: tied('friendship', 700) },
  home: { name: 'home', bar: 'home', round: alone({ home: '530502102' }) },
  kin: { name: 'kin', bar: 'kin', round: tied('kinship', 1000) },
  local: { name: 'local', bar: 'local', round: local({ home: '530502101' }) },
  native: { name: 'native', bar: 'native', round: alone({ native: '530502' }) },
  objection: {
    name: 'objection',
    bar: 'barred',
    round: alone({}, { barred: [{ person: 'p0', target: 'u0', why: 'w', source: 's' }] }),
  },
  'own-unit': { name: 'own-unit', bar: 'local', round: local({ home: '530502102', unit: 'u0' }) },
  posting: { name: 'posting', bar: 'posting', round: alone({ postings: [{ region: '530502', from: '2025-01', to: null }] }) },
  repeat: { name: 'repeat', bar: 'repeat', round: alone({}, { history: [{ round: '2025-2', person: 'p0', region: '530502' }] }) },
  'shared-leadership': { name: 'shared-leadership', bar: 'tie', round: tied('shared-leadership', 700) },
  study: { name: 'study', bar: 'tie', round: tied('study', 700) },
}

const OPTIONS = { seed: SEED, effort: 100_000 }

describe('a bar of the recusal engine', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })

  it('has its mutant, every one of the folder', () => {
    const files = readdirSync(new URL('../../../recusal/src/rules/', import.meta.url)).filter((file) => !file.includes('.test.'))
    expect(files.map((file) => file.replace('.ts', '')).toSorted()).toEqual(Object.keys(CASES).toSorted())
  })

  it.each(Object.entries(CASES))(
    '%s leaves no plan; taken from the solver, verify refuses what it answers',
    async (_, { name, bar, round }) => {
      expect((await planDispatch(round, OPTIONS)).kind).toBe('no-plan')
      const rule = ALL_RULES.find((candidate) => candidate.name === name)
      if (rule === undefined) throw new Error(`the engine has no rule ${name}`)
      vi.spyOn(rule, 'judge').mockReturnValue('pass')
      const answer = await planDispatch(round, OPTIONS)
      if (answer.kind !== 'plan') throw new Error('without its only bar there is a plan')
      expect([...new Set(verifyPlan(round, answer.plan).breaches.map(({ rule: broken }) => broken))]).toEqual([bar])
    },
  )
})
