import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf, aTie } from '../testing/builders.ts'
import { FILE_STRICTNESS, resolveStrictness } from './strictness.ts'

const friend = [aTie({ kind: 'friendship', strength: 400 })]
const bureau = { id: 'bureau', name: '荆州区农业农村局', region: '421003' }
const village = { id: 'village', name: '弥市镇合兴村', region: '421003105201' }

describe('strictness', () => {
  it('S0-02 the same person and the same tie warn on a county bureau and bar on a village of 弥市镇 under the strict profile', () => {
    const setting = { ties: friend, strictness: resolveStrictness() }
    expect(answerOf('declared-tie', { setting, target: bureau }).result).toBe('warn')
    const answer = answerOf('declared-tie', { setting, target: village })
    expect(answer.result).toBe('bar')
    expect(answer.facts[0]?.zh).toContain('朋友，强度400，达到回避限1')
  })

  it('is the dispatch file’s own where none is set: both only warn', () => {
    expect(answerOf('declared-tie', { setting: { ties: friend }, target: bureau }).result).toBe('warn')
    expect(answerOf('declared-tie', { setting: { ties: friend }, target: village }).result).toBe('warn')
  })

  it('is strictest for a village unless an office says otherwise', () => {
    const limits = resolveStrictness()
    expect([limits.county.tieLimit, limits.township.tieLimit, limits.village.tieLimit]).toEqual([500, 300, 1])
    expect(resolveStrictness({ village: { tieLimit: 200, ownUnit: 'bar' } }).village.tieLimit).toBe(200)
  })

  it('never lifts a bar of the file, whatever numbers are given', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10, max: 2000 }), fc.integer({ min: 500, max: 1000 }), (tieLimit, strength) => {
        const profile = { tieLimit, ownUnit: 'warn' } as const
        const ties = [aTie({ kind: 'friendship', strength })]
        const strictness = { ...FILE_STRICTNESS, village: profile }
        expect(answerOf('declared-tie', { setting: { ties, strictness } }).result).toBe('bar')
        expect(resolveStrictness({ village: profile }).village.tieLimit).toBeLessThanOrEqual(500)
      }),
    )
  })
})
