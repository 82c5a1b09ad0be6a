import type { Problem } from '@shengmian/dispatch'
import { describe, expect, it } from 'vitest'
import { applyGranted, effectsOf, type Effect } from './effects.ts'

const item = (rule: string, subject: string) => ({ rule, subject, zh: '', en: '' }) as never
const effects = (...exceptions: readonly (readonly [string, string])[]) =>
  effectsOf({ exceptions: exceptions.map(([rule, subject]) => item(rule, subject)) })

const PROBLEM = {
  rules: { mode: 'scattered', minSenior: 2, maxNewcomers: 1 },
  people: [{ id: 'p1' }, { id: 'p2' }],
  targets: [
    { id: 'u1', needs: ['审计'] },
    { id: 'u2', needs: ['审计'] },
  ],
  apart: [
    ['p1', 'p2'],
    ['p1', 'p3'],
  ],
  pins: [
    { person: 'p1', team: 't1' },
    { person: 'p2', team: 't1' },
  ],
  waivers: [],
} as unknown as Problem
const after = (...granted: readonly Effect[]) => applyGranted(PROBLEM, [{ effects: granted, by: '罗启明', why: '人手不足' }])

describe('what a way out of a clash would have signed', () => {
  it.each(['home', 'native', 'posting', 'kin', 'tie', 'barred', 'local', 'self', 'level', 'one-team', 'slot', 'unavailable'])(
    'is nothing where the way needs %s to give way: that is law, or somebody who must come',
    (rule) => {
      expect(effects([rule, 'p1'])).toBeNull()
      expect(effects(['senior', 't1'], [rule, 'p1'])).toBeNull()
    },
  )

  it('moves a limit by as many as the worst team lacks, and names each person, pair and target once', () => {
    expect(effects(['senior', 't1'], ['senior', 't1'], ['senior', 't2'])).toEqual([{ kind: 'limit', rule: 'senior', by: 2 }])
    expect(effects(['repeat', 'p1'], ['repeat', 'p1'], ['apart', 'p1 p2'], ['pin', 'p2'], ['need', 'u1'])).toEqual([
      { kind: 'except', rule: 'repeat', person: 'p1' },
      { kind: 'together', pair: ['p1', 'p2'] },
      { kind: 'unpin', person: 'p2' },
      { kind: 'need', target: 'u1' },
    ])
    expect(effects()).toBeNull()
  })
})

describe('a signed relaxation', () => {
  it('changes what it says and nothing beside it', () => {
    expect(after({ kind: 'limit', rule: 'senior', by: 1 })).toEqual({ ...PROBLEM, rules: { ...PROBLEM.rules, minSenior: 1 } })
    expect(after({ kind: 'limit', rule: 'newcomers', by: 2 }).rules.maxNewcomers).toBe(3)
    expect(after({ kind: 'limit', rule: 'same-home', by: 1 }).rules.maxSameHome).toBe(3)
    expect(after({ kind: 'off', rule: 'leaders' }).rules.distinctLeaders).toBe(false)
    expect(after({ kind: 'together', pair: ['p2', 'p1'] }).apart).toEqual([['p1', 'p3']])
    expect(after({ kind: 'unpin', person: 'p1' }).pins).toEqual([{ person: 'p2', team: 't1' }])
    expect(after({ kind: 'need', target: 'u2' }).targets.map(({ needs }) => needs)).toEqual([['审计'], []])
  })

  it('lifts a rule for one person by a waiver that carries the signature, for each target', () => {
    const { waivers } = after({ kind: 'except', rule: 'repeat', person: 'p1' })
    const signed = { rule: 'repeat', person: 'p1', by: '罗启明', why: '人手不足' }
    expect(waivers).toEqual([
      { ...signed, target: 'u1' },
      { ...signed, target: 'u2' },
    ])
    expect(after({ kind: 'except', rule: 'repeat', person: 'gone' })).toBe(PROBLEM)
  })
})
