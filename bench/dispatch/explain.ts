import { readFile } from 'node:fs/promises'
import { explainPlacement, planDispatch, reviewPlacement, LEVELS, type Plan, type Problem } from '@shengmian/dispatch'
import type { Measure } from '../figure.ts'
import { standingRound } from './standing-round.ts'

type Figure = Awaited<ReturnType<Measure>>[number]

const SEED = '0'.repeat(64)
const EFFORT = 1_000_000

/** How long it takes to say why, why not and what if; and whether what is stated is what planning again finds. */
export const measureExplanations: Measure = async ({ quick }) => {
  const problem = JSON.parse(await readFile(new URL('../../examples/tianjin/problem.json', import.meta.url), 'utf8')) as Problem
  const answer = await planDispatch(problem, { seed: SEED, effort: 10_000_000 })
  if (answer.kind === 'no-plan') throw new Error('the example has a plan')
  return [
    measureReviews(problem, answer.plan),
    await measureAgreement(problem, answer.plan, answer.proven, quick ? 2 : 24),
    await measureProvince(quick ? 1 : 9),
  ]
}

function measureReviews(problem: Problem, plan: Plan): Figure {
  const times = problem.people.flatMap(({ id: person }) =>
    plan.teams.map(({ id: team }) => {
      const began = performance.now()
      reviewPlacement(problem, plan, person, team)
      return (performance.now() - began) / 1000
    }),
  )
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return {
    figure: 'why or why not, with the facts and every seat tried',
    value: middle,
    unit: 's',
    target: '≤ 0.05',
    holds: middle <= 0.05,
    how: `the example Tianjin, all ${times.length} pairs of person and team, the middle; longest ${Math.max(...times).toFixed(3)} s`,
  }
}

async function measureAgreement(problem: Problem, plan: Plan, isProven: boolean, count: number): Promise<Figure> {
  let [asked, agrees, seconds] = [0, 0, 0]
  for (let k = 0; k < count; k++) {
    const person = problem.people[(k * 37) % problem.people.length]?.id ?? ''
    const team = plan.teams[(k * 5) % plan.teams.length]?.id ?? ''
    if (plan.teams.some(({ id, members }) => id === team && members.some((member) => member.person === person))) continue
    const began = performance.now()
    const said = await explainPlacement(problem, plan, person, team, { seed: SEED, effort: EFFORT })
    seconds += (performance.now() - began) / 1000
    if (said.kind === 'unknown') continue
    asked++
    const pins = [...problem.pins.filter((pin) => pin.person !== person), { person, team }]
    const truth = await planDispatch({ ...problem, pins }, { seed: SEED, effort: 20 * EFFORT })
    const { whatIf } = said
    if (truth.kind === 'no-plan') agrees += Number(whatIf.kind === 'impossible' && truth.clash.proven)
    else if (whatIf.kind === 'possible') {
      const stated = whatIf.bestPrice ?? whatIf.price
      agrees += Number(LEVELS.every((level) => stated[level] === truth.plan.objective[level] - plan.objective[level]))
    }
  }
  return {
    figure: 'what-ifs whose stated difference is that of planning again',
    value: asked === 0 ? 0 : agrees / asked,
    unit: 'of all',
    target: '1',
    holds: agrees === asked,
    how: `the example Tianjin, ${asked} questions “and if he had to serve there”, ${(seconds / Math.max(1, asked)).toFixed(1)} s each, against planning with twenty times the effort; the plan itself is ${isProven ? '' : 'not '}proven optimal`,
  }
}

async function measureProvince(count: number): Promise<Figure> {
  const { problem, plan } = standingRound({ people: 10_000, teams: 2_000, seed: 20261127 })
  const times: number[] = []
  let [priced, moved] = [0, 0]
  for (let k = 0; k < count; k++) {
    const person = problem.people[(k * 1013 + 1) % problem.people.length]?.id ?? ''
    const team = plan.teams[(k * 211) % plan.teams.length]?.id ?? ''
    const began = performance.now()
    const said = await explainPlacement(problem, plan, person, team, { seed: SEED, effort: EFFORT })
    times.push((performance.now() - began) / 1000)
    if (said.kind === 'unknown' || said.whatIf.kind !== 'possible') continue
    priced++
    moved += said.whatIf.moves.length
  }
  const middle = times.toSorted((a, b) => a - b)[Math.floor(count / 2)] ?? 0
  return {
    figure: 'what if, at 10,000 people and 2,000 teams',
    value: middle,
    unit: 's',
    target: 'a few seconds',
    holds: middle <= 5,
    how: `${count} questions from a cold start, the middle; only the neighbourhood is planned again, and that is said: ${priced} priced, ${moved} people moved in all, the others barred or out of reach`,
  }
}
