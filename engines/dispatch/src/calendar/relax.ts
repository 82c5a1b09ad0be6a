// A program without the demand for whole numbers: what it costs at least, and the duals of its rows.
import type { Highs } from 'highs'
import { modelData } from '../solve/exact/highs.ts'
import type { Lp, Sum } from '../solve/exact/lp.ts'

export interface Relaxed {
  readonly least: number
  /** By row. */
  readonly duals: Float64Array
}

/** Null where the relaxation was not solved to its optimum. */
export function relax(highs: Highs, lp: Lp, sum: Sum): Relaxed | null {
  const model = highs.createModel(modelData({ ...lp, integer: lp.integer.map(() => false) }, sum))
  try {
    model.options.set({ output_flag: false, random_seed: 0 })
    model.run()
    if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null
    return { least: Number(model.info.get('objective_function_value')), duals: model.getSolution().rowDual }
  } finally {
    model.dispose()
  }
}
