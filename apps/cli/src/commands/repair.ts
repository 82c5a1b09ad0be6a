import { EFFORTS, prepareRepair, readPlan, type Plan, type PlanChange, type Problem } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { isSameFile, readOrComplain, whyNotWritable, writeWhole } from '../files.ts'
import { planInThread } from '../plan-in-thread.ts'
import { readOptions } from '../read-options.ts'
import { readProblemFile } from '../read-problem-file.ts'
import { showClash } from '../show-clash.ts'
import { note, say, type Words } from '../words.ts'

/** `shengmian repair PROBLEM PLAN --out NEW-PLAN`: the problem is the changed one, the plan the one from before. */
export async function runRepair(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM', 'PLAN'], values: ['out'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values } = options.taken
  const out = values['out']
  if (out === undefined || out === '') return refuse({ zh: '缺少 --out 新计划.json', en: '--out NEW-PLAN is missing' })
  const fault = await whyNotWritable(out)
  if (fault !== null) return refuse(fault)
  if (await isSameFile(files[0] ?? '', out))
    return refuse({ zh: `--out 不能是问题文件本身 ${out}`, en: `--out must not be the problem itself: ${out}` })
  const problem = await readProblemFile(files[0] ?? '')
  const older = await readOrComplain(files[1] ?? '', readPlan)
  if (problem === null || older === null) return EXIT.badInput

  const answer = prepareRepair(problem, older)([])
  if (answer.kind === 'beyond') {
    say(answer)
    return planWithKeep(problem, older, out)
  }
  const ended = await writeVerified(problem, answer.writePlan(), out)
  if (ended !== EXIT.done) return ended
  say(answer.proof)
  for (const step of answer.proof.exhausted) say({ zh: `  ${step.zh}`, en: `  ${step.en}` })
  showMoves(answer.changes)
  return EXIT.done
}

async function planWithKeep(problem: Problem, older: Plan, out: string): Promise<ExitCode> {
  const options = { seed: older.seed, effort: EFFORTS.normal }
  const { result, wasStopped } = await planInThread({ kind: 'problem', problem, keep: older }, options, () => undefined)
  if (result.kind === 'refused') throw new Error(`a problem at hand was refused as ${result.path}`)
  const { answer } = result
  if (answer.kind === 'no-plan') {
    if (wasStopped) return EXIT.stopped
    showClash(answer.clash)
    return EXIT.noPlan
  }
  const ended = await write(answer.plan, out)
  if (ended !== EXIT.done) return ended
  say({
    zh: '已按变动最少重新求解；是否最少，此处不作证明',
    en: 'planned again moving as few as it could; that it is the fewest is not proven here',
  })
  showMoves(answer.changes)
  return EXIT.done
}

async function writeVerified(problem: Problem, plan: Plan, out: string): Promise<ExitCode> {
  // A plan with a rule broken is never written, whoever made it.
  const { breaches } = verifyPlan(problem, plan)
  if (breaches.length > 0) {
    const list = breaches.map(({ rule, subject, fact }) => `${rule} ${subject} — ${fact.en}`).join('\n')
    throw new Error(`the repair answered a plan that verify refuses:\n${list}`)
  }
  return write(plan, out)
}

async function write(plan: Plan, out: string): Promise<ExitCode> {
  const fault = await writeWhole(out, `${JSON.stringify(plan, null, 2)}\n`)
  if (fault !== null) return refuse(fault)
  say({ zh: `已写出 ${out}`, en: `written to ${out}` })
  return EXIT.done
}

function showMoves(changes: readonly PlanChange[]): void {
  const place = (at: PlanChange['from']): string => (at === null ? '—' : at.team)
  for (const { person, from, to } of changes)
    say({ zh: `变动 ${person}：${place(from)} → ${place(to)}`, en: `moved ${person}: ${place(from)} → ${place(to)}` })
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
