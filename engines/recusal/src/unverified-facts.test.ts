import { describe, expect, it } from 'vitest'
import { aPerson, aTarget, HOST, SENDER } from '../testing/builders.ts'
import { resolveRules } from './resolve-rules.ts'
import type { FactName, ReviewPerson, Seat } from './types.ts'
import { unverifiedFacts } from './unverified-facts.ts'

const facts = (person: Partial<ReviewPerson>, seat: Seat = SENDER, rules = {}, targets = [aTarget(), aTarget({ id: 'u2' })]) =>
  unverifiedFacts(aPerson(person), seat, targets, resolveRules(rules))
const all: readonly FactName[] = ['home', 'native', 'postings', 'ties', 'unit']

describe('unverified facts', () => {
  it('counts each fact once, however many targets the team has', () => {
    expect(facts({ native: '4210', unverified: ['native'] })).toEqual(['native'])
  })

  it.each<[title: string, person: Partial<ReviewPerson>, expected: readonly FactName[]]>([
    ['none when all is known', {}, []],
    ['null facts', { home: null, native: null, postings: null, unit: null }, ['home', 'native', 'postings']],
    ['listed facts', { unverified: all }, ['home', 'native', 'postings', 'ties']],
    [
      'a posting known only as the city of a target',
      { postings: [{ region: '4210', from: '2020-01', to: '2020-02' }] },
      ['postings'],
    ],
    ['not one known only as another city', { postings: [{ region: '4201', from: '2020-01', to: '2020-02' }] }, []],
    ['not a home above the recusal level', { home: '4210' }, []],
  ])('are %s', (_title, person, expected) => {
    expect(facts(person)).toEqual(expected)
  })

  it('reads the unit of local members only, and their places too', () => {
    expect(facts({ unverified: all }, HOST)).toEqual(all)
  })

  it('reads postings only where a limit or the seat asks for them', () => {
    const none = { coolingOffYears: null, longPostingYears: null }
    expect(facts({ postings: null }, SENDER, none)).toEqual([])
    expect(facts({ postings: null }, HOST, none)).toEqual(['postings'])
  })
})
