import { describe, expect, it } from 'vitest'
import { answerOf, HOST, type Given } from '../../testing/builders.ts'
import type { Result } from '../types.ts'

const CASES: readonly [title: string, given: Given, result: Result][] = [
  ['another county passes', { person: { home: '421024' } }, 'pass'],
  ['the county of the target bars', { person: { home: '421003' } }, 'bar'],
  ['another township of the same county bars', { person: { home: '421003101' } }, 'bar'],
  ['a city office recuses nobody by home', { person: { home: '4210' } }, 'pass'],
  ['a missing home is unknown', { person: { home: null } }, 'unknown'],
  ['an unverified home elsewhere is unknown', { person: { unverified: ['home'] } }, 'unknown'],
  ['an unverified home in the region bars all the same', { person: { home: '421003', unverified: ['home'] } }, 'bar'],
  ['a local member is not judged by home', { person: { home: '421003' }, seat: HOST }, 'pass'],
  [
    'at township level another township passes',
    { person: { home: '421003101' }, setting: { rules: { recusalLevel: 'township' } } },
    'pass',
  ],
  [
    'at township level a county office recuses nobody',
    { person: { home: '421003' }, setting: { rules: { recusalLevel: 'township' } } },
    'pass',
  ],
  [
    'at city level any county of the city bars',
    { person: { home: '421024' }, setting: { rules: { recusalLevel: 'city' } } },
    'bar',
  ],
  [
    'a county of an inspected city bureau bars: it lies in the city',
    { person: { home: '421024' }, target: { region: '4210' } },
    'bar',
  ],
  ['zeros are not stripped: 441900 is a county', { person: { home: '441900' }, target: { region: '441900003001' } }, 'bar'],
]

describe('home', () => {
  it.each(CASES)('%s', (_title, given, result) => {
    expect(answerOf('home', given).result).toBe(result)
  })

  it('tells the fact with its source and date also when it passes', () => {
    expect(answerOf('home').facts).toEqual([
      { zh: '单位在江陵县，不在荆州区', en: 'employer in 江陵县, not in 荆州区', date: '2026-09-02', source: '人社系统' },
    ])
  })
})
