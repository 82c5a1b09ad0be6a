// What the first round promises: quick to start, quick to check, and plans that are proven.
import type { Measures } from '../figure.ts'
import { measureInnerLoop } from './inner-loop.ts'
import { measurePlans } from './plans.ts'
import { measureStart } from './start.ts'

export const measures: Measures = {
  plans: measurePlans,
  start: measureStart,
  'inner loop': measureInnerLoop,
}
