import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { only, restated, seated, soundRound, type Round } from '../testing/sound-round.ts'
import { proveBound } from '../prove-bound.ts'
import { verifyPlan } from '../verify-plan.ts'
import { groundOf } from '../world.ts'
import { levelBound } from './level-bound.ts'

/** The best of every valid plan, by trying every order of the seven people with an auditor (p2 or p6) in the audit slot. */
function leastTravel(round: Round): number {
  let least = Infinity
  const seat = (people: readonly string[], rest: readonly string[]): void => {
    if (people.length === 6) {
      const teams = round.plan.teams.map((team, t) => ({ ...team, members: seated(...people.slice(3 * t, 3 * t + 3)) }))
      const { problem, plan } = restated({ problem: round.problem, plan: { ...round.plan, teams } })
      const { isValid, objective } = verifyPlan(problem, plan)
      if (isValid) least = Math.min(least, objective.travel)
      return
    }
    for (const id of rest.filter((id) => people.length !== 1 || id === 'p2' || id === 'p6'))
      seat(
        [...people, id],
        rest.filter((other) => other !== id),
      )
  }
  seat(
    [],
    round.problem.people.map((person) => person.id),
  )
  return least
}

/** Everybody may lead, so that leaders are worth more elsewhere and prices matter. */
function contestedRound(): Round {
  const round = soundRound()
  for (const person of round.problem.people) person.roles = ['leader', 'member']
  only(round.problem.people, 5).skills = ['audit']
  round.problem.rules.minSenior = 1
  return restated(round)
}

function boundOf(round: Round, prices: Record<string, number>): number {
  return levelBound(groundOf(round.problem), 'travel', { of: 'travel', scale: 64, prices }, round.plan.objective)?.value ?? NaN
}

describe('the bound that prices prove', () => {
  it('is, without prices, what every team would travel if it had the first choice', () => {
    // Homes lie 50 km apart on a line. t1 (third host) takes p4, p2 for the audit and p3; t2 (fourth) p7, p6 and p3 as well.
    const round = soundRound()
    expect(boundOf(round, {})).toBe(50 + 100 + 50 + (50 + 50 + 100))
  })

  it('lies at or below the travel of every valid plan, whatever the prices', () => {
    const round = contestedRound()
    const least = leastTravel(round)
    expect(least).toBeLessThanOrEqual(round.plan.objective.travel)
    const ids = round.problem.people.map((person) => person.id)
    const prices = fc.tuple(...ids.map(() => fc.integer({ min: 0, max: 6400 })))
    fc.assert(
      fc.property(prices, (drawn) => {
        expect(boundOf(round, Object.fromEntries(ids.map((id, i) => [id, drawn[i] ?? 0])))).toBeLessThanOrEqual(least)
      }),
      { numRuns: 80, seed: 3 },
    )
  })

  it('rises with prices on those whom both teams want, up to the least travel there is', () => {
    const round = contestedRound()
    const unpriced = boundOf(round, {})
    let best = unpriced
    for (let km = 0; km <= 100; km += 10)
      best = Math.max(
        best,
        boundOf(round, { p6: 64 * km, p7: 64 * km, p4: 64 * Math.max(0, km - 50), p3: 64 * Math.max(0, km - 50) }),
      )
    expect(best).toBeGreaterThan(unpriced)
    expect(best).toBeLessThanOrEqual(leastTravel(round))
  })

  it('leaves out whom a bar, an exposure or a missing fact would keep from the team at the stated figures', () => {
    const bars: ((round: Round) => void)[] = [
      ({ problem }) => problem.barred.push({ person: 'p6', target: 'u3', why: 'w', source: 's' }),
      ({ problem }) => problem.ties.push({ a: 'p6', b: 'o3', kind: 'friendship', strength: 400, source: 's' }),
      ({ problem }) => (only(problem.people, 5).unverified = ['native']),
      ({ problem }) => (only(problem.people, 5).unavailable = true),
      ({ problem }) => problem.pins.push({ person: 'p6', team: 't1' }),
    ]
    const round = soundRound()
    const before = boundOf(round, {})
    for (const bar of bars) {
      const { problem, plan } = soundRound()
      bar({ problem, plan })
      expect(boundOf({ problem, plan }, {})).toBeGreaterThan(before)
    }
  })

  it('takes the cheapest distribution where hosts are open and every region has one team', () => {
    const boundWith = (...hosts: readonly (string | null)[]): number => {
      const round = soundRound()
      round.problem.travel.push(
        ['120105', '120103', 0],
        ['120102', '120103', 0],
        ['120101', '120104', 3],
        ['120105', '120104', 170],
      )
      only(round.problem.teams, 1).slots.pop()
      round.problem.teams.forEach((team, t) => (team.host = hosts[t] ?? null))
      return boundOf(round, {})
    }
    const [straight, crossed] = [boundWith('120103', '120104'), boundWith('120104', '120103')]
    expect(straight).not.toBe(crossed)
    expect(boundWith(null, null)).toBe(Math.min(straight, crossed))
    expect(boundWith('120103', null)).toBe(straight)
  })

  it('takes the cheapest place of each team where there are more teams than regions', () => {
    const round = soundRound()
    round.problem.teams.push({ id: 't3', home: null, host: null, slots: [{ role: 'member' }] })
    expect(boundOf(round, {})).toBe(400 + 50)
  })

  it('prices better levels as well, and only those: what they add is taken off again at their values', () => {
    const round = contestedRound()
    round.problem.ties.push({ a: 'p6', b: 'o3', kind: 'friendship', strength: 100, source: 's' })
    only(round.problem.people, 3).native = null
    const { problem, plan } = restated(round)
    const least = leastTravel({ problem, plan })
    const about = (of: 'travel' | 'unverified', levels: { totalExposure?: number; unverified?: number }): number =>
      levelBound(groundOf(problem), of, { of, scale: 64, prices: {}, levels }, plan.objective)?.value ?? NaN
    for (let price = 0; price < 2000; price += 100) {
      expect(about('travel', { totalExposure: price, unverified: 7 * price })).toBeLessThanOrEqual(least)
      expect(about('unverified', { totalExposure: price })).toBeLessThanOrEqual(plan.objective.unverified)
    }
  })

  it('may be less than the bound where the certificate says so: what is the solver’s word is named, not refused', () => {
    const { problem, plan } = soundRound()
    plan.bound.travel = plan.objective.travel
    plan.certificates.push({ of: 'travel', scale: 64, prices: {}, proves: 400 })
    expect(plan.objective.travel).toBeGreaterThan(400)
    const { breaches, notes } = verifyPlan(problem, plan)
    expect(breaches).toEqual([])
    expect(notes.map((note) => note.en)).toEqual([
      `travel: the certificate proves 400 of the bound ${plan.objective.travel}; the rest is the word of the solver`,
    ])
    expect(proveBound(problem, plan)).toEqual([{ of: 'travel', value: 400, isExact: true }])
  })

  it('holds for whole teams whose homes and hosts are left open', () => {
    const { problem, plan } = soundRound()
    problem.rules = { mode: 'rotation' }
    problem.people.forEach((person, i) =>
      Object.assign(person, { home: i < 3 ? '120101' : '120102', roles: ['leader', 'member'], skills: ['audit'] }),
    )
    for (const team of problem.teams) team.host = null
    plan.teams.forEach((team, t) => Object.assign(team, { home: t === 0 ? '120101' : '120102' }))
    const round = restated({ problem, plan })
    expect(verifyPlan(round.problem, round.plan).breaches).toEqual([])
    // Both teams would come from 120102, but they do not go to one place.
    expect(boundOf(round, {})).toBe(3 * 50 + 3 * 100)
  })
})
