// One zone in a thread of its own: its problem is read, planned or checked here, and gone when the thread ends.
import { writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import {
  planDispatch,
  problemFromLines,
  readPlan,
  type Plan,
  type Problem,
  type ReadIssue,
  type ReadOutcome,
  type ZoneFigures,
} from '@shengmian/dispatch'
import { verifyPlan, type Verdict } from '@shengmian/dispatch/verify'
import { linesOf } from '../lines.ts'
import { countProblem, type ZoneMembers } from './count-zones.ts'
import type { ZoneAnswer, ZoneJob, ZoneReport } from './zone-job.ts'

function report(message: ZoneReport): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between threads has no origin
  parentPort?.postMessage(message)
}

async function answer(job: ZoneJob): Promise<ZoneAnswer> {
  const problem = await readZone(job.file)
  if (problem.kind === 'refused') return problem
  return job.kind === 'plan' ? planZone(problem.value, job) : verifyZone(problem.value, job.plan)
}

async function readZone(file: string): Promise<ReadOutcome<Problem>> {
  const lines = problemFromLines()
  for await (const line of linesOf(file)) if (!lines.take(line)) break
  return lines.finish()
}

async function planZone(problem: Problem, { out, options }: ZoneJob & { kind: 'plan' }): Promise<ZoneAnswer> {
  const found = await planDispatch(problem, { ...options, onProgress: (progress) => report({ kind: 'progress', progress }) })
  if (found.kind === 'no-plan') return found
  // A plan with a rule broken is never written, whoever made it.
  const verdict = verifyPlan(problem, found.plan)
  if (!verdict.isValid) {
    const list = verdict.breaches.map(({ rule, subject, fact }) => `${rule} ${subject} — ${fact.en}`).join('\n')
    throw new Error(`the solver answered a plan that verify refuses:\n${list}`)
  }
  writeFileSync(out, JSON.stringify(found.plan), { flag: 'wx' })
  return { kind: 'planned', figures: figuresOf(problem, found.plan, verdict), engine: found.plan.engine, wishes: verdict.wishes }
}

function verifyZone(problem: Problem, text: string): ZoneAnswer {
  const plan = readPlan(text)
  if (plan.kind === 'refused') return { kind: 'refused', issues: plan.issues.map((issue): ReadIssue => inPlan(issue)) }
  const verdict = verifyPlan(problem, plan.value)
  const waivers = verdict.waiversUsed.map(({ rule, person, target, by, why, fact }) => ({
    zh: `已用豁免 ${rule} ${person} ${target}：${fact.zh}；批准人 ${by}，理由：${why}`,
    en: `waiver used: ${rule} ${person} ${target}: ${fact.en}; by ${by}: ${why}`,
  }))
  return {
    kind: 'verified',
    figures: figuresOf(problem, plan.value, verdict),
    counts: countProblem(problem),
    members: membersOf(plan.value),
    breaches: verdict.breaches,
    notes: [...waivers, ...verdict.wishes, ...verdict.notes],
  }
}

function membersOf({ teams, unassigned }: Plan): ZoneMembers {
  return {
    people: [...teams.flatMap((team) => team.members.map(({ person }) => person)), ...unassigned],
    teams: teams.map(({ id }) => id),
    targets: teams.flatMap((team) => team.targets),
  }
}

function inPlan({ path, zh, en }: ReadIssue): ReadIssue {
  return { path: `$.plan${path.slice(1)}`, zh, en }
}

/** The objective as verify computes it, the bound as the plan states it (verify has refused what it could refute). */
function figuresOf(problem: Problem, plan: Plan, { objective }: Verdict): ZoneFigures {
  const workload = new Map(problem.targets.map((target) => [target.id, target.workload]))
  const loads = plan.teams.map((team) => team.targets.reduce((sum, target) => sum + (workload.get(target) ?? 0), 0))
  return { objective, bound: plan.bound, workloads: loads.length === 0 ? null : [Math.min(...loads), Math.max(...loads)] }
}

report({ kind: 'answer', answer: await answer(workerData as ZoneJob) })
