import {
  countRounds,
  drawNextRound,
  readRotationProblem,
  scheduleRotation,
  type RotationPlan,
  type RotationProblem,
  type ZoneCount,
} from '@shengmian/dispatch'
import { verifyRotation } from '@shengmian/dispatch/verify'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { isSameFile, readOrComplain, whyNotWritable, writeWhole } from '../files.ts'
import { readOptions, readSeed } from '../read-options.ts'
import { note, say, type Words } from '../words.ts'

/** `shengmian rotate PROBLEM --count` and `shengmian rotate PROBLEM --out PLAN [--seed HEX] [--draw]` */
export async function runRotate(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['PROBLEM'], values: ['out', 'seed'], flags: ['count', 'draw'] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values, flags } = options.taken
  const [path = ''] = files
  const { out } = values
  const seed = readSeed(values['seed'])
  if (seed === null) return refuse({ zh: '--seed 应为至多 64 位十六进制', en: '--seed must be at most 64 hexadecimal digits' })
  if (flags.has('count')) {
    const problem = await readOrComplain(path, readRotationProblem)
    if (problem === null) return EXIT.badInput
    for (const count of await countRounds(problem)) showCount(count)
    return EXIT.done
  }
  if (out === undefined || out === '')
    return refuse({ zh: '缺少 --out 排表.json(或 --count)', en: '--out PLAN (or --count) is missing' })
  const fault = await whyNotWritable(out)
  if (fault !== null) return refuse(fault)
  if (await isSameFile(path, out))
    return refuse({ zh: `--out 不能是问题文件本身 ${out}`, en: `--out must not be the problem itself: ${out}` })
  const problem = await readOrComplain(path, readRotationProblem)
  if (problem === null) return EXIT.badInput
  if (flags.has('draw') && problem.wanted !== 1)
    return refuse({
      zh: `抽签一次一轮，而问题中 wanted 为 ${problem.wanted}`,
      en: `a draw gives one round, but the problem wants ${problem.wanted}`,
    })
  return writeAnswer(problem, { seed, out, isDraw: flags.has('draw') })
}

async function writeAnswer(
  problem: RotationProblem,
  { seed, out, isDraw }: { readonly seed: string; readonly out: string; readonly isDraw: boolean },
): Promise<ExitCode> {
  const answer = isDraw ? await drawNextRound(problem, seed) : await scheduleRotation(problem, seed)
  if (answer.kind === 'ends') {
    const next = answer.possible + 1
    say({ zh: `第${next}轮排不出来，至多${answer.possible}轮`, en: `round ${next} cannot be: ${answer.possible} at most` })
    for (const count of answer.ending) showCount(count)
    return EXIT.noPlan
  }
  const { breaches } = verifyRotation(problem, answer.plan)
  if (breaches.length > 0)
    throw new Error(`a schedule that verify refuses:\n${breaches.map(({ rule, fact }) => `${rule} — ${fact.en}`).join('\n')}`)
  const fault = await writeWhole(out, `${JSON.stringify(answer.plan, null, 2)}\n`)
  if (fault !== null) return refuse(fault)
  report(problem, answer.plan, out)
  return EXIT.done
}

function report(problem: RotationProblem, plan: RotationPlan, out: string): void {
  say({ zh: `已写出 ${out}`, en: `written to ${out}` })
  const names = new Map(problem.members.map(({ code, name }) => [code, name]))
  plan.rounds.forEach((pairs, k) => {
    say({ zh: `第${k + 1}轮`, en: `round ${k + 1}` })
    for (const { home, host } of pairs) console.log(`  ${home} ${names.get(home) ?? ''} → ${host} ${names.get(host) ?? ''}`)
  })
  for (const { zone, drawn } of plan.zones)
    if (drawn !== undefined)
      note({
        zh: `${zone ?? '全体'}：从${drawn.legal ?? '未计数的'}种合法轮次中抽出，第${drawn.tries}次抽中`,
        en: `${zone ?? 'all'}: drawn among ${drawn.legal ?? 'uncounted'} legal rounds, at try ${drawn.tries}`,
      })
  for (const figure of ['memory', 'travel'] as const)
    console.log(`  ${figure} ${plan.objective[figure]} ≥ ${plan.bound[figure] ?? '?'}`)
}

/** One zone: how many rounds there are, and what ends them. */
function showCount({ zone, members, most, reached, limit }: ZoneCount): void {
  const rounds = most === null ? '∞' : most === reached ? String(most) : `${reached ?? '?'}…${most}`
  say({
    zh: `${zone ?? '全体'}（${members}个成员）：${rounds}轮。${limit.zh}`,
    en: `${zone ?? 'all'} (${members} members): ${rounds} rounds. ${limit.en}`,
  })
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
