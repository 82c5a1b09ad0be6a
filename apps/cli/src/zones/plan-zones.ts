// A plan of a nation: every zone planned and checked in a thread of its own, the file written only when all of them are there.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LEVELS, sumZones, type Plan, type Progress, type ZoneFigures } from '@shengmian/dispatch'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { complain } from '../files.ts'
import { showClash } from '../show-clash.ts'
import { figure } from '../show-progress.ts'
import { note, say } from '../words.ts'
import { writePieces } from '../write-pieces.ts'
import type { Cut } from './cut-nation.ts'
import type { ZoneAnswer } from './zone-job.ts'
import { zoneThreads } from './zone-threads.ts'

export const NATION_PLAN = 'shengmian.dispatch-plan-by-zones/1'
const PAUSE_MS = 1000

export interface NationOrder {
  readonly problemPath: string
  readonly out: string
  readonly cut: Cut & { kind: 'zones' }
  readonly folder: string
  readonly workers: number
  readonly options: { readonly seed: string; readonly effort: number }
  readonly showsProgress: boolean
}

export async function planZones(order: NationOrder): Promise<ExitCode> {
  const { cut, folder, options } = order
  const { zones } = cut
  const threads = zoneThreads(order.workers)
  const figures: (ZoneFigures | null)[] = zones.map(() => null)
  let [done, engine, failed]: [number, string, ExitCode | null] = [0, '', null]
  const stop = (): void => void threads.stop()
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  tellLeftOut(cut.leftOut)
  try {
    for (const [i, { zone, file }] of zones.entries()) {
      await threads.start(
        { kind: 'plan', file, out: planFile(folder, i), options },
        {
          onProgress: order.showsProgress ? progressOf(zone) : () => undefined,
          onAnswer: (answer, ms) => {
            if (answer.kind === 'planned') {
              figures[i] = answer.figures
              engine = answer.engine
              done += 1
              tellZone(`${done}/${zones.length}`, zone, answer.figures, ms)
              for (const wish of answer.wishes) note(wish)
            } else {
              failed ??= tellFailure(order.problemPath, zone, answer)
              stop()
            }
          },
        },
      )
      if (threads.isStopped()) break
    }
    await threads.finish()
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
  if (failed !== null) return failed
  const all = figures.filter((each) => each !== null)
  if (threads.isStopped() || all.length < zones.length) {
    note({ zh: `已停止（${done}/${zones.length}），什么也没有写`, en: `stopped (${done}/${zones.length}); nothing was written` })
    return EXIT.stopped
  }
  return writeNation(order, { ...sumZones(all, cut.hasFixedWorkloads), engine })
}

async function writeNation(
  { cut, out, folder, options }: NationOrder,
  sum: Pick<Plan, 'objective' | 'bound' | 'engine'>,
): Promise<ExitCode> {
  const { engine, objective, bound } = sum
  const head = { format: NATION_PLAN, problem: cut.hash, ...options, engine, zones: cut.zones.length, objective, bound }
  const fault = await writePieces(out, async (write) => {
    write(`${JSON.stringify(head)}\n`)
    for (const [i, { zone }] of cut.zones.entries())
      write(`{"zone":${JSON.stringify(zone)},"plan":${await readFile(planFile(folder, i), 'utf8')}}\n`)
  })
  if (fault !== null) {
    note(fault)
    return EXIT.badInput
  }
  say({ zh: `已写出 ${out}：${cut.zones.length} 个片区`, en: `written: ${cut.zones.length} zones` })
  for (const level of LEVELS) console.log(`  ${figure(level, objective[level], bound[level])}`)
  return EXIT.done
}

/** Lines that no zone needs, said so that nobody wonders where they went. */
export function tellLeftOut(count: number): void {
  if (count > 0)
    note({
      zh: `${count} 行只涉及不会相遇的人或地（如跨片区的不同组），各片区都不需要`,
      en: `${count} lines join what can never meet (such as two people of different zones) and go to no zone`,
    })
}

function tellFailure(path: string, zone: string, answer: ZoneAnswer): ExitCode {
  if (answer.kind === 'no-plan') {
    say({ zh: `片区“${zone}”没有可行的计划`, en: `the zone “${zone}” has no plan` })
    showClash(answer.clash)
    return EXIT.noPlan
  }
  if (answer.kind === 'refused') complain(`${path} [${zone}]`, answer.issues)
  return EXIT.badInput
}

function tellZone(count: string, zone: string, { objective, bound }: ZoneFigures, ms: number): void {
  const levels = LEVELS.map((level) => figure(level, objective[level], bound[level])).join('  ')
  console.error(`${count} ${zone === '' ? '—' : zone}  ${levels}  ${(ms / 1000).toFixed(1)} s`)
}

function progressOf(zone: string): (progress: Progress) => void {
  let printedAt = Number.NEGATIVE_INFINITY
  return ({ phase, iterations, objective, bound }) => {
    const now = performance.now()
    if (objective === null || now - printedAt < PAUSE_MS) return
    printedAt = now
    console.error(
      `${zone} ${phase} ${iterations}  ${LEVELS.map((level) => figure(level, objective[level], bound[level] ?? null)).join('  ')}`,
    )
  }
}

function planFile(folder: string, zone: number): string {
  return join(folder, `plan-${zone}.json`)
}
