import { describe, expect, it } from 'vitest'
import { readProblem } from './read-problem.ts'
import { only, soundRound } from './verify/testing/sound-round.ts'

type Loose = Record<string, unknown>
type Spoil = (problem: Loose & Record<'people' | 'regions' | 'teams' | 'targets' | 'ties', Loose[]>) => unknown

/** The paths of everything that is wrong after spoiling. */
function faults(spoil: Spoil): readonly { readonly path: string; readonly zh: string; readonly en: string }[] {
  const problem = JSON.parse(JSON.stringify(soundRound().problem))
  spoil(problem)
  const read = readProblem(JSON.stringify(problem))
  return read.kind === 'refused' ? read.issues : []
}

const BAD: readonly (readonly [string, Spoil, string, RegExp])[] = [
  ['another format', (p) => (p['format'] = 'shengmian.dispatch-problem/2'), '$.format', /dispatch-problem\/1/],
  ['an unknown key', (p) => (p['colour'] = 'red'), '$.colour', /unknown key "colour"/],
  ['an unknown key deep inside', (p) => (only(p.people, 3)['nickname'] = 'x'), '$.people[3].nickname', /unknown key/],
  [
    'a key that objects have by nature',
    (p) => Object.defineProperty(p, '__proto__', { value: 1, enumerable: true }),
    '$.__proto__',
    /unknown key/,
  ],
  ['a missing key', (p) => delete only(p.people, 1)['native'], '$.people[1].native', /missing/],
  ['a place code of five digits', (p) => (only(p.people, 3)['home'] = '12011'), '$.people[3].home', /not a place code/],
  ['a place code with a letter', (p) => (only(p.targets, 0)['region'] = '12O103'), '$.targets[0].region', /not a place code/],
  ['a place code as a number', (p) => (only(p.people, 3)['home'] = 120101), '$.people[3].home', /must be a string/],
  [
    'a day that does not exist',
    (p) => (p['round'] = { id: 'r', start: '2026-02-30', end: '2026-05-01' }),
    '$.round.start',
    /not a date/,
  ],
  [
    'a month that does not exist',
    (p) => (only(p.people, 0)['postings'] = [{ region: '12', from: '2020-13', to: null }]),
    '$.people[0].postings[0].from',
    /not a month/,
  ],
  [
    'an unknown experience',
    (p) => (only(p.people, 0)['experience'] = 'expert'),
    '$.people[0].experience',
    /"senior" \/ "ordinary" \/ "newcomer"/,
  ],
  ['an unknown fact name', (p) => (only(p.people, 0)['unverified'] = ['age']), '$.people[0].unverified[0]', /must be one of/],
  [
    'a strength above 1000',
    (p) => p.ties.push({ a: 'p1', b: 'x', kind: 'k', strength: 1001, source: '' }),
    '$.ties[0].strength',
    /between 0 and 1000/,
  ],
  ['half a person', (p) => (p['travel'] = [['120101', '120103', 1.5]]), '$.travel[0][2]', /must be an integer/],
  ['a pair of three', (p) => (p['apart'] = [['p1', 'p2', 'p3']]), '$.apart[0]', /exactly 2 elements/],
  ['a position without a second coordinate', (p) => (only(p.regions, 0)['at'] = [1]), '$.regions[0].at', /exactly 2 elements/],
  ['a team without slots', (p) => (only(p.teams, 0)['slots'] = []), '$.teams[0].slots', /at least 1/],
  ['half a character', (p) => (p['name'] = 'a\uD800'), '$.name', /half a character/],
  ['an empty id', (p) => (only(p.people, 0)['id'] = ''), '$.people[0].id', /must not be empty/],
  [
    'a limit that is a word',
    (p) => (p['rules'] = { mode: 'pooled', maxSameHome: 'two' }),
    '$.rules.maxSameHome',
    /must be an integer/,
  ],
  [
    'a person twice',
    (p) => (only(p.people, 4)['id'] = 'p2'),
    '$.people[4].id',
    /p2 is there twice \(first at \$\.people\[1\]\.id\)/,
  ],
  ['a team twice', (p) => (only(p.teams, 1)['id'] = 't1'), '$.teams[1].id', /twice/],
  ['a target twice', (p) => (only(p.targets, 1)['id'] = 'u1'), '$.targets[1].id', /twice/],
  ['a region twice', (p) => (only(p.regions, 1)['code'] = '120101'), '$.regions[1].code', /twice/],
  ['a round twice', (p) => (p['rounds'] = ['a', 'b', 'a']), '$.rounds[2]', /twice/],
  [
    'a journey twice',
    (p) =>
      (p['travel'] = [
        ['12', '13', 1],
        ['12', '13', 2],
      ]),
    '$.travel[1]',
    /twice/,
  ],
  [
    'a pin twice',
    (p) =>
      (p['pins'] = [
        { person: 'p1', team: 't1' },
        { person: 'p1', team: 't1' },
      ]),
    '$.pins[1]',
    /twice/,
  ],
  ['an insider twice', (p) => (only(p.targets, 2)['insiders'] = ['o3', 'o3']), '$.targets[2].insiders[1]', /twice/],
  ['a need twice', (p) => (only(p.targets, 0)['needs'] = ['audit', 'audit']), '$.targets[0].needs[1]', /twice/],
  [
    'a round that ends before it starts',
    (p) => (p['round'] = { id: 'r', start: '2026-05-01', end: '2026-04-30' }),
    '$.round.end',
    /before it starts/,
  ],
  ['a round that is its own past', (p) => (p['rounds'] = ['2026-1']), '$.round.id', /past rounds/],
  [
    'a posting that ends before it begins',
    (p) => (only(p.people, 0)['postings'] = [{ region: '12', from: '2020-02', to: '2020-01' }]),
    '$.people[0].postings[0].to',
    /before it begins/,
  ],
  ['a pin on nobody', (p) => (p['pins'] = [{ person: 'p99', team: 't1' }]), '$.pins[0].person', /no person p99/],
  ['a pin to no team', (p) => (p['pins'] = [{ person: 'p1', team: 't99' }]), '$.pins[0].team', /no team t99/],
  [
    'a barred stranger',
    (p) => (p['barred'] = [{ person: 'p99', target: 'u1', why: '', source: '' }]),
    '$.barred[0].person',
    /no person/,
  ],
  [
    'a barred target that is none',
    (p) => (p['barred'] = [{ person: 'p1', target: 'u99', why: '', source: '' }]),
    '$.barred[0].target',
    /no target/,
  ],
  ['a pair apart with a stranger', (p) => (p['apart'] = [['p1', 'p99']]), '$.apart[0][1]', /no person/],
  ['somebody apart from himself', (p) => (p['apart'] = [['p1', 'p1']]), '$.apart[0][1]', /himself/],
  ['a tie to oneself', (p) => p.ties.push({ a: 'p1', b: 'p1', kind: 'k', strength: 1, source: '' }), '$.ties[0].b', /himself/],
  [
    'a waiver for a stranger',
    (p) => (p['waivers'] = [{ rule: 'home', person: 'p99', target: 'u1', by: '', why: '' }]),
    '$.waivers[0].person',
    /no person/,
  ],
  [
    'a waiver for no target',
    (p) => (p['waivers'] = [{ rule: 'home', person: 'p1', target: 'u99', by: '', why: '' }]),
    '$.waivers[0].target',
    /no target/,
  ],
  [
    'a waiver of a rule about teams',
    (p) => (p['waivers'] = [{ rule: 'same-home', person: 'p1', target: 'u1', by: '', why: '' }]),
    '$.waivers[0].rule',
    /cannot be waived/,
  ],
  [
    'history of an unknown round',
    (p) => (p['history'] = [{ round: '1999-1', person: 'p1', region: '12' }]),
    '$.history[0].round',
    /no round 1999-1/,
  ],
  [
    'history of a stranger',
    (p) => (p['history'] = [{ round: '2025-1', person: 'p99', region: '12' }]),
    '$.history[0].person',
    /no person/,
  ],
  [
    'a dispatch in an unknown round',
    (p) => (p['dispatched'] = [{ round: 'x', home: '12', host: '13' }]),
    '$.dispatched[0].round',
    /no round/,
  ],
  [
    'a region that is its own parent',
    (p) => (only(p.regions, 0)['parent'] = '120101'),
    '$.regions[0].parent',
    /circle: 120101 → 120101/,
  ],
  [
    'a parent that does not begin the code',
    (p) => (only(p.regions, 0)['parent'] = '1301'),
    '$.regions[0].parent',
    /cannot be the parent/,
  ],
]

describe('reading a problem', () => {
  it('accepts a sound one, as text and as a value, and hands it on unchanged', () => {
    const { problem } = soundRound()
    expect(readProblem(problem)).toEqual({ kind: 'read', value: problem })
    expect(readProblem(`\uFEFF${JSON.stringify(problem, null, 2)}`)).toEqual({ kind: 'read', value: problem })
  })

  it.each(BAD)('refuses %s and says where', (_, spoil, path, message) => {
    const found = faults(spoil)
    expect(found.map((issue) => issue.path)).toContain(path)
    expect(found.find((issue) => issue.path === path)?.en).toMatch(message)
    expect(found.every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(true)
  })

  it('names every fault at once', () => {
    const found = faults((p) => {
      only(p.people, 0)['home'] = 'x'
      only(p.people, 1)['roles'] = 'leader'
      Object.assign(p, { ties: undefined })
    })
    expect(found.map((issue) => issue.path)).toEqual(['$.people[0].home', '$.people[1].roles', '$.ties'])
  })

  it('shows the whole circle of regions', () => {
    const found = faults((p) => {
      p.regions.push({ code: '12', name: '', parent: '1201' }, { code: '1201', name: '', parent: '12' })
    })
    expect(found.map(({ en }) => en)).toEqual([
      "the region's parents form a circle: 12 → 1201 → 12",
      "the region's parents form a circle: 1201 → 12 → 1201",
    ])
  })

  it('lets ties reach people whom no list knows: they are only hops', () => {
    expect(faults((p) => p.ties.push({ a: 'stranger', b: 'another', kind: 'k', strength: 1, source: '' }))).toEqual([])
  })

  it('S2-01 takes a rotation that is elevated, and refuses two modes at once with the reason', () => {
    expect(faults((p) => (p['rules'] = { mode: 'rotation', elevated: true }))).toEqual([])
    for (const mode of [['rotation', 'pooled'], 'rotation+pooled', null])
      expect(faults((p) => (p['rules'] = { mode }))).toMatchObject([
        { path: '$.rules.mode', en: expect.stringMatching(/teams that move whole cannot also be dealt out mixed/) },
      ])
  })
})
