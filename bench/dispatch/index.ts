// What the dispatch engine promises: how good, how well proven, how quick, in how much memory.
import type { Measures } from '../figure.ts'
import { measureSlots } from './slots.ts'
import { measureTies } from './ties.ts'

export const measures: Measures = {
  ties: measureTies,
  slots: measureSlots,
}
