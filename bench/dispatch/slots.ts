import { assignSlots, boundOfPrices, type SlotProblem } from '@shengmian/dispatch'
import type { Measure } from '../figure.ts'

/** The pure slot problem: people and slots, no rules between members; the answer counts only with prices that prove it. */
export const measureSlots: Measure = async ({ quick }) => {
  const runs = quick ? 3 : 7
  return (['distances', 'anything'] as const).map((kind) => {
    const problem = drawProblem(kind, 10_000, 100)
    const times = Array.from({ length: runs }, () => {
      const began = performance.now()
      const answer = assignSlots(problem)
      const seconds = (performance.now() - began) / 1000
      if (answer.kind !== 'filled' || boundOfPrices(problem, answer.prices) !== answer.cost) throw new Error('not proven optimal')
      return seconds
    }).sort((a, b) => a - b)
    const seconds = times[Math.floor(runs / 2)] ?? 0
    return {
      figure: `10,000 slots, as many people, a million arcs: ${kind}`,
      value: seconds,
      unit: 's',
      target: '≤ 2',
      holds: seconds <= 2,
      how: `${problem.person.length} arcs; one thread, the middle of ${runs} runs; every answer checked against the bound of its own prices`,
    }
  })
}

/** Costs as distances in a square of 1,000 km to the nearest of those drawn, or anything up to a million. xorshift32, seed 20261127. */
export function drawProblem(kind: 'distances' | 'anything', size: number, degree: number): SlotProblem {
  let state = 20261127
  const below = (count: number): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return Math.floor(((state >>> 0) / 2 ** 32) * count)
  }
  const drawPlaces = () => Array.from({ length: size }, () => [below(1000), below(1000)] as const)
  const [homes, hosts] = [drawPlaces(), drawPlaces()]
  const first = new Int32Array(size + 1)
  const [person, cost]: [number[], number[]] = [[], []]
  hosts.forEach(([x, y], slot) => {
    const far = (who: number): number => Math.floor(Math.hypot((homes[who]?.[0] ?? 0) - x, (homes[who]?.[1] ?? 0) - y))
    const costOf = kind === 'distances' ? far : () => below(1_000_000)
    // the one of the same number, so that all slots can be filled, and the best of some drawn at random
    const drawn = [...new Set(Array.from({ length: degree * (kind === 'distances' ? 8 : 1.1) }, () => below(size)))]
      .filter((who) => who !== slot)
      .map((who) => [who, costOf(who)] as const)
    if (kind === 'distances') drawn.sort(([, a], [, b]) => a - b)
    for (const [who, away] of [[slot, costOf(slot)] as const, ...drawn.slice(0, degree - 1)]) {
      person.push(who)
      cost.push(away)
    }
    first[slot + 1] = person.length
  })
  return { slots: size, people: size, first, person: Int32Array.from(person), cost: Int32Array.from(cost) }
}
