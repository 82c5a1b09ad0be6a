import { describe, expect, it } from 'vitest'
import { freeRounds, mostFreeRounds } from './free-rounds.ts'
import { resolveRotationRules } from './rules.ts'
import { searchRounds } from './search-rounds.ts'
import { streamFrom } from './stream.ts'
import { zoneOf } from './testing/sample-rotation.ts'
import type { Round } from './zone.ts'

const CASES = [true, false].flatMap((noSwap) =>
  (['bar', 'off'] as const).map((reversal) => resolveRotationRules({ noSwap, reversal })),
)
const named = CASES.map((rules) => ({ rules, noSwap: rules.noSwap, reversal: rules.reversal }))

function expectLegal(rounds: readonly Round[], size: number, { noSwap, reversal }: (typeof CASES)[number]): void {
  const roundOf = new Map<number, number>()
  rounds.forEach((round, k) => {
    expect(new Set(round.map((pair) => Math.floor(pair / size))).size).toBe(size)
    expect(new Set(round.map((pair) => pair % size)).size).toBe(size)
    for (const pair of round) {
      expect(Math.floor(pair / size)).not.toBe(pair % size)
      expect(roundOf.has(pair)).toBe(false)
      roundOf.set(pair, k)
    }
  })
  for (const [pair, round] of roundOf) {
    const back = roundOf.get((pair % size) * size + Math.floor(pair / size))
    if (noSwap) expect(back).not.toBe(round)
    if (reversal === 'bar' && back !== undefined) expect(back).toBe(round)
  }
}

describe('the number of rounds of members that are all alike', () => {
  it.each(named)('up to 6 members is what an exhaustive search finds: noSwap $noSwap, reversal $reversal', ({ rules }) => {
    for (const size of [1, 2, 3, 4, 5, 6]) {
      const zone = zoneOf(size, { rules: { noSwap: rules.noSwap, reversal: rules.reversal } })
      const most = mostFreeRounds(size, rules)
      if (most > 0) expect([size, searchRounds(zone, most, 5_000_000).kind]).toEqual([size, 'rounds'])
      expect([size, searchRounds(zone, most + 1, 5_000_000).kind]).toEqual([size, 'none'])
    }
  })

  it('seven members cannot have four rounds with both barred, and have six with reversal free', () => {
    const strict = zoneOf(7, { rules: { reversal: 'bar' } })
    expect(searchRounds(strict, 4, 5_000_000).kind).toBe('none')
    expect(mostFreeRounds(7, strict.rules)).toBe(3)
    expect(mostFreeRounds(7, zoneOf(7, { rules: { reversal: 'off' } }).rules)).toBe(6)
  })

  it.each(named)('is reached by a construction: noSwap $noSwap, reversal $reversal', ({ rules }) => {
    for (const size of [3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 16, 21, 32, 95]) {
      const most = mostFreeRounds(size, rules)
      const isOpenQuestion = !rules.noSwap && rules.reversal === 'bar' && size % 2 === 1
      const rounds = freeRounds(
        size,
        rules,
        isOpenQuestion ? Math.floor((size - 1) / 2) : most,
        streamFrom('ab'.repeat(32), 'free'),
      )
      expect([size, rounds?.length]).toEqual([size, isOpenQuestion ? Math.floor((size - 1) / 2) : most])
      expectLegal(rounds ?? [], size, rules)
    }
  })

  it('95 counties have 47 rounds, a province of 13 has 6, a zone of 5 or 6 has 2', () => {
    const both = { noSwap: true, reversal: 'bar' } as const
    expect([95, 13, 6, 5].map((size) => mostFreeRounds(size, both))).toEqual([47, 6, 2, 2])
  })
})
