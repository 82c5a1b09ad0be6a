// What a team may be and where it may go: each rule broken alone.
import { only, type Round } from './sound-round.ts'
import { comesFrom, group, person, target, team, type RuleCase } from './rule-case.ts'

export const TEAM_RULE_CASES: readonly RuleCase[] = [
  {
    rule: 'level',
    title: 'a leader does not come from above',
    given: (round) => elevate(round),
    breaks: (round) => (person(round, 0).home = '120101'),
    subjects: ['t1 p1'],
  },
  {
    rule: 'same-home',
    title: 'three members share a home',
    breaks: (round) => (person(round, 2).home = '120101004'),
    subjects: ['t1'],
  },
  {
    rule: 'whole-team',
    title: 'a member comes from another home',
    given: makeWhole,
    breaks: (round) => (person(round, 2).home = '120102'),
    subjects: ['t1 p3'],
  },
  {
    rule: 'whole-team',
    title: 'a member of unknown home is not shown to belong',
    given: makeWhole,
    breaks: (round) => (person(round, 2).home = null),
    subjects: ['t1 p3'],
  },
  {
    rule: 'whole-team',
    title: 'a whole team has no home',
    given: (round) => {
      makeWhole(round)
      team(round, 0).home = null
    },
    breaks: (round) => (group(round, 0).home = null),
    subjects: ['t1'],
  },
  {
    rule: 'leaders',
    title: 'two leaders of a team share a home',
    given: (round) => {
      round.problem.rules.distinctLeaders = true
      only(team(round, 1).slots, 2).role = 'leader'
      person(round, 5).roles = ['leader']
    },
    breaks: (round) => (person(round, 5).home = '120102'),
    subjects: ['t2 p4 p6'],
  },
  {
    rule: 'apart',
    title: 'two people who must be apart serve together',
    given: ({ problem }) => problem.apart.push(['p1', 'p4']),
    breaks: ({ problem }) => problem.apart.push(['p3', 'p1']),
    subjects: ['p3 p1'],
  },
  {
    rule: 'senior',
    title: 'a team has too few seniors',
    given: ({ problem }) => (problem.rules.minSenior = 1),
    breaks: (round) => (person(round, 0).experience = 'ordinary'),
    subjects: ['t1'],
  },
  {
    rule: 'newcomers',
    title: 'a team has too many newcomers',
    given: ({ problem }) => (problem.rules.maxNewcomers = 0),
    breaks: (round) => (person(round, 2).experience = 'newcomer'),
    subjects: ['t1'],
  },
  {
    rule: 'need',
    title: 'nobody has a skill that a target needs',
    given: (round) => (target(round, 1).needs = ['audit']),
    breaks: (round) => target(round, 1).needs.push('law'),
    subjects: ['t1 u2'],
  },
  {
    rule: 'self',
    title: 'a team inspects its own home',
    given: (round) => comesFrom(round, 0, '120101'),
    breaks: (round) => comesFrom(round, 0, '120103'),
    subjects: ['t1'],
  },
  {
    rule: 'swap',
    title: 'two homes inspect each other',
    given: (round) => {
      round.problem.rules.noSwap = true
      comesFrom(round, 0, '120104')
    },
    breaks: (round) => comesFrom(round, 1, '120103'),
    subjects: ['t2 t1'],
  },
  {
    rule: 'zone',
    title: 'a team leaves the zone of its home',
    given: (round) => {
      round.problem.rules.zoneBound = true
      comesFrom(round, 0, '120102')
    },
    breaks: (round) => (only(round.problem.regions, 2).zone = 'new'),
    subjects: ['t1'],
  },
  {
    rule: 'zone',
    title: 'a member of a team without a home leaves his zone',
    given: ({ problem }) => (problem.rules.zoneBound = true),
    breaks: (round) => (person(round, 5).home = '130104'),
    subjects: ['t2 p6'],
  },
  {
    rule: 'again',
    title: 'a home returns to a host',
    given: (round) => {
      comesFrom(round, 0, '120101')
      round.problem.dispatched.push({ round: '2025-1', home: '120101', host: '120103' })
    },
    breaks: ({ problem }) => problem.dispatched.push({ round: '2025-3', home: '120101004', host: '120103' }),
    subjects: ['t1'],
  },
  {
    rule: 'reversal',
    title: 'a home inspects those who inspected it',
    given: (round) => {
      comesFrom(round, 0, '120101')
      round.problem.rules.reversal = 'bar'
      round.problem.dispatched.push({ round: '2025-1', home: '120103', host: '120101' })
    },
    breaks: ({ problem }) => problem.dispatched.push({ round: '2025-3', home: '120103', host: '120101' }),
    subjects: ['t1'],
  },
  {
    rule: 'pin',
    title: 'a pinned person serves elsewhere',
    given: ({ problem }) => problem.pins.push({ person: 'p1', team: 't1' }),
    breaks: ({ problem }) => problem.pins.push({ person: 'p7', team: 't1' }),
    subjects: ['p7 t1'],
  },
]

function elevate(round: Round): void {
  round.problem.rules.elevated = true
  for (const at of [0, 3]) person(round, at).home = '1201'
}

function makeWhole(round: Round): void {
  round.problem.rules.wholeTeams = true
  round.problem.rules.maxSameHome = null
  round.problem.people.forEach((each, at) => (each.home = at < 3 ? '120101' : '120102'))
  comesFrom(round, 0, '120101')
  comesFrom(round, 1, '120102')
}
