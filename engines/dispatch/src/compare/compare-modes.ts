// What a leading group decides on: for one round, the modes side by side. No total score: the figures are theirs to weigh.
import { hashProblem } from '../hash-problem.ts'
import type { Problem } from '../problem.ts'
import { compileInstance } from '../solve/compile/instance.ts'
import type { Progress } from '../solve/meter.ts'
import { planDispatch } from '../solve/plan-dispatch.ts'
import {
  COMPARED_MODES,
  FIGURES,
  type ComparedMode,
  type Comparison,
  type FigureName,
  type ModeColumn,
  type Rates,
} from './comparison.ts'
import { deriveMode } from './derive-mode.ts'
import { FIGURE_WORDS } from './figure-words.ts'
import { measureComparedPlan, measureMode } from './measure-mode.ts'

export interface CompareOptions {
  /** All six unless given. */
  readonly modes?: readonly ComparedMode[]
  /** 64 hexadecimal digits. */
  readonly seed: string
  /** Iterations for each mode. */
  readonly effort: number
  /** Tickets of a rehearsed draw behind `largestPair`; 0 unless given. */
  readonly tickets?: number
  readonly rates?: Rates
  /** Told while a mode is planned; answering 'stop' ends the comparison with the modes done so far; the one in hand is left out. */
  readonly onProgress?: (mode: ComparedMode, progress: Progress) => unknown
}

/**
 * Plans a round in every mode from the same people, targets and ties, and measures what each comes to: exposure in thousandths of an
 * insider, kilometres, people, fen. The same problem, seed and effort give the same comparison. Format: `shengmian.dispatch-comparison/1`.
 */
export async function compareModes(problem: Problem, options: CompareOptions): Promise<Comparison> {
  const { seed, effort, tickets = 0, rates = null, onProgress } = options
  const terms = { effort, tickets, rates }
  const law = compileInstance(problem)
  const columns: ModeColumn[] = []
  let isStopped = false
  for (const mode of COMPARED_MODES.filter((name) => options.modes?.includes(name) ?? true)) {
    if (isStopped) break
    const derived = deriveMode(problem, mode)
    const compiled = compileInstance(derived.problem)
    const grounds = { law: mode === 'local' ? law : compiled, mode: compiled }
    const before = await measureMode(grounds, mode)
    let last: Progress | null = null
    const goesOn = (): boolean => {
      isStopped ||= last !== null && onProgress?.(mode, last) === 'stop'
      return !isStopped
    }
    const answer = await planDispatch(derived.problem, {
      seed,
      effort,
      clash: 'sketch',
      onProgress: (progress) => {
        last = progress
        return goesOn() ? 'go-on' : 'stop'
      },
    })
    const hasPlan = answer.kind === 'plan'
    const after = hasPlan && !isStopped ? await measureComparedPlan(grounds, mode, answer.plan, { ...terms, goesOn }) : {}
    if (isStopped || after === null) break
    columns.push({
      mode,
      changes: derived.changes,
      problem: hashProblem(derived.problem),
      outcome: hasPlan ? { kind: 'plan', plan: answer.plan } : answer,
      figures: { ...before, ...after },
    })
  }
  return {
    format: 'shengmian.dispatch-comparison/1',
    problem: hashProblem(problem),
    seed,
    effort,
    tickets,
    rates,
    modes: columns,
    best: bestOf(columns),
  }
}

/** Figure by figure the lawful modes with a plan that are best; none where all are equal. */
function bestOf(columns: readonly ModeColumn[]): Comparison['best'] {
  const lawful = columns.filter(({ mode, outcome }) => mode !== 'local' && outcome.kind === 'plan')
  const best: Partial<Record<FigureName, readonly ComparedMode[]>> = {}
  for (const name of FIGURES) {
    const { better } = FIGURE_WORDS[name]
    const known = lawful.flatMap(({ mode, figures }) => {
      const value = figures[name]?.value ?? null
      return value === null ? [] : [{ mode, value }]
    })
    if (better === null || known.length < 2) continue
    const values = known.map(({ value }) => value)
    const top = better === 'less' ? Math.min(...values) : Math.max(...values)
    const winners = known.filter(({ value }) => value === top)
    if (winners.length < known.length) best[name] = winners.map(({ mode }) => mode)
  }
  return best
}
