import { describe, expect, it } from 'vitest'
import { verifyPlan } from '../../verify/index.ts'
import type { Problem } from '../../problem.ts'
import { below } from '../anneal/random.ts'
import { planDispatch } from '../plan-dispatch.ts'
import { answerOf, planOf } from '../testing/plan-of.ts'
import { person, problem, randomOf, target, team, seedOf } from '../testing/sample-problem.ts'

/** 400 people of 40 counties for 60 teams of 6, too many for the model of the whole: hosts are given, one township a team. */
function cityRound(number: number): Problem {
  const random = randomOf(number)
  const codes = Array.from({ length: 40 }, (_, k) => `37${String(11 + Math.floor(k / 9))}0${1 + (k % 9)}`)
  const codeAt = (k: number): string => codes[k % codes.length] ?? ''
  const hosts = Array.from({ length: 60 }, (_, t) => `${codeAt(t)}${101 + Math.floor(t / 40)}`)
  return problem({
    rules: { mode: 'pooled', minSenior: 2, maxNewcomers: 2 },
    regions: codes.map((code) => ({ code, name: code, at: [below(random, 300), below(random, 300)] })),
    people: Array.from({ length: 400 }, (_, i) =>
      person(`p${i}`, codeAt(i), {
        native: codeAt(below(random, 40)),
        roles: i % 3 === 0 ? ['leader', 'deputy', 'member'] : i % 3 === 1 ? ['deputy', 'member'] : ['member'],
        skills: below(random, 3) === 0 ? ['audit'] : [],
        experience: (['senior', 'senior', 'ordinary', 'newcomer'] as const)[below(random, 4)] ?? 'ordinary',
        unverified: below(random, 20) === 0 ? ['postings'] : [],
      }),
    ),
    teams: hosts.map((host, t) => ({ ...team(`t${t}`, ['leader', 'deputy', 'member', 'member', 'member', 'member']), host })),
    targets: hosts.map((host, d) =>
      target(`u${d}`, `${host}201`, { workload: 5, needs: d % 3 === 0 ? ['audit'] : [], insiders: [`o${d}`] }),
    ),
    ties: Array.from({ length: 400 }, () => ({
      a: `p${below(random, 400)}`,
      b: `o${below(random, 60)}`,
      kind: 'work',
      strength: below(random, 2) === 0 ? 300 : 700,
      source: 'declared',
    })),
    apart: Array.from({ length: 80 }, (_, k) => [`p${k}`, `p${399 - k}`]),
  })
}

describe('a round of a city, seated by sets', () => {
  it('keeps every rule, is proven best at every level but perhaps the last, and there to a thousandth; verify works the proof out again', async () => {
    for (const number of [1, 2]) {
      const round = cityRound(number)
      const { plan } = await answerOf(round)
      const { worstExposure, totalExposure, unverified, travel } = plan.bound
      expect({ worstExposure, totalExposure, unverified }).toEqual({
        worstExposure: plan.objective.worstExposure,
        totalExposure: plan.objective.totalExposure,
        unverified: plan.objective.unverified,
      })
      expect(travel).toBeLessThanOrEqual(plan.objective.travel)
      expect(travel).toBeGreaterThan(0.999 * plan.objective.travel)
      const certificate = plan.certificates.find(({ of }) => of === 'travel')
      expect(certificate?.proves ?? travel).toBeGreaterThan(0.995 * plan.objective.travel)
      expect(verifyPlan(round, plan).breaches).toEqual([])
    }
  })

  it('is refused by verify as soon as its proof claims a kilometre more', async () => {
    const round = cityRound(4)
    const plan = await planOf(round)
    const lifted = plan.certificates.map((own) =>
      own.of === 'travel' ? { ...own, proves: (own.proves ?? plan.bound.travel ?? 0) + 1 } : own,
    )
    expect(verifyPlan(round, { ...plan, certificates: lifted }).breaches.map(({ rule }) => rule)).toContain('certificate')
  })

  it('is the same bytes again, and is replayed by the iterations of a run that was stopped, wherever it was stopped', async () => {
    const round = cityRound(5)
    const whole = await planOf(round, { effort: 400_000 })
    expect(JSON.stringify(await planOf(structuredClone(round), { effort: 400_000 }))).toBe(JSON.stringify(whole))
    for (const stopAt of [1, 9, 45]) {
      let reports = 0
      const stopped = await answerOf(round, { onProgress: () => (++reports >= stopAt ? 'stop' : undefined) })
      const replayed = await planOf(round, { effort: stopped.plan.effort })
      expect(JSON.stringify(replayed)).toBe(JSON.stringify(stopped.plan))
    }
  })

  it('moves nobody where an older plan is kept and nothing has changed', async () => {
    const round = cityRound(6)
    const older = await planOf(round, { effort: 200_000 })
    const kept = await planDispatch(round, { seed: seedOf(9), effort: 200_000, keep: older })
    expect(kept.kind === 'plan' && kept.changes).toEqual([])
  })
})
