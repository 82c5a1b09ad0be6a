import type { CalendarProblem } from '../../calendar/problem.ts'

/** A visit as the proof sees it: where it may lie, what it weighs. */
export interface Provable {
  readonly unit: CalendarProblem['units'][number]
  readonly kind: 'first' | 'look-back'
  readonly region: string
  readonly workload: number
  readonly urgency: number
  readonly allowed: readonly number[]
  readonly period: number
}
