import { describe, expect, it } from 'vitest'
import { answerOf, HOST, type Given } from '../../testing/builders.ts'
import type { Result } from '../types.ts'

const inspected = (round: string, region: string, rules = {}): Given => ({
  setting: { history: [{ round, person: 'p1', region }], rules },
})

const CASES: readonly [title: string, given: Given, result: Result][] = [
  ['no history passes', {}, 'pass'],
  ['the last round in the same county bars', inspected('2026-2', '421003'), 'bar'],
  ['another township of the county in the round before bars', inspected('2026-1', '421003101'), 'bar'],
  ['three rounds ago passes', inspected('2025-3', '421003'), 'pass'],
  ['three rounds ago bars with three rounds of memory', inspected('2025-3', '421003', { repeatRounds: 3 }), 'bar'],
  ['no limit passes', inspected('2026-2', '421003', { repeatRounds: null }), 'pass'],
  ['a limit of zero rounds is none, not all', inspected('2026-2', '421003', { repeatRounds: 0 }), 'pass'],
  ['another county passes', inspected('2026-2', '421022'), 'pass'],
  ['a county of an inspected city bureau warns', { ...inspected('2026-2', '421003'), target: { region: '4210' } }, 'warn'],
  ['an inspection known only as the city warns', inspected('2026-2', '4210'), 'warn'],
  ['the same city bureau bars', { ...inspected('2026-2', '4210'), target: { region: '4210' } }, 'bar'],
  ['another person’s history passes', { ...inspected('2026-2', '421003'), person: { id: 'p9' } }, 'pass'],
  ['a local member is not judged by repeats', { ...inspected('2026-2', '421003'), seat: HOST }, 'pass'],
]

describe('repeat', () => {
  it.each(CASES)('%s', (_title, given, result) => {
    expect(answerOf('repeat', given).result).toBe(result)
  })

  it('lists the places of the last rounds when it passes', () => {
    expect(answerOf('repeat', inspected('2026-2', '421022')).facts).toEqual([
      { zh: '2026-2轮巡察公安县，非荆州区', en: 'inspected 公安县 in round 2026-2, not 荆州区', date: null, source: '轮次档案' },
    ])
  })
})
