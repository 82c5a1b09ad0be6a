// Publishes the file formats as JSON Schemas (draft 7), for programs that know nothing of ours.
// Run: node tools/write-dispatch-schemas.ts. A test beside the schemas fails while they are stale.
import { mkdir, writeFile } from 'node:fs/promises'
import { CalendarPlanSchema } from '../engines/dispatch/src/calendar/plan.ts'
import { CalendarProblemSchema } from '../engines/dispatch/src/calendar/problem.ts'
import { DrawSchema } from '../engines/dispatch/src/draw/draw.ts'
import { PlanSchema } from '../engines/dispatch/src/plan.ts'
import { ProblemSchema } from '../engines/dispatch/src/problem.ts'
import { RotationPlanSchema } from '../engines/dispatch/src/rotation/plan.ts'
import { RotationProblemSchema } from '../engines/dispatch/src/rotation/problem.ts'
import { publishedText } from '../engines/dispatch/schemas/published-text.ts'

const folder = new URL('../engines/dispatch/schemas/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL('dispatch-problem-1.json', folder), publishedText(ProblemSchema))
await writeFile(new URL('dispatch-plan-1.json', folder), publishedText(PlanSchema))
await writeFile(new URL('rotation-problem-1.json', folder), publishedText(RotationProblemSchema))
await writeFile(new URL('rotation-plan-1.json', folder), publishedText(RotationPlanSchema))
await writeFile(new URL('calendar-problem-1.json', folder), publishedText(CalendarProblemSchema))
await writeFile(new URL('calendar-plan-1.json', folder), publishedText(CalendarPlanSchema))
await writeFile(new URL('draw-1.json', folder), publishedText(DrawSchema))
