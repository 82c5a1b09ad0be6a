// HiGHS behind one function. Limits are node and iteration counts, never times; every model is disposed; nothing it says is
// believed before the plan it leads to has been checked in integers.
import loadHighs, { type Highs } from 'highs'
import type { Lp, Sum } from './lp.ts'
import type { Start } from './start.ts'

export interface MipLimits {
  /** Work after which the search stops at the next checkpoint. */
  readonly work: number
  /** Called at checkpoints with the work so far; `stop` ends the search at the next later count. */
  readonly onCheckpoint?: (work: number) => 'stop' | undefined
  /** A known solution to start from. */
  readonly start?: Start
  /** Without presolve: the second opinion on an infeasible model. */
  readonly plain?: boolean
  /** A small model, asked often: presolve and heuristics would take longer than the search. */
  readonly isSmall?: boolean
  /** Without a search for symmetry, where whoever builds the model has joined already what is alike. */
  readonly isAsymmetric?: boolean
}

export interface MipAnswer {
  readonly status: 'optimal' | 'stopped' | 'infeasible' | 'failed'
  readonly values: Float64Array | null
  /** Proven lower bound on the sum; −Infinity where none. */
  readonly bound: number
  readonly work: number
}

/** Entries of a model that make a simplex iteration as dear as one annealing proposal, roughly. */
const ENTRIES_A_UNIT = 75

/** Simplex iterations weighed by the size of their model: a unit takes about as long as one annealing proposal. */
function workOf(lp: Lp, iterations: number): number {
  return iterations * Math.max(1, Math.ceil(lp.indices.length / ENTRIES_A_UNIT))
}

let loading: Promise<Highs> | null = null

/** Loads the solver once; loading is asynchronous, solving is not. */
export function loadSolver(): Promise<Highs> {
  // the package's types describe its CommonJS face; what Node imports is the ES module, whose default is the loader itself
  const load = loadHighs as unknown as () => Promise<Highs>
  loading ??= load()
  return loading
}

/** Minimises an integer-valued sum over the program. */
export function solveMip(highs: Highs, lp: Lp, sum: Sum, limits: MipLimits): MipAnswer {
  const { modelStatus, callbackType } = highs.constants
  const model = highs.createModel(modelData(lp, sum))
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: 0,
      // the objective is an integer: closer than this is optimal
      mip_abs_gap: 0.9,
      mip_feasibility_tolerance: 1e-7,
      ...(limits.plain === true || limits.isSmall === true ? { presolve: 'off' } : {}),
      ...(limits.isSmall === true ? { mip_heuristic_run_feasibility_jump: false, mip_heuristic_effort: 0 } : {}),
      ...(limits.isSmall === true || limits.isAsymmetric === true ? { mip_detect_symmetry: false } : {}),
    })
    if (limits.start !== undefined) model.setSolution(limits.start)
    let work = 0
    let stopAfter = limits.work
    model.run({
      [callbackType.mipInterrupt](event) {
        work = workOf(lp, Number(event.data.mip_total_lp_iterations ?? 0n))
        if (work >= stopAfter) event.interrupt()
        // the same count may come again: stopping at the next larger one can be replayed from the count alone
        else if (limits.onCheckpoint?.(work) === 'stop') stopAfter = Math.min(stopAfter, work + 1)
        return undefined
      },
    })
    const status = model.getModelStatus()
    // stopped at a checkpoint: its own count is what a replay stops at
    if (status !== modelStatus.interrupted) work = Math.max(work, workOf(lp, Number(model.info.get('simplex_iteration_count'))))
    if (status === modelStatus.infeasible) return { status: 'infeasible', values: null, bound: Infinity, work }
    const isDone = status === modelStatus.optimal
    const hasPlan = Number(model.info.get('primal_solution_status')) === 2
    return {
      status: isDone ? 'optimal' : hasPlan || status === modelStatus.interrupted ? 'stopped' : 'failed',
      values: hasPlan ? model.getSolution().colValue : null,
      bound: Number(model.info.get('mip_dual_bound')),
      work,
    }
  } finally {
    model.dispose()
  }
}

export function modelData(lp: Lp, sum: Sum): Parameters<Highs['createModel']>[0] {
  const numCols = lp.lower.length
  const numRows = lp.rowLower.length
  const colCost = new Float64Array(numCols)
  sum.columns.forEach((column, k) => {
    colCost[column] = (colCost[column] ?? 0) + (sum.values[k] ?? 0)
  })
  return {
    numCols,
    numRows,
    colCost,
    colLower: Float64Array.from(lp.lower),
    colUpper: Float64Array.from(lp.upper),
    rowLower: Float64Array.from(lp.rowLower),
    rowUpper: Float64Array.from(lp.rowUpper),
    integrality: Int32Array.from(lp.integer, (integer) => (integer ? 1 : 0)),
    matrix: {
      format: 'csr',
      numRows,
      numCols,
      starts: Int32Array.from(lp.starts),
      indices: Int32Array.from(lp.indices),
      values: Float64Array.from(lp.values),
    },
  }
}
