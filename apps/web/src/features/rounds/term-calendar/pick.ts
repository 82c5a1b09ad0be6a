// One visit of a unit that can be chosen in the panel: its first one, or its look-back.
import type { listCalendarVisits, ReplyOf } from '@shengmian/contract'

type Visit = ReplyOf<typeof listCalendarVisits>['items'][number]

export interface Pick {
  readonly key: string
  readonly visit: Visit
  readonly kind: 'first' | 'look-back'
  readonly period: string | null
  /** It has been, and is moved no more. */
  readonly isDone: boolean
  readonly isPinned: boolean
}

export function pickOf(visit: Visit, kind: Pick['kind']): Pick {
  const { lookBack } = visit
  return {
    key: `${kind} ${visit.unit}`,
    visit,
    kind,
    period: (kind === 'first' ? visit.period : lookBack?.period) ?? null,
    isDone: kind === 'first' ? visit.pinned === 'inspected' : lookBack?.isInspected === true,
    isPinned: kind === 'first' ? visit.pinned === 'office' : lookBack?.isPinned === true,
  }
}

/** Whether the look-backs among these could lie there by their wait alone: the server has the last word. */
export function waitAt(
  picks: readonly Pick[],
  period: string,
  periods: readonly string[],
  rule: { readonly after: number; readonly within: number | null } | null,
): 'too-early' | 'too-late' | null {
  const at = periods.indexOf(period)
  const waits = picks.flatMap(({ visit, kind }) =>
    kind === 'look-back' && visit.period !== null ? [at - periods.indexOf(visit.period)] : [],
  )
  if (rule === null) return null
  if (waits.some((wait) => wait < rule.after)) return 'too-early'
  // what is late already counts from now: left to the check
  const isLate = picks.some(({ visit }) => visit.lookBack?.isLate === true)
  return !isLate && waits.some((wait) => rule.within !== null && wait > rule.within) ? 'too-late' : null
}
