// What the first round promises: quick to start, quick to check, and plans that are proven.
import type { Measures } from '../figure.ts'
import { measureDivisions } from './divisions.ts'
import { measureInnerLoop } from './inner-loop.ts'
import { measurePlans } from './plans.ts'
import { measureSearch } from './search.ts'
import { measureSheets } from './sheets.ts'
import { measureStart } from './start.ts'

export const measures: Measures = {
  plans: measurePlans,
  divisions: measureDivisions,
  search: measureSearch,
  sheets: measureSheets,
  start: measureStart,
  'inner loop': measureInnerLoop,
}
