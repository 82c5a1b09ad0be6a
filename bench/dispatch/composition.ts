// Who goes where, at every size of the family: the command line as a whole, its plan held against `verify`, its cost against its proven bound.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { LEVELS, readPlan, type Plan } from '@shengmian/dispatch'
import { run } from '../../tools/run.ts'
import type { Figure, Measure } from '../figure.ts'
import { makeProblem } from './family/make-problem.ts'
import { MEMBERS, type Member } from './family/members.ts'
import { problemText } from './family/problem-text.ts'
import { runProgram, type Took } from './run-program.ts'

interface Goal {
  /** Cost ÷ proven bound, and the seconds it may take: what must hold, and what would be better. */
  readonly must: readonly [ratio: number, seconds: number]
  readonly stretch: readonly [ratio: number, seconds: number]
  readonly megabytes: number
  /** Seconds from a problem that has been read to the first valid plan. */
  readonly first: number
}

const GOALS: Readonly<Record<string, Goal>> = {
  D: { must: [1, 3], stretch: [1, 1], megabytes: 200, first: 0.3 },
  C: { must: [1.0005, 10], stretch: [1, 6], megabytes: 300, first: 0.3 },
  R: { must: [1.001, 30], stretch: [1, 15], megabytes: 500, first: 0.5 },
  P1: { must: [1.006, 45], stretch: [1.003, 30], megabytes: 900, first: 1 },
  P2: { must: [1.03, 60], stretch: [1.01, 120], megabytes: 900, first: 1 },
}

/** Those that try the better levels of the objective. */
const VARIANTS = ['C-exposed', 'C-unverified', 'C-shared', 'C-hosts-open']

type Row = Omit<Figure, 'topic'>

export const measureComposition: Measure = async ({ quick }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-composition-'))
  try {
    const rows: Row[] = []
    for (const [name, goal] of Object.entries(GOALS)) {
      if (!quick || name === 'D' || name === 'C') rows.push(...(await measureMember(folder, name, goal)))
    }
    for (const name of quick ? VARIANTS.slice(-1) : VARIANTS) rows.push(...(await measureVariant(folder, name)))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureMember(folder: string, name: string, goal: Goal): Promise<readonly Row[]> {
  const member = memberOf(name)
  const title = `${name}, ${member.people.toLocaleString('en')} × ${member.teams.toLocaleString('en')}`
  const answer = await planMember(folder, name, member)
  const { took } = answer
  const first = await firstPlan(answer.problemFile)
  const how = `effort normal; ${took.cpuSeconds.toFixed(1)} s of CPU in all threads, load of the machine ${answer.load.toFixed(1)}; reading, verifying and writing included; ${wordsOf(answer)}`
  const ratio = ratioOf(answer)
  // travel counts only where every better level is at its proven bound
  const isSound = answer.isAccepted && LEVELS.every((level) => level === 'travel' || isAtBound(answer.plan, level))
  const row = (figure: string, value: number, unit: string, limit: readonly [number, number]): Row => ({
    figure,
    value,
    unit,
    target: limit[0] === limit[1] ? `≤ ${limit[0]}` : `≤ ${limit[0]} (stretch ≤ ${limit[1]})`,
    holds: isSound && value > 0 && value <= limit[0],
    how,
  })
  return [
    row(`${title}: travel ÷ proven bound`, ratio, 'ratio', [goal.must[0], goal.stretch[0]]),
    row('  the whole program', took.seconds, 's', [goal.must[1], goal.stretch[1]]),
    row('  its memory', took.megabytes, 'MB', [goal.megabytes, goal.megabytes]),
    row('  first valid plan, once read', first, 's', [goal.first, goal.first]),
  ]
}

async function measureVariant(folder: string, name: string): Promise<readonly Row[]> {
  const member = memberOf(name)
  const answer = await planMember(folder, name, member)
  const title = `${name}, ${member.people.toLocaleString('en')} × ${member.teams}`
  const better = LEVELS.filter((level) => level !== 'travel' && isAtBound(answer.plan, level)).length
  const ratio = ratioOf(answer)
  const how = `effort normal; ${answer.took.seconds.toFixed(1)} s, ${answer.took.cpuSeconds.toFixed(1)} s of CPU, ${answer.took.megabytes.toFixed(0)} MB; ${wordsOf(answer)}`
  return [
    {
      figure: `${title}: levels before travel proven at their bounds`,
      value: better,
      unit: 'of 5',
      target: '= 5',
      holds: answer.isAccepted && better === 5,
      how,
    },
    {
      figure: '  travel ÷ proven bound',
      value: ratio,
      unit: 'ratio',
      target: '≤ 1.001',
      holds: answer.isAccepted && ratio > 0 && ratio <= 1.001,
      how,
    },
  ]
}

interface Answer {
  readonly problemFile: string
  readonly plan: Plan
  readonly took: Took
  /** How many processes wanted a core meanwhile, over a minute: above the cores, seconds by the clock say little. */
  readonly load: number
  readonly isAccepted: boolean
  /** What verify said. */
  readonly verdict: string
}

async function planMember(folder: string, name: string, member: Member): Promise<Answer> {
  const [problemFile, planFile] = [path.join(folder, `${name}.json`), path.join(folder, `${name}.plan.json`)]
  writeFileSync(problemFile, problemText(makeProblem(name, member), false))
  const took = await runProgram('plan', problemFile, '--out', planFile)
  const load = loadavg()[0] ?? 0
  if (took.code !== 0) throw new Error(`${name}: ${took.output.slice(-1000)}`)
  const plan = readPlan(JSON.parse(readFileSync(planFile, 'utf8')))
  if (plan.kind !== 'read') throw new Error(`${name}: no plan was written`)
  const verify = await runProgram('verify', problemFile, planFile)
  return { problemFile, plan: plan.value, took, load, isAccepted: verify.code === 0, verdict: verify.output }
}

async function firstPlan(problemFile: string): Promise<number> {
  const { output } = await run('node', [path.join(import.meta.dirname, 'first-plan.ts'), problemFile])
  return Number(/first ([\d.]+) ms/.exec(output)?.[1] ?? 0) / 1000
}

/** 0 where no bound is proven. */
function ratioOf({ plan }: Answer): number {
  const bound = plan.bound.travel
  return bound === null || bound === 0 ? 0 : plan.objective.travel / bound
}

function isAtBound(plan: Plan, level: (typeof LEVELS)[number]): boolean {
  return plan.bound[level] === plan.objective[level]
}

/** Each level with its bound, and whether verify accepted the plan and could recompute every bound. */
function wordsOf({ plan, isAccepted, verdict }: Answer): string {
  const levels = LEVELS.map(
    (level) => `${level} ${plan.objective[level]} ${isAtBound(plan, level) ? '=' : `≥ ${plan.bound[level] ?? '?'}`}`,
  ).join(', ')
  const [, unconfirmed] = /not confirmed here: ([^/]*[^/ ])/.exec(verdict) ?? []
  return `${levels}; verify ${isAccepted ? 'accepts' : 'REFUSES'}${unconfirmed === undefined ? '' : `, without a certificate for ${unconfirmed}`}`
}

function memberOf(name: string): Member {
  const member = MEMBERS[name]
  if (member === undefined) throw new Error(`the family has no ${name}`)
  return member
}
