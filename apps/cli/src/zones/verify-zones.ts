// A nation's plan held against its problem: the cut is made anew, every zone's plan is verified against its own problem, the sums against the head.
import { LEVELS, readJson, sumZones, type Plan, type ZoneFigures } from '@shengmian/dispatch'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { complain } from '../files.ts'
import { linesOf } from '../lines.ts'
import { both, note, say } from '../words.ts'
import { countNation, whereCountsDiffer, type ZoneCounts, type ZoneMembers } from './count-zones.ts'
import type { Cut } from './cut-nation.ts'
import { NATION_PLAN, tellLeftOut } from './plan-zones.ts'
import { zoneThreads } from './zone-threads.ts'

interface NationHead extends Pick<Plan, 'problem' | 'objective' | 'bound'> {
  readonly zones: number
}

/** Whether the first line of a file is the head of a nation's plan. */
export function isNationPlan(first: string): boolean {
  return first.includes(`"format":"${NATION_PLAN}"`)
}

export async function verifyZones(planPath: string, cut: Cut & { kind: 'zones' }, workers: number): Promise<ExitCode> {
  const threads = zoneThreads(workers)
  const waiting = new Map(cut.zones.map(({ zone, file }) => [zone, file]))
  const figures: ZoneFigures[] = []
  const given: { readonly zone: string; readonly counts: ZoneCounts; readonly members: ZoneMembers }[] = []
  const faults: string[] = []
  const broken = (rule: string, subject: string, zh: string, en: string): void =>
    void faults.push(`${rule} ${subject} — ${both({ zh, en })}`)
  let [isBad, index, head]: [boolean, number, NationHead | null] = [false, 0, null]
  const refuse = (line: number, zh: string, en: string): void => {
    isBad = true
    complain(planPath, [{ path: '$', zh: `第 ${line} 行：${zh}`, en: `line ${line}: ${en}` }])
  }
  for await (const text of linesOf(planPath)) {
    index += 1
    if (text.trim() === '') continue
    const read = readJson(text, index - 1)
    if (read.kind === 'refused') {
      isBad = true
      complain(planPath, read.issues)
      continue
    }
    const { value } = read
    if (index === 1) {
      head = isHead(value) ? value : null
      if (head === null) refuse(1, '不是分片区计划的首行', 'is not the head of a plan by zones')
      continue
    }
    if (!isZoneLine(value)) {
      refuse(index, '应为 {"zone": …, "plan": …}', 'must be {"zone": …, "plan": …}')
      continue
    }
    const { zone, plan } = value
    const file = waiting.get(zone)
    if (file === undefined) {
      broken('zone', zone, '问题中没有此片区，或已列出', 'is no zone of the problem, or is there twice')
      continue
    }
    waiting.delete(zone)
    await threads.start(
      { kind: 'verify', file, plan: JSON.stringify(plan) },
      {
        onAnswer: (answer) => {
          if (answer.kind === 'verified') {
            figures.push(answer.figures)
            given.push({ zone, counts: answer.counts, members: answer.members })
            for (const { rule, subject, fact } of answer.breaches) faults.push(`${rule} ${subject} — ${both(fact)}`)
            for (const words of answer.notes) note(words)
          } else if (answer.kind === 'refused') {
            isBad = true
            complain(`${planPath} [${zone}]`, answer.issues)
          }
        },
      },
    )
  }
  await threads.finish()
  if (isBad || head === null) return EXIT.badInput
  for (const zone of waiting.keys()) broken('zone', zone, '计划中缺此片区', 'has no plan')
  if (head.problem !== cut.hash) broken('problem', '—', '计划所答的不是这份问题', 'the plan answers another problem')
  if (waiting.size === 0) compare(head, figures, cut.hasFixedWorkloads, broken)
  if (faults.length === 0) await countAgain(cut, given)
  tellLeftOut(cut.leftOut)
  for (const fault of faults) console.log(fault)
  if (faults.length > 0) {
    note({ zh: `计划无效：${faults.length} 处违反规则`, en: `the plan is not valid: ${faults.length} breaches` })
    return EXIT.broken
  }
  const levels = LEVELS.map((level) => `${level} ${head.objective[level]}`).join(', ')
  say({ zh: `计划有效。${cut.zones.length} 个片区，${levels}`, en: `the plan is valid` })
  return EXIT.done
}

/** The plan is sound for what its zones were given; were they given everything? If not, no plan is to blame. */
async function countAgain(
  cut: Cut & { kind: 'zones' },
  given: readonly { readonly zone: string; readonly counts: ZoneCounts; readonly members: ZoneMembers }[],
): Promise<void> {
  const expected = await countNation(
    given.map(({ members }) => members),
    cut.elements,
  )
  given.forEach(({ zone, counts }, i) => {
    const due = expected[i]
    const where = due === undefined ? 'nothing' : whereCountsDiffer(counts, due)
    if (where !== null) throw new Error(`the zone ${zone} was cut wrong: ${where}`)
  })
}

/** The head's figures against those of the zones. A smaller bound than theirs proves less, and is no fault. */
function compare(
  head: NationHead,
  figures: readonly ZoneFigures[],
  hasFixedWorkloads: boolean,
  broken: (rule: string, subject: string, zh: string, en: string) => void,
): void {
  const { objective, bound } = sumZones(figures, hasFixedWorkloads)
  for (const level of LEVELS) {
    if (head.objective[level] !== objective[level])
      broken(
        'objective',
        level,
        `写的是 ${head.objective[level]}，应为 ${objective[level]}`,
        `states ${head.objective[level]}, it is ${objective[level]}`,
      )
    const [stated, proven] = [head.bound[level], bound[level]]
    if (stated !== null && (proven === null || stated > proven))
      broken('bound', level, `写的是 ${stated}，各片区只证明 ${proven}`, `states ${stated}, the zones prove ${proven}`)
  }
}

function isHead(value: unknown): value is NationHead {
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== NATION_PLAN) return false
  const { problem, objective, bound } = value as Record<string, unknown>
  const isFigure = (part: unknown, level: string, mayLack: boolean): boolean => {
    const figure: unknown = typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[level] : undefined
    return Number.isSafeInteger(figure) || (mayLack && figure === null)
  }
  return typeof problem === 'string' && LEVELS.every((level) => isFigure(objective, level, false) && isFigure(bound, level, true))
}

function isZoneLine(value: unknown): value is { readonly zone: string; readonly plan: object } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'zone' in value &&
    typeof value.zone === 'string' &&
    'plan' in value &&
    typeof value.plan === 'object' &&
    value.plan !== null
  )
}
