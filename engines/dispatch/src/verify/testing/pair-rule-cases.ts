// One person and one target: each bar broken alone.
import { only, type Round } from './sound-round.ts'
import { group, person, team, type RuleCase } from './rule-case.ts'

export const PAIR_RULE_CASES: readonly RuleCase[] = [
  {
    rule: 'home',
    title: 'a member works in the region of a target',
    breaks: (round) => (person(round, 5).home = '120104'),
    subjects: ['p6 u3'],
  },
  {
    rule: 'native',
    title: 'a member grew up in the region of a target',
    given: (round) => (person(round, 5).native = '120103'),
    breaks: (round) => (person(round, 5).native = '120104001'),
    subjects: ['p6 u3'],
  },
  {
    rule: 'posting',
    title: 'a member left a post there less than three years ago',
    given: (round) => (person(round, 5).postings = [{ region: '120104', from: '2022-01', to: '2023-03' }]),
    breaks: (round) => (person(round, 5).postings = [{ region: '120104', from: '2022-01', to: '2023-04' }]),
    subjects: ['p6 u3'],
  },
  {
    rule: 'posting',
    title: 'a member held a post there for three years, however long ago',
    given: (round) => (person(round, 5).postings = [{ region: '120104', from: '2010-02', to: '2013-01' }]),
    breaks: (round) => (person(round, 5).postings = [{ region: '120104', from: '2010-01', to: '2013-01' }]),
    subjects: ['p6 u3'],
  },
  {
    rule: 'posting',
    title: 'a member still holds a post there',
    given: (round) => (person(round, 5).postings = [{ region: '120103', from: '2026-02', to: null }]),
    breaks: (round) => (person(round, 5).postings = [{ region: '120104', from: '2026-02', to: null }]),
    subjects: ['p6 u3'],
  },
  {
    rule: 'repeat',
    title: 'a member inspected the region in one of the last rounds',
    given: ({ problem }) => problem.history.push({ round: '2025-1', person: 'p6', region: '120104' }),
    breaks: ({ problem }) => problem.history.push({ round: '2025-2', person: 'p6', region: '120104009' }),
    subjects: ['p6 u3'],
  },
  {
    rule: 'local',
    title: 'a local serves for his own unit',
    given: (round) => makeLocal(round),
    breaks: (round) => (person(round, 5).unit = 'u3'),
    subjects: ['p6 u3'],
  },
  {
    rule: 'local',
    title: 'a local works in the township',
    given: makeLocal,
    breaks: (round) => (person(round, 5).home = '120104001007'),
    subjects: ['p6 u3'],
  },
  {
    rule: 'local',
    title: 'a local grew up in the township',
    given: makeLocal,
    breaks: (round) => (person(round, 5).native = '120104001'),
    subjects: ['p6 u3'],
  },
  {
    rule: 'local',
    title: 'a local was once posted to the township',
    given: makeLocal,
    breaks: (round) => (person(round, 5).postings = [{ region: '120104001', from: '1999-01', to: '1999-02' }]),
    subjects: ['p6 u3'],
  },
  {
    rule: 'kin',
    title: 'a member is kin of an insider',
    given: ({ problem }) => problem.ties.push({ a: 'p6', b: 'o3', kind: 'kinship', strength: 499, source: 's' }),
    breaks: ({ problem }) => problem.ties.push({ a: 'o3', b: 'p6', kind: 'kinship', strength: 1000, source: 's' }),
    subjects: ['p6 u3'],
  },
  {
    rule: 'tie',
    title: 'a member has a strong tie to an insider',
    given: ({ problem }) => problem.ties.push({ a: 'p6', b: 'o3', kind: 'study', strength: 499, source: 's' }),
    breaks: ({ problem }) => problem.ties.push({ a: 'o4', b: 'p6', kind: 'study', strength: 500, source: 's' }),
    subjects: ['p6 u3'],
  },
  {
    rule: 'tie',
    title: 'distant kinship counts as any other tie',
    breaks: ({ problem }) => problem.ties.push({ a: 'o4', b: 'p6', kind: 'kinship', strength: 999, source: 's' }),
    subjects: ['p6 u3'],
  },
  {
    rule: 'barred',
    title: 'a barred pair is used',
    breaks: ({ problem }) => problem.barred.push({ person: 'p6', target: 'u3', why: 'w', source: 's' }),
    subjects: ['p6 u3'],
  },
  {
    rule: 'unknown',
    title: 'a fact that a rule reads is not verified',
    given: (round) => {
      round.problem.rules.unverified = 'bar'
      person(round, 6).unverified = ['home']
      person(round, 5).unverified = ['unit']
    },
    breaks: (round) => (person(round, 5).unverified = ['ties']),
    subjects: ['p6 u3'],
  },
  {
    rule: 'unknown',
    title: 'a native place known only above the recusal level is no answer for a target inside it',
    given: (round) => {
      round.problem.rules.unverified = 'bar'
      person(round, 5).native = '1301'
    },
    breaks: (round) => (person(round, 5).native = '1201'),
    subjects: ['p6 u3'],
  },
  {
    rule: 'unknown',
    title: 'without a target a missing fact is missing all the same',
    given: (round) => {
      round.problem.rules.unverified = 'bar'
      round.problem.targets.pop()
      group(round, 1).targets = []
    },
    breaks: (round) => (person(round, 5).native = null),
    subjects: ['p6 t2'],
  },
]

function makeLocal(round: Round): void {
  only(team(round, 1).slots, 2).origin = 'host'
  person(round, 5).home = '120104'
  person(round, 5).native = '120104'
  person(round, 5).postings = [{ region: '120104', from: '2020-01', to: null }]
  round.problem.history.push({ round: '2025-3', person: 'p6', region: '120104' })
}
