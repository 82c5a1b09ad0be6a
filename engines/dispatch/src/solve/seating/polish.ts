// The program in whole numbers: the best choice among a few pairs, from a known seating on. Nodes are counted, never seconds.
import type { Highs } from 'highs'
import { dataOf, type Program } from './program.ts'

/** Entries of a program that make one of its simplex iterations as dear as a unit of effort, where there are as many as in a city's or a province's. */
export const ENTRIES_AN_ITERATION = 300

export interface Polished {
  readonly status: 'optimal' | 'infeasible' | 'stopped' | 'failed'
  /** Whether each column is chosen; null where no whole choice was found. */
  readonly chosen: Uint8Array | null
  readonly value: number
  /** No whole choice among these columns is below this. */
  readonly bound: number
  readonly work: number
}

export interface Limits {
  /** Simplex iterations, counted by the solver. */
  readonly iterations: number
  readonly nodes: number
  /** Share of the objective that need not be closed. */
  readonly gap: number
  /** Columns of a known choice. */
  readonly start: Uint8Array | null
  readonly onCheckpoint?: () => boolean
  /** Without presolve: the second opinion on a program without a choice. */
  readonly isPlain?: boolean
}

export function polish(highs: Highs, program: Program, cost: (person: number, team: number) => number, limits: Limits): Polished {
  const { modelStatus, callbackType } = highs.constants
  const model = highs.createModel(dataOf(program, cost, true))
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: limits.gap,
      mip_abs_gap: 0.9,
      mip_feasibility_tolerance: 1e-7,
      mip_max_nodes: limits.nodes,
      ...(limits.isPlain === true ? { presolve: 'off' } : {}),
    })
    if (limits.start !== null) {
      model.setSolution({ indices: Int32Array.from(limits.start.keys()), values: Float64Array.from(limits.start) })
    }
    let work = 0
    model.run({
      [callbackType.mipInterrupt](event) {
        work = Number(event.data.mip_total_lp_iterations ?? 0n)
        if (work >= limits.iterations || limits.onCheckpoint?.() === true) event.interrupt()
        return undefined
      },
    })
    const status = model.getModelStatus()
    const statusOf = (is: typeof status, hasAny: boolean): Polished['status'] => {
      if (is === modelStatus.optimal) return 'optimal'
      if (is === modelStatus.infeasible) return 'infeasible'
      return hasAny ? 'stopped' : 'failed'
    }
    const hasChoice = Number(model.info.get('primal_solution_status')) === 2
    return {
      status: statusOf(status, hasChoice),
      chosen: hasChoice ? Uint8Array.from(model.getSolution().colValue, (value) => (value > 0.5 ? 1 : 0)) : null,
      value: Number(model.info.get('objective_function_value')),
      bound: Number(model.info.get('mip_dual_bound')),
      work: Math.max(work, Number(model.info.get('simplex_iteration_count'))),
    }
  } finally {
    model.dispose()
  }
}
