import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashValue } from './digest.ts'
import { evenBelow, orderTickets } from './ticket-order.ts'

describe('the order of tickets', () => {
  it('passes over the words of the last, incomplete run, so that no ticket is likelier', () => {
    const words = [4_294_967_295, 4_294_967_290, 4_294_967_289]
    // 2^32 = 429496729 · 10 + 6: the last six words would make 0 … 5 likelier than 6 … 9
    expect(evenBelow(10, () => words.shift() ?? 0)).toBe(9)
    expect(words).toEqual([])
  })

  it('holds every ticket once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.string(), (tickets, source) => {
        const order = orderTickets(tickets, hashValue(source), hashValue('p'), hashValue('b'))
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: tickets }, (_, k) => k))
      }),
      { seed: 7, numRuns: 60 },
    )
  })

  it('draws each of seven tickets first about equally often', () => {
    const first = Array.from({ length: 7 }, () => 0)
    for (let k = 0; k < 7000; k++) {
      const [ticket = 0] = orderTickets(7, hashValue('r'), hashValue('p'), hashValue(k))
      first[ticket] = (first[ticket] ?? 0) + 1
    }
    // χ² with six degrees of freedom: 22.5 is passed by one fair draw in a thousand; the stream is fixed
    expect(first.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(22.5)
  })
})
