import { explainPlacement, hashProblem, readPlan } from '@shengmian/dispatch'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOrComplain } from '../files.ts'
import { readProblemFile } from '../read-problem-file.ts'
import { readEffort, readOptions, readSeed } from '../read-options.ts'
import { showExplanation } from '../show-explanation.ts'
import { note, type Words } from '../words.ts'

/** `shengmian explain PROBLEM PLAN --person P --team T` */
export async function runExplain(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM', 'PLAN'], values: ['person', 'team', 'seed', 'effort'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values } = options.taken
  const { person, team } = values
  if (person === undefined || team === undefined)
    return refuse({ zh: '需要 --person 人员 和 --team 组', en: '--person P and --team T are needed' })
  const seed = readSeed(values['seed'])
  const effort = readEffort(values['effort'] ?? 'quick')
  if (seed === null || effort === null) return refuse({ zh: '--seed 或 --effort 有误', en: '--seed or --effort is wrong' })

  const problem = await readProblemFile(files[0] ?? '')
  const plan = await readOrComplain(files[1] ?? '', readPlan)
  if (problem === null || plan === null) return EXIT.badInput
  if (plan.problem !== hashProblem(problem))
    return refuse({ zh: '计划所答的是另一个问题（$.problem 不符）', en: 'the plan answers another problem ($.problem differs)' })

  const answer = await explainPlacement(problem, plan, person, team, { seed, effort })
  if (answer.kind === 'unknown')
    return refuse(
      answer.what === 'person'
        ? { zh: `没有人员 ${answer.id}`, en: `there is no person ${answer.id}` }
        : { zh: `没有巡察组 ${answer.id}`, en: `there is no team ${answer.id}` },
    )
  showExplanation(answer)
  return EXIT.done
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
