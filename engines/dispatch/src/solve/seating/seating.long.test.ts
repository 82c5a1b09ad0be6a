import { describe, expect, it } from 'vitest'
import { verifyPlan } from '../../verify/index.ts'
import { planDispatch } from '../plan-dispatch.ts'
import { cityRound } from '../testing/city-round.ts'
import { doubtfulRound } from '../testing/doubtful-round.ts'
import { answerOf, planOf } from '../testing/plan-of.ts'
import { seedOf } from '../testing/sample-problem.ts'

describe('a round of a city, seated by sets', () => {
  it('keeps every rule and is proven best at every level; verify works the proof out again', async () => {
    for (const number of [1, 2]) {
      const round = cityRound(number)
      const { plan } = await answerOf(round)
      expect(plan.bound).toEqual(plan.objective)
      const certificate = plan.certificates.find(({ of }) => of === 'travel')
      expect(certificate?.proves ?? plan.bound.travel).toBeGreaterThan(0.999 * plan.objective.travel)
      expect(verifyPlan(round, plan).breaches).toEqual([])
    }
  })

  it('is proven best at every level where a third of the facts are open, by prices and not by searching on', async () => {
    for (const number of [1, 2]) {
      const round = doubtfulRound(number, 0)
      const { plan, iterations } = await answerOf(round)
      expect(plan.objective.unverified).toBeGreaterThan(20)
      expect(plan.bound).toEqual(plan.objective)
      expect(iterations).toBeLessThan(1_000_000)
      expect(verifyPlan(round, plan).breaches).toEqual([])
    }
  })

  it('is proven best at every level, the worst team first, where some teams cannot be free of exposure', async () => {
    for (const number of [1, 3]) {
      const round = doubtfulRound(number, 3)
      const { plan, iterations } = await answerOf(round)
      expect(plan.objective.worstExposure).toBeGreaterThan(100)
      expect(plan.objective.totalExposure).toBeGreaterThan(2000)
      expect(plan.bound).toEqual(plan.objective)
      expect(iterations).toBeLessThan(1_600_000)
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
