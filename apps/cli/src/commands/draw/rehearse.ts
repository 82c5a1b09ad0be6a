import { readProblem, readTerms, rehearseDraw } from '@shengmian/dispatch'
import { refuse } from '../../draw-folder.ts'
import { EXIT, type ExitCode } from '../../exit-codes.ts'
import { readOrComplain } from '../../files.ts'
import { readOptions } from '../../read-options.ts'
import { note, say } from '../../words.ts'

/** `shengmian draw rehearse PROBLEM --terms TERMS`: what the odds would be, before anything is frozen. */
export async function runRehearse(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM'], values: ['terms'], flags: [] })
  if (options.kind === 'refused') return refuse(options.why)
  const [path = ''] = options.taken.files
  const { terms: termsPath } = options.taken.values
  if (termsPath === undefined) return refuse({ zh: '缺少 --terms 规则.json', en: '--terms TERMS is missing' })
  const problem = await readOrComplain(path, readProblem)
  const terms = problem === null ? null : await readOrComplain(termsPath, (text) => readTerms(text, problem.round.id))
  if (problem === null || terms === null) return EXIT.badInput
  const odds = await rehearseDraw(problem, terms)
  if (odds.kind === 'no-plan') {
    note({ zh: '不可能有方案', en: 'no plan can exist' })
    return EXIT.noPlan
  }
  const { tickets, largestPair, sumOfLargest, people, distinctPlans, quota } = odds
  const mean = (sumOfLargest / people / tickets).toFixed(3)
  say({
    zh: `试算 ${tickets} 签，互不相同 ${distinctPlans} 签；某人派往某对象的最大概率 ${largestPair}/${tickets}；每人最可能去处的平均概率 ${mean}`,
    en: `rehearsed: ${distinctPlans} different; largest probability of a person–target pair ${largestPair}/${tickets}; mean over people ${mean}`,
  })
  if (quota !== null && largestPair > quota)
    note({ zh: `概率上限达不到：要求至多 ${quota}/${tickets}`, en: `the cap cannot be met: ${quota}/${tickets} were asked for` })
  return quota !== null && largestPair > quota ? EXIT.noPlan : EXIT.done
}
