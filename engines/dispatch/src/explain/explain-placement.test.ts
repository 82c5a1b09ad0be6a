import { describe, expect, it } from 'vitest'
import { only, restated, soundRound, type Round } from '../verify/testing/sound-round.ts'
import { explainPlacement, type Explanation } from './explain-placement.ts'

async function explained(person: string, team: string, change: (round: Round) => void = () => undefined): Promise<Explanation> {
  const round = soundRound()
  change(round)
  const { problem, plan } = restated(round)
  const answer = await explainPlacement(problem, plan, person, team, { seed: '0'.repeat(64), effort: 20_000 })
  if (answer.kind === 'unknown') throw new Error(`no ${answer.what} ${answer.id}`)
  return answer
}

function seatRules({ seats }: Explanation): readonly (readonly string[])[] {
  return seats.map((seat) => seat.breaches.map((breach) => breach.rule))
}

describe('why', () => {
  it('shows the rules that were passed for each target, the costs, and the seat', async () => {
    const answer = await explained('p3', 't1', ({ problem }) => {
      problem.ties.push(
        { a: 'p3', b: 'x', kind: 'friendship', strength: 600, source: 's' },
        { a: 'x', b: 'o1', kind: 'study', strength: 500, source: 's' },
      )
    })
    expect(answer.servesIn).toBe('t1')
    expect(answer.reviews.map(({ target }) => target)).toEqual(['u1', 'u2'])
    // u2 names no officials, so what ties there might be is unknown; nothing bars.
    const results = answer.reviews.map(({ answers }) => new Set(answers.map((each) => each.result)))
    expect(results).toEqual([new Set(['pass']), new Set(['pass', 'unknown'])])
    expect(answer.costs).toMatchObject({ exposure: 300, unverified: [], travel: 50 })
    expect(answer.costs.paths).toMatchObject([{ target: 'u1', insider: 'o1', path: { strength: 300 } }])
    expect(only(answer.seats, 2)).toMatchObject({ occupant: 'p3', breaches: [] })
  })
})

describe('why not', () => {
  it('names the bar with its fact, and the seats that would be open but for it', async () => {
    const answer = await explained('p7', 't2', ({ problem }) => {
      problem.ties.push({ a: 'p7', b: 'o3', kind: 'kinship', strength: 1000, source: 'declaration of 2026-01' })
    })
    expect(answer.servesIn).toBeNull()
    const review = answer.reviews[0]?.answers.find((each) => each.rule === 'kin')
    expect(review).toMatchObject({ result: 'bar' })
    expect(review?.facts.map((fact) => fact.source)).toContain('declaration of 2026-01')
    expect(seatRules(answer)).toEqual([['kin'], ['kin'], ['kin']])
  })

  it('tries every seat: a role that he lacks, a need that nobody else meets, a home that is full', async () => {
    expect(seatRules(await explained('p6', 't1'))).toEqual([['slot'], ['slot', 'need'], []])
    const full = await explained('p5', 't1')
    expect(full.servesIn).toBe('t2')
    expect(seatRules(full)[2]).toEqual(['same-home'])
  })

  it('judges a local member by the bars for locals', async () => {
    const answer = await explained('p6', 't2', ({ problem }) => {
      only(only(problem.teams, 1).slots, 2).origin = 'host'
      only(problem.people, 5).home = '120104'
    })
    expect(answer.reviews[0]?.answers.find((each) => each.rule === 'home')?.result).toBe('pass')
  })
})

describe('what if', () => {
  it('prices the round with the person in the team, and says who moves', async () => {
    const answer = await explained('p7', 't2')
    expect(answer.whatIf).toMatchObject({ kind: 'possible', change: 'here' })
    if (answer.whatIf.kind !== 'possible') return
    // He lives as far from the host as p6, whose seat he takes, or nearer than anybody else there.
    expect(answer.whatIf.moves.map((move) => move.person)).toContain('p7')
    expect(answer.whatIf.moves).toHaveLength(2)
    expect(answer.whatIf.price.travel).toBeLessThanOrEqual(0)
  })

  it('prices the round without the person where he serves', async () => {
    const answer = await explained('p1', 't1')
    expect(answer.whatIf).toMatchObject({ kind: 'possible', change: 'elsewhere' })
    if (answer.whatIf.kind === 'possible')
      expect(answer.whatIf.moves.find((move) => move.person === 'p1')?.to?.team).not.toBe('t1')
  })

  it('names what clashes where it cannot be', async () => {
    const answer = await explained('p7', 't2', ({ problem }) =>
      problem.barred.push({ person: 'p7', target: 'u3', why: 'objection', source: 'letter' }),
    )
    expect(answer.whatIf).toMatchObject({ kind: 'impossible', change: 'here' })
    if (answer.whatIf.kind === 'impossible') expect(answer.whatIf.clash.items.map((item) => item.rule)).toContain('barred')
  })
})

it('an id that is not there is answered as unknown', async () => {
  const { problem, plan } = restated({ ...soundRound() })
  const options = { seed: '0'.repeat(64), effort: 1000 }
  expect(await explainPlacement(problem, plan, 'p99', 't1', options)).toEqual({ kind: 'unknown', what: 'person', id: 'p99' })
  expect(await explainPlacement(problem, plan, 'p1', 't99', options)).toEqual({ kind: 'unknown', what: 'team', id: 't99' })
})
