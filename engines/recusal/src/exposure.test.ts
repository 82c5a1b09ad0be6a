import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { prepareExposure } from './exposure.ts'
import type { ReviewTie } from './types.ts'

const tie = (a: string, b: string, strength: number, kind = 'study'): ReviewTie => ({ a, b, kind, strength, source: 'test' })

/** Every path of at most three ties, tried one by one: the definition, with no cleverness. */
function bruteForce(ties: readonly ReviewTie[], person: string, insider: string): number {
  const walk = (at: string, strength: number, left: number): number => {
    let best = at === insider ? strength : 0
    if (left === 0) return best
    for (const { a, b, strength: of } of ties) {
      const next = a === at ? b : b === at ? a : null
      if (next !== null) best = Math.max(best, walk(next, Math.floor((strength * of) / 1000), left - 1))
    }
    return best
  }
  return walk(person, 1000, 3)
}

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const anyTie = fc.tuple(node, node, fc.integer({ min: 0, max: 1000 })).map(([a, b, strength]) => tie(a, b, strength))

describe('exposure', () => {
  it('is 0 without a path and 1000 of oneself', () => {
    const { strength, path } = prepareExposure([])
    expect([strength('a', 'b'), strength('a', 'a')]).toEqual([0, 1000])
    expect(path('a', 'b')).toBeNull()
    expect(path('a', 'a')).toEqual({ strength: 1000, hops: [] })
  })

  it('takes the strongest of several ties between the same two, in either direction', () => {
    const { strength } = prepareExposure([tie('a', 'b', 200), tie('b', 'a', 700), tie('a', 'b', 300)])
    expect([strength('a', 'b'), strength('b', 'a')]).toEqual([700, 700])
  })

  it('rounds down at each hop from the person’s side, so the two directions may differ', () => {
    const { strength } = prepareExposure([tie('a', 'b', 333), tie('b', 'c', 500), tie('c', 'd', 999)])
    // 333 → 166 → 165 one way, 999 → 499 → 166 the other
    expect([strength('a', 'd'), strength('d', 'a')]).toEqual([165, 166])
  })

  it('goes no further than three ties', () => {
    const { strength } = prepareExposure([tie('a', 'b', 1000), tie('b', 'c', 1000), tie('c', 'd', 1000), tie('d', 'e', 1000)])
    expect([strength('a', 'd'), strength('a', 'e')]).toEqual([1000, 0])
  })

  it('prefers a strong detour to a weak direct tie and shows its hops', () => {
    const { path } = prepareExposure([tie('p', 'o', 64), tie('p', 'x', 800, 'kinship'), tie('o', 'x', 500, 'colleague')])
    expect(path('p', 'o')).toEqual({
      strength: 400,
      hops: [
        { from: 'p', to: 'x', kind: 'kinship', strength: 800, source: 'test' },
        { from: 'x', to: 'o', kind: 'colleague', strength: 500, source: 'test' },
      ],
    })
  })

  it('sums over the insiders of a target', () => {
    const { exposure } = prepareExposure([tie('p', 'o1', 300), tie('o1', 'o2', 200)])
    expect(exposure('p', ['o1', 'o2', 'o3'])).toBe(360)
    expect(exposure('p', [])).toBe(0)
  })

  it('equals the best of all paths tried one by one, and its path has that strength', () => {
    fc.assert(
      fc.property(fc.array(anyTie, { maxLength: 12 }), node, node, (ties, person, insider) => {
        const { strength, reach, path } = prepareExposure(ties)
        const best = bruteForce(ties, person, insider)
        expect(strength(person, insider)).toBe(best)
        expect(reach(person).get(insider) ?? 0).toBe(best)
        const found = path(person, insider)
        expect(found?.strength ?? 0).toBe(best)
        const hops = found?.hops ?? []
        expect(hops.length).toBeLessThanOrEqual(3)
        const product = hops.reduce((sum, hop) => Math.floor((sum * hop.strength) / 1000), 1000)
        if (found !== null) expect(product).toBe(best)
        const stops = [person, ...hops.map((hop) => hop.to)]
        expect(hops.map((hop) => hop.from)).toEqual(stops.slice(0, -1))
        if (found !== null) expect(stops.at(-1)).toBe(insider)
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order of the ties', () => {
    fc.assert(
      fc.property(fc.array(anyTie, { maxLength: 10 }), node, node, (ties, person, insider) => {
        const forward = prepareExposure(ties)
        const backward = prepareExposure(ties.toReversed())
        expect(backward.strength(person, insider)).toBe(forward.strength(person, insider))
        const stops = (path: ReturnType<typeof forward.path>) => path?.hops.map((hop) => hop.to)
        expect(stops(backward.path(person, insider))).toEqual(stops(forward.path(person, insider)))
      }),
    )
  })
})
