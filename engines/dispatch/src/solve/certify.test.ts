import { describe, expect, it } from 'vitest'
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import { verifyPlan } from '../verify/index.ts'
import { planDispatch } from './plan-dispatch.ts'
import { person, problem, SEED, target, team } from './testing/sample-problem.ts'

const COUNTIES = ['530502', '530521', '530523', '530524', '530581']

/** Twenty people from five counties for five teams of two, one in each county; near neighbours are wanted by several teams. */
function contested(change: (problem: Problem) => void = () => undefined): Problem {
  const drawn = problem({
    rules: { mode: 'pooled', minSenior: 1 },
    regions: COUNTIES.map((code, i) => ({ code, name: code, at: [i * i * 10, i * 7] })),
    people: Array.from({ length: 20 }, (_, i) =>
      person(`p${i}`, COUNTIES[(i * 2 + (i > 9 ? 1 : 0)) % 5] ?? null, {
        native: '110101',
        roles: i % 2 === 0 ? ['leader', 'member'] : ['member'],
        experience: i % 3 === 0 ? 'senior' : 'ordinary',
      }),
    ),
    teams: COUNTIES.map((host, i) => team(`t${i}`, ['leader', 'member'], { host })),
    targets: COUNTIES.map((code, i) => target(`u${i}`, `${code}100201`, { insiders: [`o${i}`] })),
  })
  change(drawn)
  return drawn
}

async function planned(round: Problem): Promise<Plan> {
  const answer = await planDispatch(round, { seed: SEED, effort: 300_000 })
  if (answer.kind !== 'plan') throw new Error(answer.clash.en)
  return answer.plan
}

describe('certificates', () => {
  it('prove the stated travel, and verify recomputes it', async () => {
    const round = contested()
    const plan = await planned(round)
    expect(plan.bound.travel).toBe(plan.objective.travel)
    expect(plan.certificates.map((certificate) => certificate.of)).toEqual(['travel'])
    const verdict = verifyPlan(round, plan)
    expect(verdict.breaches).toEqual([])
    expect(verdict.notes).toEqual([])
  })

  it('prove exposure and unverified facts that cannot be avoided, and rest on better levels where they must', async () => {
    const round = contested(({ people, ties }) => {
      for (const each of people)
        if (each.experience === 'senior') ties.push({ a: each.id, b: 'o1', kind: 'friendship', strength: 300, source: 's' })
      people.forEach((each, i) => (each.unverified = i % 4 === 3 ? [] : ['native']))
    })
    const plan = await planned(round)
    expect(plan.objective).toMatchObject({ worstExposure: 300, totalExposure: 300 })
    expect(plan.objective.unverified).toBeGreaterThan(0)
    expect(plan.certificates.map((certificate) => certificate.of)).toEqual(
      expect.arrayContaining(['totalExposure', 'unverified']),
    )
    const verdict = verifyPlan(round, plan)
    expect(verdict.breaches).toEqual([])
    expect(verdict.notes.map((note) => note.en).join()).not.toMatch(/totalExposure|unverified/)
  })

  it('are not given where places were chosen that another plan might choose otherwise', async () => {
    const round = contested(({ teams }) => {
      for (const each of teams) each.host = null
      teams[0]?.slots.pop()
    })
    expect((await planned(round)).certificates).toEqual([])
  })

  it('with one price spoilt they prove less, and verify refuses the bound', async () => {
    const round = contested()
    const plan = await planned(round)
    const certificates = plan.certificates.map((each) => ({ ...each, prices: { ...each.prices, p1: 90_000_000 } }))
    const breaches = verifyPlan(round, { ...plan, certificates }).breaches
    expect(breaches.map((breach) => `${breach.rule} ${breach.subject}`)).toEqual(['bound travel'])
  })
})
