import { describe, expect, it } from 'vitest'
import type { Problem, ProblemPerson } from '../problem.ts'
import { proveBound } from './prove-bound.ts'
import { largeRound } from './testing/large-round.ts'
import { only, restated, type Round } from './testing/sound-round.ts'
import { verifyPlan } from './verify-plan.ts'

const SIZE = { people: 1000, teams: 150, ties: 20 }

/** Every price a whole number of kilometres below thirty, by a fixed rule. */
function pricesOf({ people }: Problem): Record<string, number> {
  return Object.fromEntries(people.map(({ id }, i) => [id, 64 * ((i * 7919) % 30)]))
}

/** The person in a seat of a team, to change him. */
function member({ problem, plan }: Round, team: number, seat: number): ProblemPerson {
  const { person } = only(only(plan.teams, team).members, seat)
  return only(
    problem.people.filter(({ id }) => id === person),
    0,
  )
}

/** A fault in a team of its own: what is changed, and what must be found. */
type Fault = (round: Round, team: number) => string

const pair =
  (rule: string, change: (round: Round, person: ProblemPerson, target: Problem['targets'][number]) => void): Fault =>
  (round, team) => {
    const [person, target] = [member(round, team, 3), only(round.problem.targets, team)]
    change(round, person, target)
    return `${rule} ${person.id} ${target.id}`
  }

const FAULTS: readonly Fault[] = [
  pair('barred', ({ problem }, { id }, target) => problem.barred.push({ person: id, target: target.id, why: 'w', source: 's' })),
  pair('tie', ({ problem }, { id }, target) =>
    problem.ties.push({ a: only(target.insiders, 0), b: id, kind: 'study', strength: 600, source: 's' }),
  ),
  pair('kin', ({ problem }, { id }, target) =>
    problem.ties.push({ a: id, b: only(target.insiders, 2), kind: 'kinship', strength: 1000, source: 's' }),
  ),
  pair('home', (_, person, { region }) => (person.home = region.slice(0, 6))),
  pair('native', (_, person, { region }) => (person.native = region.slice(0, 9))),
  pair('posting', (_, person, { region }) => (person.postings = [{ region, from: '2001-01', to: null }])),
  pair('repeat', ({ problem }, { id }, { region }) =>
    problem.history.push({ round: '2025-2', person: id, region: region.slice(0, 6) }),
  ),
  (round, team) => {
    member(round, team, 1).unavailable = true
    return `slot t${team}/1`
  },
  (round, team) => {
    member(round, team, 0).roles = ['member']
    return `slot t${team}/0`
  },
  (round, team) => {
    const [a, b] = [member(round, team, 3).id, member(round, team, 0).id]
    round.problem.apart.push([a, b])
    return `apart ${a} ${b}`
  },
  (round, team) => {
    for (const seat of [0, 2, 3]) member(round, team, seat).home = '999999'
    return `same-home t${team}`
  },
  (round, team) => {
    for (const seat of [0, 1, 2, 3]) member(round, team, seat).experience = 'ordinary'
    return `senior t${team}`
  },
  (round, team) => {
    for (const seat of [1, 2]) member(round, team, seat).experience = 'newcomer'
    return `newcomers t${team}`
  },
  (round, team) => {
    only(round.problem.targets, team).needs = ['diving']
    return `need t${team} u${team}`
  },
  (round, team) => {
    const { id } = member(round, team + 40, 3)
    round.problem.pins.push({ person: id, team: `t${team}` })
    return `pin ${id} t${team}`
  },
  (round, team) => {
    only(round.plan.teams, team).host = '888888'
    return `host t${team}`
  },
]

describe('verify, at the scale of a province', () => {
  it('finds nothing in a sound plan, and confirms the bound that its certificate proves', () => {
    const { problem, plan } = largeRound(SIZE)
    plan.certificates.push({ of: 'travel', scale: 64, prices: pricesOf(problem) })
    const [proof] = proveBound(problem, plan)
    expect(proof).toMatchObject({ of: 'travel', isExact: true })
    plan.bound.travel = proof?.value ?? 0
    expect(plan.bound.travel).toBeGreaterThan(0)
    expect(verifyPlan(problem, plan)).toMatchObject({ isValid: true, breaches: [], notes: [] })
    plan.bound.travel += 1
    expect(verifyPlan(problem, plan).breaches.map(({ rule }) => rule)).toEqual(['bound'])
  })

  it('finds every fault that was planted among thousands of seats, and nothing else', () => {
    const round = largeRound(SIZE)
    const planted = FAULTS.map((fault, i) => fault(round, 3 * i + 1))
    const { problem, plan } = restated(round)
    const extra = plan.unassigned.pop() ?? ''
    plan.objective.travel += 1
    plan.certificates.push({ of: 'travel', scale: 1, prices: { nobody: 1 } })
    problem.name = 'another'
    const found = verifyPlan(problem, plan).breaches.map(({ rule, subject }) => `${rule} ${subject}`)
    const expected = [...planted, `unassigned ${extra}`, 'objective travel', 'certificate travel', 'problem problem']
    // A host that was changed is named twice: it is not the given one, and the target lies outside it.
    expect([...new Set(found)].sort()).toEqual(expected.sort())
  })
})
