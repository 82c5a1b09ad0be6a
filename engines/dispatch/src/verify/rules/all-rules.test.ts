import { describe, expect, it } from 'vitest'
import { only, restated, seated, soundRound, type Round } from '../sound-round.ts'
import { verifyPlan } from '../verify-plan.ts'

type Change = (round: Round) => void

interface Case {
  readonly rule: string
  readonly title: string
  /** Makes the rule matter while it is still kept. */
  readonly given?: Change
  readonly breaks: Change
  readonly subjects: readonly string[]
  /** For the figures and names that `restated` would put right again. */
  readonly afterwards?: boolean
}

const person = ({ problem }: Round, at: number): Round['problem']['people'][number] => only(problem.people, at)
const team = ({ problem }: Round, at: number): Round['problem']['teams'][number] => only(problem.teams, at)
const target = ({ problem }: Round, at: number): Round['problem']['targets'][number] => only(problem.targets, at)
const group = ({ plan }: Round, at: number): Round['plan']['teams'][number] => only(plan.teams, at)

function comesFrom(round: Round, at: number, home: string): void {
  team(round, at).home = home
  group(round, at).home = home
}

const CASES: readonly Case[] = [
  {
    rule: 'problem',
    title: 'the plan answers another problem',
    breaks: ({ plan }) => (plan.problem = `sha256:${'0'.repeat(64)}`),
    subjects: ['problem'],
    afterwards: true,
  },
  {
    rule: 'objective',
    title: 'a stated figure is wrong',
    breaks: ({ plan }) => (plan.objective.travel -= 1),
    subjects: ['travel'],
    afterwards: true,
  },
  {
    rule: 'bound',
    title: 'a bound lies above its figure',
    breaks: ({ plan }) => (plan.bound.memory = 1),
    subjects: ['memory'],
    afterwards: true,
  },
  {
    rule: 'bound',
    title: 'a bound lies above what its certificate proves',
    given: ({ plan }) => plan.certificates.push({ of: 'travel', scale: 64, prices: {} }),
    breaks: ({ plan }) => (plan.bound.travel = plan.objective.travel),
    subjects: ['travel'],
    afterwards: true,
  },
  {
    rule: 'certificate',
    title: 'a certificate prices a stranger',
    breaks: ({ plan }) => plan.certificates.push({ of: 'travel', scale: 1, prices: { p99: 1 } }),
    subjects: ['travel'],
    afterwards: true,
  },
  {
    rule: 'certificate',
    title: 'one level has two certificates',
    given: ({ plan }) => plan.certificates.push({ of: 'travel', scale: 1, prices: {} }),
    breaks: ({ plan }) => plan.certificates.push({ of: 'travel', scale: 1, prices: {} }),
    subjects: ['travel'],
    afterwards: true,
  },
  {
    rule: 'unassigned',
    title: 'somebody left over is not listed',
    breaks: ({ plan }) => (plan.unassigned = []),
    subjects: ['p7'],
    afterwards: true,
  },
  {
    rule: 'unassigned',
    title: 'somebody who serves is listed',
    breaks: ({ plan }) => plan.unassigned.push('p1'),
    subjects: ['p1'],
    afterwards: true,
  },
  {
    rule: 'unassigned',
    title: 'a stranger is listed',
    breaks: ({ plan }) => plan.unassigned.push('p99'),
    subjects: ['p99'],
    afterwards: true,
  },
  {
    rule: 'unassigned',
    title: 'somebody is listed twice',
    breaks: ({ plan }) => plan.unassigned.push('p7'),
    subjects: ['p7'],
    afterwards: true,
  },
  {
    rule: 'one-team',
    title: 'a person serves in two teams',
    breaks: (round) => (group(round, 1).members = seated('p4', 'p5', 'p3')),
    subjects: ['p3'],
  },
  {
    rule: 'one-team',
    title: 'a target is inspected by nobody',
    breaks: (round) => (group(round, 0).targets = ['u1']),
    subjects: ['u2'],
  },
  {
    rule: 'one-team',
    title: 'a target is inspected twice',
    breaks: (round) => (group(round, 0).targets = ['u1', 'u2', 'u2']),
    subjects: ['u2'],
  },
  {
    rule: 'one-team',
    title: 'a target is not in the problem',
    breaks: (round) => group(round, 0).targets.push('u99'),
    subjects: ['u99'],
  },
  {
    rule: 'host',
    title: 'a target lies outside the host',
    given: (round) => (target(round, 1).region = '120103'),
    breaks: (round) => {
      team(round, 0).host = '120103001'
      group(round, 0).host = '120103001'
    },
    subjects: ['t1'],
  },
  {
    rule: 'host',
    title: 'the targets of a team lie in several regions',
    given: (round) => {
      team(round, 0).host = '1201'
      group(round, 0).host = '1201'
    },
    breaks: (round) => (target(round, 1).region = '120106002001'),
    subjects: ['t1'],
  },
  { rule: 'host', title: 'a given host is changed', breaks: (round) => (group(round, 1).host = '1201'), subjects: ['t2'] },
  {
    rule: 'host',
    title: 'a given home is changed',
    given: (round) => comesFrom(round, 1, '120101'),
    breaks: (round) => (group(round, 1).home = '120102'),
    subjects: ['t2'],
  },
  {
    rule: 'host',
    title: 'a team with targets has no host',
    given: (round) => (team(round, 0).host = null),
    breaks: (round) => (group(round, 0).host = null),
    subjects: ['t1'],
  },
  { rule: 'slot', title: 'a slot is empty', breaks: (round) => group(round, 0).members.pop(), subjects: ['t1/2'] },
  {
    rule: 'slot',
    title: 'a slot is filled twice',
    breaks: (round) => group(round, 1).members.push({ person: 'p7', slot: 2 }),
    subjects: ['t2/2'],
  },
  {
    rule: 'slot',
    title: 'a slot does not exist',
    breaks: (round) => group(round, 1).members.push({ person: 'p7', slot: 3 }),
    subjects: ['t2/3'],
  },
  {
    rule: 'slot',
    title: 'a person is not in the problem',
    breaks: (round) => (group(round, 1).members = seated('p4', 'p5', 'p98')),
    subjects: ['t2/2'],
  },
  {
    rule: 'slot',
    title: 'a person lacks the role',
    breaks: (round) => (person(round, 4).roles = ['liaison']),
    subjects: ['t2/1'],
  },
  {
    rule: 'slot',
    title: 'a person lacks the skill',
    given: (round) => (target(round, 0).needs = []),
    breaks: (round) => (person(round, 1).skills = ['law']),
    subjects: ['t1/1'],
  },
  {
    rule: 'slot',
    title: 'a person is unavailable',
    breaks: (round) => (person(round, 5).unavailable = true),
    subjects: ['t2/2'],
  },
  {
    rule: 'slot',
    title: 'a sender comes from elsewhere',
    given: (round) => {
      comesFrom(round, 0, '120102')
      only(team(round, 0).slots, 2).origin = 'sender'
    },
    breaks: (round) => comesFrom(round, 0, '120105'),
    subjects: ['t1/2'],
  },
  {
    rule: 'slot',
    title: 'a local comes from elsewhere',
    given: (round) => {
      only(team(round, 1).slots, 2).origin = 'host'
      person(round, 5).home = '120104'
    },
    breaks: (round) => (person(round, 5).home = null),
    subjects: ['t2/2'],
    afterwards: true,
  },
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
    rule: 'level',
    title: 'a leader does not come from above',
    given: (round) => elevate(round),
    breaks: (round) => (person(round, 0).home = '120101'),
    subjects: ['t1 p1'],
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

describe('verify', () => {
  it('finds nothing in a plan that keeps every rule', () => {
    const { problem, plan } = soundRound()
    expect(verifyPlan(problem, plan)).toMatchObject({ isValid: true, breaches: [], waiversUsed: [] })
  })

  it.each(CASES)('$rule: $title, and nothing else is broken', ({ rule, given, breaks, subjects, afterwards }) => {
    const before = soundRound()
    given?.(before)
    const kept = restated(before)
    expect(verifyPlan(kept.problem, kept.plan).breaches).toEqual([])

    breaks(kept)
    const isFigure = ['problem', 'objective', 'bound', 'certificate', 'unassigned'].includes(rule)
    const broken = isFigure && afterwards ? kept : restated(kept)
    const found = verifyPlan(broken.problem, broken.plan)
    expect(found.breaches.map((breach) => `${breach.rule} ${breach.subject}`)).toEqual(
      subjects.map((subject) => `${rule} ${subject}`),
    )
    expect(found.isValid).toBe(false)
  })

  it('has a case for every rule of the format', () => {
    const rules = new Set(CASES.map((each) => each.rule))
    expect([...rules].sort()).toEqual(
      'again apart barred bound certificate home host kin leaders level local native need newcomers objective one-team pin posting problem repeat reversal same-home self senior slot swap tie unassigned unknown whole-team zone'.split(
        ' ',
      ),
    )
  })
})
