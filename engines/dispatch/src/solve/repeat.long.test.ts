import { describe, expect, it } from 'vitest'
import type { Progress } from './meter.ts'
import { planDispatch } from './plan-dispatch.ts'
import { answerOf, planOf } from './testing/plan-of.ts'
import { seedOf, tianjinPooled } from './testing/sample-problem.ts'

describe('the same problem, seed and effort', () => {
  it('give the same bytes twice', async () => {
    const problem = tianjinPooled(3, 120)
    const once = await planOf(problem)
    const again = await planOf(structuredClone(problem))
    expect(JSON.stringify(again)).toBe(JSON.stringify(once))
  })

  it('prove the same figures under another seed', async () => {
    const problem = tianjinPooled(3, 120)
    const [one, other] = [await planOf(problem), await planOf(problem, { seed: seedOf(7) })]
    expect(other.objective).toEqual(one.objective)
  })

  it('are replayed by the iterations of a run that was stopped, wherever it was stopped', async () => {
    const problem = tianjinPooled(4, 130)
    for (const stopAt of [1, 20, 45]) {
      let reports = 0
      const stopped = await answerOf(problem, { onProgress: () => (++reports >= stopAt ? 'stop' : undefined) })
      expect(stopped.plan.effort).toBe(stopped.iterations)
      const replayed = await planOf(problem, { effort: stopped.plan.effort })
      expect(JSON.stringify(replayed)).toBe(JSON.stringify(stopped.plan))
    }
  })

  it('with little effort still give a valid plan, and claim no bound that was not proven', async () => {
    const problem = tianjinPooled(5, 124)
    const [quick, full] = [await planOf(problem, { effort: 1 }), await planOf(problem)]
    expect(quick.bound.travel).toBeNull()
    expect(quick.objective.travel).toBeGreaterThanOrEqual(full.objective.travel)
    expect(full.bound.travel).toBe(full.objective.travel)
  })

  it('report how far they are: iterations never fall, and a plan is there before the proof', async () => {
    const seen: Progress[] = []
    await planDispatch(tianjinPooled(6, 130), {
      seed: seedOf(1),
      effort: 5_000_000,
      onProgress: (progress) => seen.push(progress),
    })
    const iterations = seen.map((progress) => progress.iterations)
    expect(iterations).toEqual(iterations.toSorted((a, b) => a - b))
    expect(seen.some((progress) => progress.phase === 'anneal' && progress.objective !== null)).toBe(true)
    expect(seen.at(-1)?.bound.worstExposure).toBe(0)
  })
})
