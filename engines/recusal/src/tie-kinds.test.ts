import { describe, expect, it } from 'vitest'
import { answerOf, aTie } from '../testing/builders.ts'
import { kinRelations } from './kin-relations.ts'
import { tieClasses } from './tie-classes.ts'
import { tieKinds } from './tie-kinds.ts'
import { tieStrength } from './tie-strength.ts'
import { resolveRules } from './resolve-rules.ts'

const RULES = resolveRules({})
const START = '2026-09-07'

describe('kinds of tie', () => {
  it('S0-08 favour, kinship and friendship are three classes: friendship is declared and reviewed, kinship is driven by rule', () => {
    expect(tieClasses.map((entry) => [entry.class, entry.treatment])).toEqual([
      ['interest', 'by-evidence'],
      ['kinship', 'by-rule'],
      ['friendship', 'declared-reviewed'],
    ])
    const kindsOf = (name: string) => new Set(tieKinds.filter((entry) => entry.class === name).map((entry) => entry.kind))
    expect(kindsOf('kinship')).toEqual(new Set(['kinship']))
    expect(kindsOf('interest')).toEqual(new Set(['interest', 'favour']))
    expect(kindsOf('friendship')).toContain('friendship')
    const declared = (kind: string) => ({ setting: { ties: [aTie({ kind, strength: tieStrength({ kind }, START, RULES) })] } })
    expect(answerOf('declared-tie', declared('friendship')).result).toBe('warn')
    expect(answerOf('kin', declared('kinship')).result).toBe('bar')
    expect(answerOf('declared-tie', declared('interest')).result).toBe('bar')
  })

  it('each have a source, a strength in thousandths and a code of their own', () => {
    expect(tieKinds.every((entry) => entry.source !== '' && entry.strength > 0 && entry.strength <= 1000)).toBe(true)
    const codes = tieKinds.map((entry) => `${entry.kind}/${entry.degree}`)
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('give every kin degree K1 to K4 full strength', () => {
    const degrees = tieKinds.filter((entry) => /^K[1-4]$/.test(entry.degree ?? ''))
    expect(degrees.map((entry) => [entry.degree, entry.strength])).toEqual(
      ['K1', 'K2', 'K3', 'K4'].map((degree) => [degree, 1000]),
    )
    expect(new Set(kinRelations.map((relation) => relation.degree))).toEqual(new Set(['K1', 'K2', 'K3', 'K4']))
  })
})

describe('the strength of a declared tie', () => {
  const of = (kind: string, degree: string | null, from?: string, to?: string | null) =>
    tieStrength({ kind, degree, from: from ?? null, to: to ?? null }, START, RULES)

  it.each([
    ['a spouse', of('kinship', 'spouse'), 1000],
    ['a cousin', of('kinship', 'cousin'), 1000],
    ['a degree', of('kinship', 'K4'), 1000],
    ['kin of unstated degree', of('kinship', null), 1000],
    ['a distant relative', of('kinship', 'distant'), 400],
    ['a schoolmate', of('study', null), 300],
    ['a classmate', of('study', 'class'), 600],
    ['a kind that the catalogue does not know', of('neighbour', null), 300],
    ['a shared office that ended 35 months ago', of('shared-leadership', null, '2023-01', '2023-10'), 700],
    ['a short one that ended 36 months ago', of('shared-leadership', null, '2023-01', '2023-09'), 200],
    ['an old one of three years', of('shared-leadership', null, '2010-01', '2013-01'), 700],
    ['one still held', of('superior', null, '2026-08', null), 800],
    ['one without dates: unknown is not clear', of('superior', null), 800],
  ])('of %s', (_title, strength, expected) => {
    expect(strength).toBe(expected)
  })

  it('falls to a distant relative’s outside the supervision law’s narrower list', () => {
    const under = (degree: string) => tieStrength({ kind: 'kinship', degree }, START, RULES, 'supervision')
    const full = kinRelations.filter((relation) => under(relation.code) === 1000).map((relation) => relation.code)
    expect(full).toEqual(['spouse', 'parent', 'child', 'sibling'])
    expect(under('cousin')).toBe(400)
  })
})
