import { describe, expect, it } from 'vitest'
import { answerOf, HOST, type Given } from '../../testing/builders.ts'
import type { Result } from '../types.ts'

const CASES: readonly [title: string, given: Given, result: Result][] = [
  ['another county passes', {}, 'pass'],
  ['the county of the target bars', { person: { native: '421003' } }, 'bar'],
  ['a village of the county bars', { person: { native: '421003105201' } }, 'bar'],
  ['a missing native place is unknown', { person: { native: null } }, 'unknown'],
  ['an unverified one elsewhere is unknown', { person: { unverified: ['native'] } }, 'unknown'],
  ['an unverified one in the region bars all the same', { person: { native: '421003', unverified: ['native'] } }, 'bar'],
  ['a city that contains the target is unknown', { person: { native: '4210' } }, 'unknown'],
  ['a city elsewhere passes', { person: { native: '4201' } }, 'pass'],
  ['a province that contains the target is unknown', { person: { native: '42' } }, 'unknown'],
  ['a local member is not judged by native place', { person: { native: '421003' }, seat: HOST }, 'pass'],
]

describe('native', () => {
  it.each(CASES)('%s', (_title, given, result) => {
    expect(answerOf('native', given).result).toBe(result)
  })

  it('says how far a native place is known when that is not far enough', () => {
    const [fact] = answerOf('native', { person: { native: '4210' } }).facts
    expect(fact).toMatchObject({ zh: '籍贯只查到荆州市，荆州区在其内，待核', source: '干部档案' })
  })
})
