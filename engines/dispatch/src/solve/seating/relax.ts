// The linear relaxation by the interior-point method, without crossover: its duals are the prices of people. Floating point proves
// nothing here; prices are rounded, and what they prove is worked out in integers.
import type { Highs } from 'highs'
import { dataOf, type Program } from './program.ts'

export interface Relaxed {
  readonly value: number
  /** Reduced cost of each column. */
  readonly reduced: Float64Array
  readonly rowDual: Float64Array
  readonly chosen: Float64Array
  readonly iterations: number
}

/** The relaxation's optimum; null where it has none or the method gave up. */
export function relax(highs: Highs, program: Program, cost: (person: number, team: number) => number): Relaxed | null {
  const model = highs.createModel(dataOf(program, cost, false))
  try {
    model.options.set({ output_flag: false, random_seed: 0, solver: 'ipm', run_crossover: 'off' })
    model.run()
    const status = model.getModelStatus()
    const { modelStatus } = highs.constants
    if (status !== modelStatus.optimal && status !== modelStatus.unknown) return null
    const solution = model.getSolution()
    return {
      value: Number(model.info.get('objective_function_value')),
      reduced: solution.colDual,
      rowDual: solution.rowDual,
      chosen: solution.colValue,
      iterations: Number(model.info.get('ipm_iteration_count')),
    }
  } finally {
    model.dispose()
  }
}

/** Prices of people in 1/scale: what a row of the form "at most one" takes, rounded and never negative. */
export function pricesOf(program: Program, relaxed: Relaxed, scale: number): Float64Array {
  return Float64Array.from(program.personRow, (row) =>
    row < 0 ? 0 : Math.max(0, Math.round(-scale * (relaxed.rowDual[row] ?? 0))),
  )
}
