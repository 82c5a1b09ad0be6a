import fc from 'fast-check'
import { prepareBars, prepareExposure } from '@shengmian/recusal'
import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { readProblem, type ProblemElement } from '../read-problem.ts'
import { resolveRules } from '../rules.ts'
import { prepareMap } from '../solve/compile/places.ts'
import { surveyZones } from './zone-survey.ts'

const ZONES = ['east', 'west', 'north']
const CODES = ZONES.flatMap((_, z) => [0, 1, 2].map((county) => `${31 + z}010${county + 1}`))
const PEOPLE = Array.from({ length: 9 }, (_, i) => `p${i}`)
const TARGETS = Array.from({ length: 6 }, (_, i) => `u${i}`)
const OFFICIALS = ['o0', 'o1', 'o2', 'o3']

/** Two teams a zone; officials may answer in several zones; everybody may be tied to anybody. */
const nation = fc
  .record({
    homes: fc.array(fc.constantFrom(...CODES), { minLength: 9, maxLength: 9 }),
    insiders: fc.array(fc.uniqueArray(fc.constantFrom(...OFFICIALS, 'p0', 'p5'), { maxLength: 3 }), {
      minLength: 6,
      maxLength: 6,
    }),
    ties: fc.array(
      fc.tuple(
        fc.constantFrom(...PEOPLE, ...OFFICIALS, 'x', 'y', 'z'),
        fc.constantFrom(...PEOPLE, ...OFFICIALS, 'x', 'y', 'z'),
        fc.integer({ min: 0, max: 1000 }),
      ),
      { maxLength: 25 },
    ),
    pairs: fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...TARGETS)), { maxLength: 6 }),
    apart: fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)), { maxLength: 4 }),
    history: fc.array(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...CODES)), { maxLength: 5 }),
    travel: fc.uniqueArray(fc.tuple(fc.constantFrom(...CODES), fc.constantFrom(...CODES), fc.nat({ max: 99 })), {
      selector: ([home, host]) => `${home} ${host}`,
      maxLength: 9,
    }),
  })
  .map(({ homes, insiders, ties, pairs, apart, history, travel }): Problem => {
    const hosts = TARGETS.map((_, i) => `${31 + (i % 3)}010${i < 3 ? 1 : 2}`)
    return {
      format: 'shengmian.dispatch-problem/1',
      name: 'nation',
      round: { id: '2026-1', start: '2026-03-01', end: '2026-05-31' },
      rounds: ['2025-1', '2025-2'],
      rules: { mode: 'pooled', zoneBound: true },
      regions: [
        ...ZONES.map((zone, z) => ({ code: `${31 + z}`, name: zone, zone })),
        ...CODES.map((code, i) => ({ code, name: code, at: [(i * 37) % 50, (i * 53) % 60] as [number, number] })),
        { code: '99', name: 'elsewhere', zone: 'elsewhere' },
      ],
      people: homes.map((home, i) => ({
        id: `p${i}`,
        name: '',
        home,
        native: home,
        unit: null,
        roles: ['leader', 'member'],
        skills: [],
        experience: 'ordinary',
        postings: [],
        unverified: [],
        unavailable: false,
      })),
      teams: hosts.map((host, i) => ({ id: `t${i}`, home: null, host, slots: [{ role: 'leader' }] })),
      targets: hosts.map((region, i) => ({ id: `u${i}`, name: '', region, workload: 1, needs: [], insiders: insiders[i] ?? [] })),
      ties: ties.filter(([a, b]) => a !== b).map(([a, b, strength]) => ({ a, b, kind: 'study', strength, source: '' })),
      apart: apart.filter(([a, b]) => a !== b),
      barred: pairs.slice(0, 3).map(([person, target]) => ({ person, target, why: '', source: '' })),
      history: history.map(([person, region]) => ({ round: '2025-2', person, region })),
      dispatched: [],
      travel,
      pins: [],
      waivers: pairs.slice(3).map(([person, target]) => ({ rule: 'tie', person, target, by: '', why: '' })),
    }
  })

function elementsOf(problem: Problem): ProblemElement[] {
  return Object.entries(problem).flatMap(([list, part]) =>
    Array.isArray(part) ? part.map((element) => ({ list, element }) as ProblemElement) : [],
  )
}

/** The problem cut in memory as a caller cuts files: zones by name. */
function cut(problem: Problem): ReadonlyMap<string, Problem> | string {
  const survey = surveyZones(problem)
  for (const element of elementsOf(problem)) if (element.list !== 'ties') survey.take(element)
  const settled = survey.settle()
  if (settled.kind === 'whole') return settled.en
  problem.ties.forEach(survey.takeTie)
  const lists = (): Record<string, unknown[]> =>
    Object.fromEntries(Object.entries(problem).flatMap(([name, part]) => (Array.isArray(part) ? [[name, []]] : [])))
  const parts = settled.zones.map((): Problem => ({ ...problem, ...lists() }))
  for (const { list, element } of elementsOf(problem)) {
    const places = survey.place({ list, element } as ProblemElement)
    if ('en' in places) return places.en
    for (const place of places) {
      const own: unknown[] = parts[place]?.[list] ?? []
      own.push(element)
    }
  }
  return new Map(settled.zones.map((zone, i) => [zone, parts[i] ?? problem]))
}

describe('a nation cut into zones', () => {
  it('gives every zone the exposures, bars and journeys that its people and targets have in the whole', () => {
    fc.assert(
      fc.property(nation, (whole) => {
        const zones = cut(whole)
        if (typeof zones === 'string') throw new Error(zones)
        const exposure = prepareExposure(whole.ties)
        const barsOf = (problem: Problem) => prepareBars({ ...problem, rules: resolveRules(problem.rules) }).barsOf
        const [bars, map, seat] = [barsOf(whole), prepareMap(whole), { origin: null, role: 'member' } as const]
        for (const [name, zone] of zones) {
          expect(readProblem(zone)).toEqual({ kind: 'read', value: zone })
          const [own, ownBars, ownMap] = [prepareExposure(zone.ties), barsOf(zone), prepareMap(zone)]
          for (const person of zone.people) {
            expect(ownMap.zoneOf(person.home ?? '')).toBe(name)
            for (const target of zone.targets) {
              expect(own.exposure(person.id, target.insiders)).toBe(exposure.exposure(person.id, target.insiders))
              expect(ownBars(person, target, seat)).toEqual(bars(person, target, seat))
              expect(ownMap.travel(person.home, target.region)).toBe(map.travel(person.home, target.region))
            }
          }
        }
      }),
      { numRuns: 200, seed: 20261127 },
    )
  })

  it('gives every person, team and target to one zone, and keeps people apart who share one', () => {
    fc.assert(
      fc.property(nation, (whole) => {
        const zones = cut(whole)
        if (typeof zones === 'string') throw new Error(zones)
        for (const list of ['people', 'teams', 'targets'] as const)
          expect([...zones.values()].flatMap((zone) => zone[list].map(({ id }) => id)).sort()).toEqual(
            whole[list].map(({ id }) => id).sort(),
          )
        const zoneOf = (id: string) => [...zones].find(([, zone]) => zone.people.some((person) => person.id === id))?.[0]
        const together = whole.apart.filter(([a, b]) => zoneOf(a) === zoneOf(b))
        expect([...zones.values()].reduce((count, zone) => count + zone.apart.length, 0)).toBe(together.length)
      }),
      { numRuns: 100, seed: 20261127 },
    )
  })

  const [sample] = fc.sample(nation, { numRuns: 1, seed: 1 })
  const whole = { ...(sample as Problem), ties: [], apart: [], barred: [], history: [], waivers: [] }

  it.each([
    ['a round that is not bound to zones', { rules: { mode: 'pooled' } }, 'not bound to zones'],
    ['a team without a host', { teams: [{ ...whole.teams[0], host: null }] }, 'the host of team t0 is not given'],
    ['a team that would leave its zone', { teams: [{ ...whole.teams[0], home: '320101' }] }, 'the team t0 crosses zones'],
    ['a person without a known home', { people: [{ ...whole.people[0], home: null }] }, 'the home of p0 is not known'],
    ['a bar on nobody', { barred: [{ person: 'p77', target: 'u0', why: '', source: '' }] }, 'there is no person p77'],
    [
      'a waiver for no target',
      { waivers: [{ rule: 'tie', person: 'p0', target: 'u9', by: '', why: '' }] },
      'there is no target u9',
    ],
  ])('is refused with %s', (_, spoilt, words) => {
    expect(cut({ ...whole, ...spoilt } as Problem)).toContain(words)
  })

  it('is refused with a pin across zones', () => {
    const people = whole.people.map((person, i) => ({ ...person, home: i === 0 ? '310101' : person.home }))
    expect(cut({ ...whole, people, pins: [{ person: 'p0', team: 't1' }] })).toContain('the pin p0 → t1 crosses zones')
    expect(typeof cut({ ...whole, people, pins: [{ person: 'p0', team: 't0' }] })).toBe('object')
  })

  it('has settled workloads only where no host holds two teams or another host', () => {
    const fixed = (hosts: readonly string[]): boolean => {
      const survey = surveyZones(whole)
      hosts.forEach((host, i) =>
        survey.take({ list: 'teams', element: { id: `t${i}`, home: null, host, slots: [{ role: 'leader' }] } }),
      )
      return survey.hasFixedWorkloads()
    }
    expect(fixed(['310101', '310102', '320101'])).toBe(true)
    expect(fixed(['310101', '310102', '310101'])).toBe(false)
    expect(fixed(['310101', '310102', '3101'])).toBe(false)
    expect(fixed(['310101001', '310101002'])).toBe(false)
  })
})
