// The solver's one door. Places first, then people: annealing for a valid plan in milliseconds, the exact model for the proof.
import type { Problem } from '../problem.ts'
import type { Plan } from '../plan.ts'
import type { DispatchAnswer } from './answer.ts'
import { certify } from './certify.ts'
import { explainClash } from './clash/explain-clash.ts'
import { sketchClash } from './clash/sketch-clash.ts'
import { compileInstance } from './compile/instance.ts'
import { readKeep } from './exact/stages.ts'
import { loadSolver } from './exact/highs.ts'
import { findPlan } from './find-plan.ts'
import { createMeter, type Meter, type Progress } from './meter.ts'
import { listChanges, writePlan } from './write-plan.ts'

export interface DispatchOptions {
  /** 64 hexadecimal digits. */
  readonly seed: string
  /** Iterations (annealing proposals, and simplex iterations weighed by the size of their model), never seconds. */
  readonly effort: number
  /** An older plan: as few people as possible are moved against it, before anything else. */
  readonly keep?: Plan
  /** How much is asked about a clash; `whole` unless given. `sketch` names one by counting or by its rules, and prices no way out. */
  readonly clash?: 'whole' | 'sketch'
  /** Told at checkpoints; answering 'stop' ends the search with the best plan so far. */
  readonly onProgress?: (progress: Progress) => unknown
}

/**
 * Plans a round: who goes where, and what is proven about it; or the rules and facts that clash. The same problem, seed and effort
 * give the same plan on any machine. A plan that is answered breaks no rule of the format. Bounds are over plans in which every team
 * has a target of its own wherever teams and targets allow that; with `keep` only trivial bounds are stated, because the older plan,
 * not the objective, was served first. Throws only on a problem that its reader would have refused.
 * Source: `shengmian.dispatch-problem/1`; method: annealing and lexicographic mixed-integer programming (HiGHS); large rounds with given
 * places by annealing, cyclic exchanges and the prices they leave (docs/decisions/0070).
 */
export async function planDispatch(problem: Problem, options: DispatchOptions): Promise<DispatchAnswer> {
  // it loads while the problem is compiled
  const loading = loadSolver()
  const instance = compileInstance(problem)
  const meter = createMeter(options.effort, options.onProgress)
  const highs = await loading
  const keep = options.keep === undefined ? null : readKeep(instance, options.keep)
  const found = findPlan(highs, instance, options.seed, meter, keep)
  if (found.kind !== 'found') {
    const explain = options.clash === 'sketch' ? sketchClash : explainClash
    return { kind: 'no-plan', clash: explain(highs, instance, found.kind === 'none', meter) }
  }

  const effort = effortOf(meter, found.certificates !== undefined, options.effort)
  const plan = writePlan(instance, found.plan, {
    seed: options.seed,
    effort,
    bounds: found.bounds,
    certificates: found.certificates ?? certify(highs, instance, found.plan, found.bounds),
  })
  return {
    kind: 'plan',
    plan,
    proven: found.proven,
    iterations: meter.isStopped() ? effort : meter.iterations(),
    changes: options.keep === undefined ? [] : listChanges(instance, options.keep, plan),
  }
}

/** What replays this run. A search by sets goes on counting after a stop, and decides nothing more by it. */
function effortOf(meter: Meter, isBySets: boolean, asked: number): number {
  if (!meter.isStopped()) return asked
  return isBySets ? meter.stoppedAt() : meter.iterations()
}
