import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Problem } from '../../engines/dispatch/src/index.ts'
import { makePortfolio } from '../../engines/dispatch/src/draw/make-portfolio.ts'
import { ATTACKS } from '../../engines/dispatch/src/draw/testing/attacks.ts'
import { honestCeremony } from '../../engines/dispatch/src/draw/testing/bend-draw.ts'
import { committed, drawn, frozen, opened, TERMS } from '../../engines/dispatch/src/draw/testing/run-ceremony.ts'
import { verifyDraw } from '../../engines/dispatch/src/draw/verify/verify-draw.ts'
import { tianjinPooled } from '../../engines/dispatch/src/solve/testing/sample-problem.ts'
import { project } from '../../tools/fingerprint.ts'
import type { Figure, Measure } from '../figure.ts'
import { makeProblem } from './family/make-problem.ts'
import { MEMBERS } from './family/members.ts'

type Row = Omit<Figure, 'topic'>

const terms = (tickets: number, travelPermille: number, capPermille: number | null = null) => ({
  tickets,
  capPermille,
  proposals: 300,
  effort: 1_000_000,
  tolerance: { ...TERMS.tolerance, travelPermille },
})

/** How long the tickets of a draw take, how hard they are to guess, and what becomes of attempts to bend it. */
export const measureDraw: Measure = async ({ quick }) => [
  ...(await timed(quick)),
  ...(quick ? [] : await large()),
  ...(await odds(quick)),
  ...(await attacked()),
]

function readTianjin(): Problem {
  return JSON.parse(readFileSync(path.join(project, 'examples/tianjin/problem.json'), 'utf8')) as Problem
}

async function timed(quick: boolean): Promise<Row[]> {
  const rows: Row[] = []
  for (const tickets of quick ? [100] : [100, 1000]) {
    const seconds: number[] = []
    const replays: number[] = []
    let isSame = true
    for (let run = 0; run < (quick || tickets > 100 ? 1 : 3); run++) {
      const start = performance.now()
      const { files } = await drawn(frozen(readTianjin(), terms(tickets, 100)))
      const made = performance.now()
      const { holds, unchecked } = await verifyDraw(files)
      isSame &&= holds && unchecked.length === 0
      seconds.push((made - start) / 1000)
      replays.push((performance.now() - made) / 1000)
    }
    const limit = tickets === 100 ? 10 : 60
    const how = `examples/tianjin, 112 people in 16 teams, travel within a tenth of the best; median of ${seconds.length}`
    rows.push(
      {
        figure: `draw of ${tickets} tickets, from the freeze to the pick`,
        value: median(seconds),
        unit: 's',
        target: `≤ ${limit}`,
        holds: median(seconds) <= limit,
        how: `${how}; every ticket verified`,
      },
      {
        figure: `replay of ${tickets} tickets by verify, byte for byte`,
        value: median(replays),
        unit: 's',
        target: `≤ ${limit}, no finding`,
        holds: isSame && median(replays) <= limit,
        how,
      },
    )
  }
  return rows
}

/** Sixteen tickets of the family's larger rounds, which are seated by sets. */
async function large(): Promise<Row[]> {
  const rows: Row[] = []
  for (const name of ['R', 'P1']) {
    const member = MEMBERS[name]
    if (member === undefined) throw new Error(`the family has no member ${name}`)
    const start = performance.now()
    const made = await makePortfolio(opened(committed(frozen(makeProblem(name, member), terms(16, 50))), 1))
    const seconds = (performance.now() - start) / 1000
    const limit = name === 'R' ? 60 : 300
    rows.push({
      figure: `16 tickets at ${member.people.toLocaleString('en')} × ${member.teams.toLocaleString('en')}, the best plan included`,
      value: seconds,
      unit: 's',
      target: `≤ ${limit}`,
      holds: made.kind === 'portfolio' && made.portfolio.distinctPlans === 16 && seconds <= limit,
      how:
        made.kind === 'portfolio'
          ? `${made.portfolio.distinctPlans} plans differ; ${made.portfolio.largestPair} of 16 hold the likeliest pair, ${(made.portfolio.sumOfLargest / made.portfolio.people / 16).toFixed(2)} the mean over people of their likeliest target; travel within 50 ‰ of the best; every ticket verified`
          : made.kind,
    })
  }
  return rows
}

/** Two rounds of one shape: with nobody to spare an insider can be certain of somebody; with reserves a cap holds. */
async function odds(quick: boolean): Promise<Row[]> {
  const tickets = quick ? 50 : 200
  const cases = [
    { name: '112 people, 112 seats', problem: readTianjin(), permille: 100, cap: null },
    { name: '200 people, 112 seats', problem: tianjinPooled(1, 200), permille: 100, cap: null },
    { name: '200 people, cap 0.25', problem: tianjinPooled(1, 200), permille: 500, cap: 250 },
  ]
  const rows: Row[] = []
  for (const { name, problem, permille, cap } of cases) {
    const limit = (cap ?? 1000) / 1000
    const target = cap === null ? 'stated; no cap asked for' : `≤ ${limit}`
    const made = await makePortfolio(opened(committed(frozen(problem, terms(tickets, permille, cap))), 1))
    if (made.kind !== 'portfolio') {
      const value = made.kind === 'cap-not-met' ? made.reached / made.tickets : 1
      rows.push({ figure: `best guess of an insider, ${name}`, value, unit: 'P', target, holds: false, how: made.kind })
      continue
    }
    const { largestPair, sumOfLargest, people, distinctPlans } = made.portfolio
    const how = `${tickets} tickets, travel within ${permille} ‰ of the best, better levels as in the best; ${distinctPlans} plans differ`
    rows.push(
      {
        figure: `best guess of an insider, ${name}`,
        value: largestPair / tickets,
        unit: 'P',
        target,
        holds: largestPair / tickets <= limit,
        how: `largest share of the tickets with one person–target pair; ${how}`,
      },
      {
        figure: `mean over people of their likeliest target, ${name}`,
        value: sumOfLargest / people / tickets,
        unit: 'P',
        target: 'stated',
        holds: true,
        how,
      },
    )
  }
  return rows
}

async function attacked(): Promise<Row[]> {
  const honest = await honestCeremony()
  let [undetected, misnamed, needed] = [0, 0, 0]
  for (const { foundBy, commit } of ATTACKS) {
    const { files, receipts = [] } = await commit(honest)
    const { holds, findings } = await verifyDraw(files, { receipts })
    if (holds) undetected++
    if (findings.some(({ check }) => !foundBy.includes(check))) misnamed++
    if ((await verifyDraw(files, { receipts, without: foundBy })).holds) needed++
  }
  const how = `${ATTACKS.length} attacks on real ceremonies: re-roll, ground inputs, last revealer, cherry-picked tickets, prediction, swaps, replays`
  const count = (figure: string, value: number, wanted: number): Row => ({
    figure,
    value,
    unit: 'attacks',
    target: `= ${wanted}`,
    holds: value === wanted,
    how,
  })
  return [
    count(`attacks on a draw that go undetected, of ${ATTACKS.length}`, undetected, 0),
    count('attacks that are found and called something else', misnamed, 0),
    count('attacks that go through once their check is left out', needed, ATTACKS.length),
  ]
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY
}
