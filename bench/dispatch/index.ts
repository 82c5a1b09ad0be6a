// What the dispatch engine promises: how good, how well proven, how quick, in how much memory.
import type { Measures } from '../figure.ts'
import { measureComposition } from './composition.ts'
import { measureCalendar } from './calendar.ts'
import { measureComparison } from './compare.ts'
import { measureDraw } from './draw.ts'
import { measureExplanations } from './explain.ts'
import { measureRepair } from './repair.ts'
import { measureRotation } from './rotation.ts'
import { measureNation } from './nation.ts'
import { measureSlots } from './slots.ts'
import { measureTies } from './ties.ts'

export const measures: Measures = {
  composition: measureComposition,
  calendar: measureCalendar,
  comparison: measureComparison,
  draw: measureDraw,
  explanations: measureExplanations,
  repair: measureRepair,
  rotation: measureRotation,
  ties: measureTies,
  slots: measureSlots,
  nation: measureNation,
}
