import { describe, expect, it } from 'vitest'
import { answerOf, HOST, type Given } from '../../testing/builders.ts'
import { resolveStrictness } from '../strictness.ts'
import type { Result } from '../types.ts'

const strictness = resolveStrictness()

const CASES: readonly [title: string, given: Given, result: Result][] = [
  ['another unit passes', {}, 'pass'],
  ['a local member’s own unit bars', { person: { unit: 'u1' }, seat: HOST }, 'bar'],
  ['a local member of another unit passes', { seat: HOST }, 'pass'],
  ['a local member without a registered unit is unknown', { person: { unit: null }, seat: HOST }, 'unknown'],
  ['a local member’s unverified unit is unknown', { person: { unverified: ['unit'] }, seat: HOST }, 'unknown'],
  ['an employer known to lie elsewhere is not the target', { person: { unit: null } }, 'pass'],
  ['an employer of unknown place might be the target', { person: { unit: null, home: null } }, 'unknown'],
  ['a city office of unknown number is no village', { person: { unit: null, home: '4210' } }, 'pass'],
  [
    'a city office of unknown number might be the city’s target',
    { person: { unit: null, home: '4210' }, target: { region: '4210' } },
    'unknown',
  ],
  ['a city officer’s own unit warns by the file', { person: { unit: 'u1', home: '4210' } }, 'warn'],
  [
    'a city officer’s own unit bars by a strict profile',
    { person: { unit: 'u1', home: '4210' }, setting: { strictness } },
    'bar',
  ],
  ['an official of the target warns by the file', { person: { id: 'o1' } }, 'warn'],
  ['an official of the target bars by a strict profile', { person: { id: 'o1' }, setting: { strictness } }, 'bar'],
]

describe('own-unit', () => {
  it.each(CASES)('%s', (_title, given, result) => {
    expect(answerOf('own-unit', given).result).toBe(result)
  })
})
