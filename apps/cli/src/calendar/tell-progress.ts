// How far a calendar is, on standard error.
import type { CalendarAnswer, CalendarPlan, CalendarProgress } from '@shengmian/dispatch'
import { note } from '../words.ts'

/** One line a phase and region, where all regions are planned in one thread. */
export function tellPhase({ phase, done, regions, objective }: CalendarProgress): void {
  const words = phase === 'waiting' ? { zh: '先急后缓', en: 'the urgent first' } : { zh: '少进乡镇', en: 'few openings' }
  note({ zh: `${words.zh} ${done}/${regions}`, en: `${words.en}${objective === null ? '' : `: ${figures(objective)}`}` })
}

/** One line a region, in the order in which the threads are done with them. */
export function tellRegion({
  done,
  regions,
  name,
  answer,
}: {
  readonly done: number
  readonly regions: number
  readonly name: string
  readonly answer: CalendarAnswer
}): void {
  const found = answer.kind === 'plan' ? figures(answer.plan.objective) : 'no calendar'
  note({ zh: `${done}/${regions} ${name}${answer.kind === 'plan' ? '' : '：排不出来'}`, en: found })
}

function figures({ waiting, openings }: CalendarPlan['objective']): string {
  return `waiting ${waiting}, openings ${openings}`
}
