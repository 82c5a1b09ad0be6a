// The walk through the calendar of a term plan.
import { v7 } from 'uuid'
import { HOST } from './callers.ts'
import type { Steps } from './step.ts'

const workload = { county: 10, township: 10, village: 2, other: 2 }
const settings = {
  months: 6,
  levels: ['township'],
  days: 60,
  share: 'whole',
  groups: [],
  exceptions: [],
  workload,
  stay: 5,
  spacing: 1,
  lookBack: null,
  urgency: { lagging: 3, ordinary: 2, exemplary: 1, unknown: 2 },
}

/** Settings, windows, a computed calendar, a move by hand, and the years taken over. */
export async function walkCalendar(steps: Steps, plan: string): Promise<void> {
  const { act, read, who, places } = steps
  const office = who('office')
  const blackout = v7()
  await act(office, 'setCalendarSettings', { plan }, settings)
  const window = {
    place: HOST,
    kind: 'farming',
    from: '2027-04-10',
    to: '2027-04-20',
    yearly: true,
    reason: '农忙',
    source: '区农业农村局',
  }
  await act(office, 'putBlackout', { plan, blackout }, window)
  await act(office, 'setUrgency', { plan }, { units: [places.unit], urgency: 5 })
  const proposal = v7()
  await act(office, 'planCalendar', { plan }, { id: proposal })
  await steps.solved(office, `/term-plans/${plan}/calendar`)
  const view = (await read(office, `/term-plans/${plan}/calendar`)) as {
    version: { version: number } | null
    periods: { id: string; isPast: boolean }[]
  }
  const version = view.version?.version ?? 0
  const visits = (await read(office, `/term-plans/${plan}/calendar/visits?place=${HOST}`)) as {
    items: { unit: string; period: string | null }[]
  }
  const visit = visits.items.find((item) => item.period !== null)
  const period = view.periods.filter((one) => !one.isPast).at(-1)?.id ?? ''
  const moves = { version, moves: [{ unit: visit?.unit, period }], pin: false }
  await act(office, 'checkVisitMoves', { plan }, moves)
  await act(office, 'moveVisits', { plan }, moves)
  await act(office, 'undoCalendar', { plan }, { version: version + 1 })
  await act(office, 'adoptCalendar', { plan }, { version: version + 2, years: [2028] })
  await steps.putState('rounds.calendar_proposal', proposal, 'queued')
  await act(office, 'cancelCalendar', { plan, proposal })
  await act(office, 'removeBlackout', { plan, blackout })
  await steps.quietly(office, 'PUT', `/term-plans/${plan}/blackouts/${v7()}`, window)
}
