import {
  adoptCalendar,
  cancelCalendar,
  moveVisits,
  planCalendar,
  readTermCalendar,
  setCalendarSettings,
  setUrgency,
  undoCalendar,
} from '@shengmian/contract'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import type { TermCalendar } from './matrix.ts'

/** The solver has not answered yet. */
export function isUnderWay(calendar: TermCalendar | undefined): boolean {
  return calendar?.proposal?.state === 'queued' || calendar?.proposal?.state === 'running'
}

/** The calendar of a term, looked at again every second while the solver is at work, and every act on it. */
export function useTermCalendar(plan: string, within: string | null) {
  const refresh = refreshRound(plan)
  return {
    calendar: useRead(
      readTermCalendar,
      { params: { plan }, query: within === null ? {} : { within } },
      { keep: true, again: (answer) => (isUnderWay(answer) ? 1000 : false) },
    ),
    propose: useAct(planCalendar, refresh),
    cancel: useAct(cancelCalendar, refresh),
    undo: useAct(undoCalendar, refresh),
    move: useAct(moveVisits, refresh),
    urgency: useAct(setUrgency, refresh),
    settings: useAct(setCalendarSettings, refresh),
    adopt: useAct(adoptCalendar, refresh),
  }
}
