import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CalendarPlanSchema } from '../src/calendar/plan.ts'
import { CalendarProblemSchema } from '../src/calendar/problem.ts'
import { DrawSchema } from '../src/draw/draw.ts'
import { PlanSchema } from '../src/plan.ts'
import { ProblemSchema } from '../src/problem.ts'
import { RotationPlanSchema } from '../src/rotation/plan.ts'
import { RotationProblemSchema } from '../src/rotation/problem.ts'
import { publishedText } from './published-text.ts'

describe.each([
  ['dispatch-problem-1.json', ProblemSchema],
  ['dispatch-plan-1.json', PlanSchema],
  ['rotation-problem-1.json', RotationProblemSchema],
  ['rotation-plan-1.json', RotationPlanSchema],
  ['calendar-problem-1.json', CalendarProblemSchema],
  ['calendar-plan-1.json', CalendarPlanSchema],
  ['draw-1.json', DrawSchema],
])('%s', (name, schema) => {
  it('is what the types say today (if not: node tools/write-dispatch-schemas.ts)', () => {
    expect(readFileSync(new URL(name, import.meta.url), 'utf8')).toBe(publishedText(schema))
  })

  it('lets no unknown key pass anywhere', () => {
    const open: unknown[] = []
    const walk = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return
      if ('type' in part && part.type === 'object' && !('additionalProperties' in part) && !('patternProperties' in part))
        open.push(part)
      Object.values(part).forEach(walk)
    }
    walk(schema)
    expect(open).toEqual([])
  })
})
