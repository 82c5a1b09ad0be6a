import { describe, expect, it } from 'vitest'
import type { Objective } from '../plan.ts'
import { measurePlan } from './measure-plan.ts'
import { aPerson, only, soundRound, type Round } from './testing/sound-round.ts'

function figures(change: (round: Round) => void): Objective {
  const round = soundRound()
  change(round)
  return measurePlan(round.problem, round.plan)
}

function tied(...ties: readonly [string, string, number][]): (round: Round) => void {
  return ({ problem }) =>
    problem.ties.push(...ties.map(([a, b, strength]) => ({ a, b, kind: 'friendship', strength, source: 's' })))
}

describe('exposure', () => {
  it.each([
    ['a direct tie counts as it is', tied(['p6', 'o3', 300]), 300],
    ['ties hold in both directions', tied(['o3', 'p6', 300]), 300],
    ['a path is the product of its ties', tied(['p6', 'x', 500], ['x', 'o3', 500]), 250],
    ['a path is rounded down at each hop from the person', tied(['p6', 'x', 333], ['x', 'y', 333], ['y', 'o3', 999]), 109],
    [
      'of two paths the stronger counts, also when it is longer',
      tied(['p6', 'o3', 100], ['p6', 'x', 900], ['x', 'o3', 900]),
      810,
    ],
    ['a path of four ties is no path', tied(['p6', 'x', 1000], ['x', 'y', 1000], ['y', 'z', 1000], ['z', 'o3', 1000]), 0],
    ['of several ties between two ends the strongest counts', tied(['p6', 'o3', 100], ['o3', 'p6', 400], ['p6', 'o3', 200]), 400],
    ['every insider is counted', tied(['p6', 'o3', 300], ['p6', 'o4', 200]), 500],
    ['every member is counted', tied(['p6', 'o3', 300], ['p5', 'o3', 200]), 500],
    ['people of other teams are not', tied(['p1', 'o3', 300], ['p7', 'o3', 400]), 0],
  ])('%s', (_, change, worst) => {
    expect(figures(change)).toMatchObject({ worstExposure: worst, totalExposure: worst })
  })

  it('of the worst team is the first level, of all teams together the second', () => {
    expect(figures(tied(['p6', 'o3', 300], ['p1', 'o1', 200], ['p2', 'o1', 50]))).toMatchObject({
      worstExposure: 300,
      totalExposure: 550,
    })
  })

  it('of a member who is himself an insider is certainty', () => {
    expect(figures(({ problem }) => (only(problem.targets, 2).insiders = ['p6']))).toMatchObject({ worstExposure: 1000 })
  })
})

describe('the other figures', () => {
  it('unverified facts count once a member, however many targets read them', () => {
    const round = (change: (person: Round['problem']['people'][number]) => void) => (each: Round) =>
      change(only(each.problem.people, 0))
    expect(figures(round((person) => (person.native = null))).unverified).toBe(1)
    expect(figures(round((person) => (person.unverified = ['native', 'home', 'native']))).unverified).toBe(2)
    expect(figures(round((person) => (person.unverified = ['unit']))).unverified).toBe(0)
    expect(figures(round((person) => (person.postings = null))).unverified).toBe(1)
    expect(figures(round((person) => (person.postings = [{ region: '1201', from: '2000-01', to: '2000-02' }]))).unverified).toBe(
      1,
    )
  })

  it('postings are not read where no posting can bar', () => {
    const change = ({ problem }: Round): void => {
      problem.rules.coolingOffYears = null
      problem.rules.longPostingYears = null
      only(problem.people, 0).postings = null
    }
    expect(figures(change).unverified).toBe(0)
  })

  it('memory counts repeated and reversed pairs where the rules say "prefer"', () => {
    const change = ({ problem, plan }: Round): void => {
      problem.rules.again = 'prefer'
      only(plan.teams, 0).home = '120101'
      only(plan.teams, 1).home = '120102'
      problem.dispatched.push(
        { round: '2025-3', home: '120101', host: '120103' },
        { round: '2025-2', home: '120104', host: '120102' },
        { round: '2025-1', home: '120102', host: '120104' },
      )
    }
    expect(figures(change).memory).toBe(2)
  })

  it('the workload spread lies between the busiest and the idlest team', () => {
    expect(figures(() => undefined).workloadSpread).toBe(5)
    expect(figures(({ plan }) => (only(plan.teams, 1).targets = [])).workloadSpread).toBe(30)
  })

  it('travel is the entry, else the straight line rounded down, else 0; for an unknown home the farthest', () => {
    // Homes lie 50 km apart on a line: t1 goes 100, 100 and 50 km, t2 100, 150 and 50.
    expect(figures(() => undefined).travel).toBe(550)
    expect(figures(({ problem }) => problem.travel.push(['120102', '120103', 7])).travel).toBe(507)
    expect(figures(({ problem }) => problem.travel.push(['120103', '120102', 7])).travel).toBe(550)
    expect(figures(({ problem }) => (only(problem.people, 0).home = null)).travel).toBe(550)
    expect(figures(({ problem }) => (only(problem.people, 5).home = null)).travel).toBe(650)
    expect(figures(({ problem }) => (problem.regions = [])).travel).toBe(0)
    const village = ({ problem }: Round): void => {
      problem.people[0] = aPerson('p1', '120101004005', { roles: ['leader'] })
      only(problem.regions, 2).at = [61, 81]
    }
    expect(figures(village).travel).toBe(550 + 1 + 1 + 1)
  })
})
