// What the dispatch engine promises: how good, how well proven, how quick, in how much memory.
import type { Measures } from '../figure.ts'
import { measureSlots } from './slots.ts'
import { measureDraw } from './draw.ts'
import { measureRotation } from './rotation.ts'
import { measureTies } from './ties.ts'

export const measures: Measures = {
  draw: measureDraw,
  rotation: measureRotation,
  ties: measureTies,
  slots: measureSlots,
}
