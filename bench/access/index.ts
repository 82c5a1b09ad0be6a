// What the rights promise: every cell agrees, every policy is missed, what it costs, and that no connection remembers.
import type { Measures } from '../figure.ts'
import { measureAlternating } from './alternating.ts'
import { measureCost } from './cost.ts'
import { measureMatrix } from './matrix.ts'
import { measureMutation } from './mutation.ts'

export const measures: Measures = {
  matrix: measureMatrix,
  mutation: measureMutation,
  cost: measureCost,
  alternating: measureAlternating,
}
