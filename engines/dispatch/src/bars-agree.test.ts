// Two readings of the same page: the solver's bars (engines/recusal) and verify's own. They share no code, so whatever
// one of them gets wrong shows here as a pair on which they differ.
import { prepareBars, prepareExposure, resolveRules, unverifiedFacts } from '@shengmian/recusal'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Problem } from './problem.ts'
import { readProblem } from './read-problem.ts'
import { resolveRules as dispatchRules } from './rules.ts'
import { prepareExposures } from './solve/compile/exposures.ts'
import { prepareSeatBars } from './solve/compile/seat-bars.ts'
import { bitsOf } from './solve/rule-names.ts'
import { pairBars } from './verify/pair-bars.ts'
import { aPerson, soundRound } from './verify/testing/sound-round.ts'
import { unverifiedFacts as verifiedFacts } from './verify/unverified.ts'
import { groundOf } from './verify/world.ts'

// Few places, people and officials, so that nearly every pair has something in its way.
const place = fc.constantFrom('12', '1201', '120103', '120104', '120103001', '120103002', '120103001005', '120104001001', '1302')
const mayBe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null, freq: 6 })
const PEOPLE = ['p1', 'p2', 'p3', 'p4']
const TARGETS = ['u1', 'u2', 'u3']
const who = fc.constantFrom(...PEOPLE)
const end = fc.constantFrom(...PEOPLE, 'o1', 'o2', 'o3', 'x')

const person = fc.record({
  home: mayBe(place),
  native: mayBe(place),
  unit: mayBe(fc.constantFrom(...TARGETS, 'elsewhere')),
  postings: mayBe(fc.array(posting(), { maxLength: 3 })),
  unverified: fc.subarray(['home', 'native', 'postings', 'ties', 'unit'] as const, { maxLength: 2 }),
})

/** Spans around both limits of three years before the round of 2026-03. */
function posting(): fc.Arbitrary<NonNullable<Problem['people'][number]['postings']>[number]> {
  const month = fc.integer({ min: 12 * 2019, max: 12 * 2026 + 4 })
  return fc
    .record({ region: place, from: month, length: fc.integer({ min: 0, max: 40 }), isHeld: fc.boolean() })
    .map((drawn) => ({
      region: drawn.region,
      from: monthText(drawn.from),
      to: drawn.isHeld ? null : monthText(drawn.from + drawn.length),
    }))
}

function monthText(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}

const years = fc.constantFrom(null, 0, 1, 3, 5)
const rules = fc.record(
  {
    recusalLevel: fc.constantFrom('city' as const, 'county' as const, 'township' as const),
    coolingOffYears: years,
    longPostingYears: years,
    repeatRounds: fc.constantFrom(null, 0, 1, 2, 9),
    unverified: fc.constantFrom('cost' as const, 'bar' as const),
  },
  { requiredKeys: [] },
)

const problem: fc.Arbitrary<Problem> = fc
  .record({
    rules,
    people: fc.tuple(person, person, person, person),
    regions: fc.tuple(place, place, place),
    insiders: fc.tuple(...TARGETS.map(() => fc.subarray(['o1', 'o2', 'o3', 'p4'], { maxLength: 3 }))),
    ties: fc.array(
      fc
        .record({
          a: end,
          b: end,
          kind: fc.constantFrom('kinship', 'study', 'shared-leadership', 'friendship'),
          strength: fc.constantFrom(0, 333, 499, 500, 501, 999, 1000),
        })
        .filter(({ a, b }) => a !== b),
      { maxLength: 12 },
    ),
    history: fc.array(fc.record({ round: fc.constantFrom('r1', 'r2', 'r3'), person: who, region: place }), { maxLength: 4 }),
    barred: fc.array(fc.record({ person: who, target: fc.constantFrom(...TARGETS) }), { maxLength: 2 }),
    waivers: fc.array(
      fc.record({
        rule: fc.constantFrom('home', 'native', 'posting', 'repeat', 'local', 'kin', 'tie', 'barred', 'unknown'),
        person: who,
        target: fc.constantFrom(...TARGETS),
      }),
      { maxLength: 8 },
    ),
  })
  .map((drawn) => ({
    ...soundRound().problem,
    rounds: ['r1', 'r2', 'r3'],
    rules: { mode: 'paired', ...drawn.rules },
    people: drawn.people.map((each, i) => aPerson(`p${i + 1}`, each.home, each)),
    targets: TARGETS.map((id, i) => ({
      id,
      name: id,
      region: drawn.regions[i] ?? '12',
      workload: 1,
      needs: [],
      insiders: drawn.insiders[i] ?? [],
    })),
    ties: drawn.ties.map((tie) => ({ ...tie, source: 's' })),
    history: drawn.history,
    barred: drawn.barred.map((pair) => ({ ...pair, why: 'w', source: 's' })),
    waivers: drawn.waivers.map((waiver) => ({ ...waiver, by: 'b', why: 'w' })),
  }))

it('the bars of verify and of the recusal engine agree on every pair and seat', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(problem, (drawn) => {
      expect(readProblem(drawn)).toMatchObject({ kind: 'read' })
      const own = pairBars(groundOf(drawn))
      const other = prepareBars({ ...drawn, regions: drawn.regions, rules: resolveRules(drawn.rules) })
      for (const each of drawn.people)
        for (const target of drawn.targets)
          for (const origin of ['host', 'sender', null] as const) {
            const found = own({ person: each, isLocal: origin === 'host' }, target)
            const bars = found.filter(({ waiver }) => waiver === null).map(({ rule }) => rule)
            expect(bars.toSorted()).toEqual([...other.barsOf(each, target, { origin, role: 'member' })].sort())
            for (const rule of bars) seen.add(rule)
          }
    }),
    { numRuns: 800, seed: 20_261_121 },
  )
  // The agreement is worth nothing if a bar never came up.
  expect([...seen].sort()).toEqual(['barred', 'home', 'kin', 'local', 'native', 'posting', 'repeat', 'tie', 'unknown'])
})

it('what the solver keeps of bars and exposures is what the recusal engine answers pair by pair', () => {
  fc.assert(
    fc.property(problem, (drawn) => {
      const resolved = resolveRules(drawn.rules)
      const [kept, asked] = [prepareSeatBars(drawn, dispatchRules(drawn.rules)), prepareBars({ ...drawn, rules: resolved })]
      const [exposures, exposure] = [prepareExposures(drawn), prepareExposure(drawn.ties)]
      drawn.people.forEach((each, i) =>
        drawn.targets.forEach((target, d) => {
          for (const origin of ['host', null] as const)
            expect(kept.between(i, d, origin === 'host')).toBe(bitsOf(asked.barsOf(each, target, { origin, role: 'member' })))
          expect(exposures.of(i, d)).toBe(exposure.exposure(each.id, target.insiders))
        }),
      )
      drawn.people.forEach((_, i) => expect(exposures.hasAny(i)).toBe(drawn.targets.some((_, d) => exposures.of(i, d) > 0)))
    }),
    { numRuns: 800, seed: 20_261_127 },
  )
})

it('exposures and unverified facts agree as well', () => {
  fc.assert(
    fc.property(problem, (drawn) => {
      const ground = groundOf(drawn)
      const exposure = prepareExposure(drawn.ties)
      for (const each of drawn.people) {
        for (const target of drawn.targets)
          expect(ground.ties.exposure(each.id, target)).toBe(exposure.exposure(each.id, target.insiders))
        for (const origin of ['host', null] as const) {
          const facts = verifiedFacts(ground, { person: each, isLocal: origin === 'host' }, drawn.targets)
          const theirs = unverifiedFacts(each, { origin, role: 'member' }, drawn.targets, resolveRules(drawn.rules))
          expect(facts.toSorted()).toEqual([...theirs].sort())
        }
      }
    }),
    { numRuns: 800, seed: 20_261_121 },
  )
})
