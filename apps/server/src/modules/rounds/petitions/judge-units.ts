// Every unit with a figure in the last twelve whole months, judged by the rule, with its urgency in the calendar and what was decided.
import { judgeTrend, monthsThrough, trendRule, type Trend } from '@shengmian/petitions'
import type { Transaction } from '../../../platform/transaction.ts'
import { lastWholeMonth, type KnownVolume } from '../../registry/index.ts'
import { urgencyOf, type CalendarGround } from '../term-calendar/calendar-ground.ts'
import { gatherUnits } from '../term-calendar/gather-units.ts'
import type { TermRow } from '../terms/term-store.ts'
import { decisionsOf, type DecisionRow } from './decision-store.ts'

const MOST_URGENT = 100

interface KnownMonth {
  readonly month: string
  readonly revision: number
  readonly volume: number
  readonly source: string
}

export interface JudgedUnit {
  readonly id: string
  /** Oldest first; null = unknown. */
  readonly volumes: readonly (number | null)[]
  /** The figures that were judged. */
  readonly known: readonly KnownMonth[]
  readonly trend: Trend
  /** null where the calendar does not plan units of its level. */
  readonly urgency: number | null
  readonly proposed: number | null
  readonly decisions: readonly DecisionRow[]
}

export interface Judged {
  readonly months: readonly string[]
  readonly units: readonly JudgedUnit[]
  /** Of these units those that the calendar plans, with what is wished for them. */
  readonly planned: Pick<CalendarGround, 'settings' | 'units' | 'wishes'>
}

/** Figures of a body by unit and month. */
export type ReadVolumes = (
  authority: number,
  months: { readonly from: string; readonly to: string },
) => Promise<readonly KnownVolume[]>

export async function judgeUnits(tx: Transaction, plan: TermRow, now: Date, volumesOf: ReadVolumes): Promise<Judged> {
  const through = lastWholeMonth(now)
  const months = monthsThrough(through, trendRule.months)
  const figures = await volumesOf(plan.authority, { from: months[0] ?? through, to: through })
  const planned = await gatherUnits(tx, plan, [...new Set(figures.map(({ unit }) => unit))])
  const byId = new Map(planned.units.map((unit) => [unit.id, unit]))
  const decided = Map.groupBy(await decisionsOf(tx, plan.id), ({ unit }) => unit)
  const units = [...Map.groupBy(figures, ({ unit }) => unit)].map(([id, rows]): JudgedUnit => {
    const known = rows.flatMap(({ month, revision, volume, source }) =>
      volume === null ? [] : [{ month, revision, volume, source }],
    )
    const byMonth = new Map(known.map(({ month, volume }) => [month, volume]))
    const volumes = months.map((month) => byMonth.get(month) ?? null)
    const trend = judgeTrend(volumes)
    const unit = byId.get(id)
    const urgency = unit === undefined ? null : urgencyOf(planned, unit)
    const decisions = decided.get(id) ?? []
    return {
      id,
      volumes,
      known,
      trend,
      urgency,
      proposed: trend.kind === 'rising' && !isSettled(decisions, months) ? nextUrgency(urgency, planned) : null,
      decisions,
    }
  })
  return { months, units, planned }
}

/** As urgent as a lagging unit at least, and more than it is. */
function nextUrgency(urgency: number | null, { settings }: Pick<CalendarGround, 'settings'>): number | null {
  return urgency === null || urgency >= MOST_URGENT
    ? null
    : Math.min(MOST_URGENT, Math.max(urgency + 1, settings.urgency.lagging))
}

/** A decision on these very months stands, or the unit was raised for months that are among them. */
function isSettled(decisions: readonly DecisionRow[], months: readonly string[]): boolean {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  return decisions.some(
    ({ revoked_at, verdict, through }) => revoked_at === null && (through === last || (verdict === 'raised' && through >= first)),
  )
}
