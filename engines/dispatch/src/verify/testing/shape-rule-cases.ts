// The figures, the names and the seats of a plan: each broken alone.
import { only, seated } from './sound-round.ts'
import { comesFrom, group, person, target, team, type RuleCase } from './rule-case.ts'

export const SHAPE_RULE_CASES: readonly RuleCase[] = [
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
    title: 'a certificate says that it proves more than it does',
    given: ({ plan }) => plan.certificates.push({ of: 'travel', scale: 64, prices: {}, proves: 400 }),
    breaks: ({ plan }) => (only(plan.certificates, 0).proves = 401),
    subjects: ['travel'],
    afterwards: true,
  },
  {
    rule: 'certificate',
    title: 'the prices of a certificate are too large to be added up exactly',
    breaks: ({ plan }) =>
      plan.certificates.push({ of: 'travel', scale: 64, prices: { p1: Number.MAX_SAFE_INTEGER, p2: Number.MAX_SAFE_INTEGER } }),
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
    rule: 'certificate',
    title: 'a certificate rests on a level that is not better than its own',
    breaks: ({ plan }) => plan.certificates.push({ of: 'unverified', scale: 1, prices: {}, levels: { unverified: 1 } }),
    subjects: ['unverified'],
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
]
