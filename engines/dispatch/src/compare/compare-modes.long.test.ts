import { describe, expect, it } from 'vitest'
import type { Problem } from '../problem.ts'
import { readProblem } from '../read-problem.ts'
import { person, problem, regionsOf, SEED, target, team, BAOSHAN } from '../solve/testing/sample-problem.ts'
import { verifyPlan } from '../verify/index.ts'
import { compareModes, type CompareOptions } from './compare-modes.ts'
import { COMPARED_MODES, type ComparedMode, type Comparison, type ModeColumn } from './comparison.ts'
import { deriveMode } from './derive-mode.ts'

const CODES = BAOSHAN.map(({ code }) => code)

/** Five counties of four people each, five teams of three, a village in each county; one of each county knows an official at home. */
function aRound(rules: Partial<Problem['rules']> = {}): Problem {
  return problem({
    rules: { mode: 'pooled', ...rules },
    regions: regionsOf([...BAOSHAN]),
    people: CODES.flatMap((code, c) =>
      [0, 1, 2, 3].map((k) => person(`p${c}${k}`, code, { roles: k === 0 ? ['leader', 'member'] : ['member', 'liaison'] })),
    ),
    teams: CODES.map((code, c) => team(`t${c}`, ['leader', 'liaison', 'member'], { host: code })),
    targets: CODES.map((code, c) => target(`u${c}`, `${code}100201`, { insiders: [`o${c}`] })),
    ties: CODES.flatMap((_, c) =>
      [0, 1, 2, 3].map((k) => ({ a: `p${c}${k}`, b: `o${c}`, kind: 'work', strength: 100, source: 'declared' })),
    ),
  })
}

const compare = (given: Problem, more: Partial<CompareOptions> = {}): Promise<Comparison> =>
  compareModes(given, { seed: SEED, effort: 100_000, ...more })
/** All modes of the plain round, computed once. */
const plain = compare(aRound())

function column({ modes }: Comparison, mode: ComparedMode): ModeColumn {
  const found = modes.find((one) => one.mode === mode)
  if (found === undefined) throw new Error(`no column ${mode}`)
  return found
}

describe('the modes of a round side by side', () => {
  it('stand in one order, each with a plan that verify accepts for its own problem or the clash that leaves none', async () => {
    const given = aRound()
    const comparison = await plain
    expect(comparison.modes.map(({ mode }) => mode)).toEqual(COMPARED_MODES)
    for (const { mode, outcome } of comparison.modes) {
      const derived = deriveMode(given, mode).problem
      expect(readProblem(JSON.stringify(derived)).kind).toBe('read')
      if (outcome.kind === 'plan') expect(verifyPlan(derived, outcome.plan).breaches).toEqual([])
    }
    const elevated = column(comparison, 'elevated').outcome
    expect(elevated.kind === 'no-plan' && elevated.clash.items.map(({ rule }) => rule)).toContain('level')
    expect(comparison.modes.filter(({ outcome }) => outcome.kind === 'plan').map(({ mode }) => mode)).toEqual(
      COMPARED_MODES.filter((mode) => mode !== 'elevated'),
    )
  })

  it('S3-23 show what sending strangers avoids: at home every seat is against a bar and 3 in 10 expect to know an official, away none', async () => {
    const comparison = await plain
    const { figures, changes } = column(comparison, 'local')
    expect(figures.worstExposure).toMatchObject({ value: 300, isProven: true })
    expect(figures.totalExposure?.value).toBe(1500)
    expect(figures.barsBroken?.value).toBe(15)
    expect(figures.barredPairs?.value).toBe(20)
    expect(figures.consideredPairs?.value).toBe(20)
    expect(figures.fewestEligible?.value).toBe(0)
    expect(changes.map(({ zh }) => zh).join()).toContain('不得据此派人')
    for (const mode of ['rotation', 'pooled', 'scattered'] as const)
      expect(column(comparison, mode).figures).toMatchObject({ worstExposure: { value: 0 }, barsBroken: { value: 0 } })
    // a local in each paired team knows his official
    expect(column(comparison, 'paired').figures).toMatchObject({ worstExposure: { value: 100 }, barsBroken: { value: 0 } })
    expect(Object.values(comparison.best).flat()).not.toContain('local')
  })

  it('count how many rounds of a rotation can follow: five counties have two without repeat or reversal', async () => {
    const { figures } = column(await compare(aRound({ again: 'bar', repeatRounds: 2 }), { modes: ['rotation'] }), 'rotation')
    expect(figures.strictRounds).toMatchObject({ value: 2, bound: 2, isProven: true })
    expect(figures.rounds?.note?.en).toBe('they never end')
  })

  it('bound how often people can be reused: two counties open to each are full after two rounds where three are remembered', async () => {
    const given = aRound({ repeatRounds: 3 })
    // everybody may go to two counties only, and all 15 seats need 15 of the 20 people each round: 20 × 2 ≥ 2 × 15, 40 < 3 × 15
    const closed = given.people.flatMap(({ id }, i) =>
      [2, 3].map((step) => ({ person: id, target: `u${(Math.floor(i / 4) + step) % 5}`, why: 'x', source: 'x' })),
    )
    const { figures } = column(await compare({ ...given, barred: closed }, { modes: ['pooled'] }), 'pooled')
    expect(figures.rounds).toMatchObject({ value: 2, bound: 2, isProven: false })
  })

  it('divide kilometres and, at given rates only, money by who bears them', async () => {
    const rates = { fenPerKm: 50, fenPerDay: 18_000, source: 'test' }
    const [without, comparison] = [await plain, await compare(aRound(), { rates })]
    for (const { figures } of without.modes) expect(figures.costSending).toBeUndefined()
    const of = (mode: ComparedMode) => column(comparison, mode).figures
    expect(of('rotation')).toMatchObject({ travelHost: { value: 0 }, travelCommissioning: { value: 0 } })
    expect(of('rotation').travelSending?.value).toBe(of('rotation').travel?.value)
    expect(of('pooled').travelCommissioning?.value).toBe(of('pooled').travel?.value)
    // 15 people away for the 92 days of the round, there and back
    expect(of('pooled').costCommissioning?.value).toBe(2 * 50 * (of('pooled').travel?.value ?? 0) + 15 * 92 * 18_000)
    // at home nobody travels: nobody is paid for days away
    expect(of('local').costHost?.value).toBe(0)
    // one of three is the host's own
    expect(of('paired').costSending?.value).toBe(2 * 50 * (of('paired').travel?.value ?? 0) + 10 * 92 * 18_000)
  })

  it('state the likeliest pair: certain for a single plan, less over the tickets of a draw', async () => {
    const modes = ['pooled'] as const
    expect(column(await compare(aRound(), { modes }), 'pooled').figures.largestPair?.value).toBe(1000)
    const drawn = column(await compare(aRound(), { modes, tickets: 12 }), 'pooled').figures.largestPair?.value ?? 1000
    expect(drawn).toBeLessThan(1000)
    expect(drawn).toBeGreaterThanOrEqual(Math.round(1000 / 12))
  })

  it('are the same for the same problem, seed and effort, and keep what the round itself asks for', async () => {
    const given = aRound({ maxSameHome: 1 })
    const modes = ['pooled', 'scattered'] as const
    expect(await compare(given, { modes })).toEqual(await compare(given, { modes }))
    expect(deriveMode(given, 'pooled').problem.rules).toEqual({ mode: 'pooled', maxSameHome: 1 })
    expect(deriveMode(given, 'scattered').problem.rules.maxSameHome).toBeUndefined()
    const pinned = deriveMode({ ...given, pins: [{ person: 'p00', team: 't1' }] }, 'pooled')
    expect(pinned.problem.pins).toEqual([])
    expect(pinned.changes).toEqual([{ zh: '不保留1处固定', en: '1 pins are not kept' }])
  })

  it('end at a stop with the modes done so far, whole as they are without one; a rehearsal under way is given up', async () => {
    const stopAt = (mode: ComparedMode) => (at: ComparedMode) => (at === mode ? 'stop' : 'go-on')
    const { modes } = await compare(aRound(), { onProgress: stopAt('pooled') })
    expect(modes).toEqual((await plain).modes.slice(0, 2))
    let told = 0
    const tickets = await compare(aRound(), {
      modes: ['pooled'],
      tickets: 1000,
      onProgress: () => (++told > 60 ? 'stop' : 'go-on'),
    })
    expect(tickets.modes).toEqual([])
  })
})
