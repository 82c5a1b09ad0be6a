import { describe, expect, it } from 'vitest'
import { answerOf, HOST, type Given } from '../../testing/builders.ts'
import type { Result, ReviewPerson } from '../types.ts'

/** A local of 荆州区 from other townships than the target's. */
const LOCAL: Partial<ReviewPerson> = {
  home: '421003',
  native: '421003101',
  postings: [{ region: '421003102', from: '2020-01', to: null }],
}
const local = (person: Partial<ReviewPerson> = {}): Given => ({ person: { ...LOCAL, ...person }, seat: HOST })

const CASES: readonly [title: string, given: Given, result: Result][] = [
  ['other townships of the county pass', local(), 'pass'],
  ['a workplace in the township bars', local({ home: '421003105' }), 'bar'],
  ['a workplace in another village of the township bars', local({ home: '421003105202' }), 'bar'],
  ['a childhood in the township bars', local({ native: '421003105201' }), 'bar'],
  [
    'any former post in the township bars, however old',
    local({ postings: [{ region: '421003105', from: '1990-01', to: '1990-02' }] }),
    'bar',
  ],
  ['a county bureau is of no township', { ...local({ home: '421003105' }), target: { region: '421003' } }, 'pass'],
  ['a native place known only as the county warns', local({ native: '421003' }), 'warn'],
  ['a native place known only as the city is unknown', local({ native: '4210' }), 'unknown'],
  [
    'a posting known only as the city is unknown',
    local({ postings: [{ region: '4210', from: '2020-01', to: '2020-02' }] }),
    'unknown',
  ],
  ['a missing native place is unknown', local({ native: null }), 'unknown'],
  ['missing postings are unknown', local({ postings: null }), 'unknown'],
  ['unverified facts are unknown', local({ unverified: ['home'] }), 'unknown'],
  ['it does not apply to members from outside', { person: { home: '421003105' } }, 'pass'],
]

describe('local', () => {
  it.each(CASES)('%s', (_title, given, result) => {
    expect(answerOf('local', given).result).toBe(result)
  })

  it('names the place that lies in the township', () => {
    const facts = answerOf('local', local({ native: '421003105201' })).facts.map((fact) => fact.zh)
    expect(facts).toContain('籍贯、成长地合兴村，与被巡察单位同属一个乡镇')
  })
})
