// What passes between the server and the thread in which a calendar is planned.
import type { CalendarAnswer, CalendarProblem, CalendarProgress, CalendarVisit } from '@shengmian/dispatch'

export interface CalendarTask {
  readonly problem: CalendarProblem
  readonly seed: string
  readonly kept: readonly CalendarVisit[]
}

export type CalendarMessage =
  | { readonly kind: 'progress'; readonly progress: CalendarProgress }
  | Extract<CalendarAnswer, { kind: 'no-plan' }>
  | (Extract<CalendarAnswer, { kind: 'plan' }> & {
      /** What the independent check finds wrong; empty = nothing. */
      readonly breaches: readonly { readonly zh: string; readonly en: string }[]
    })
