// A term plan and its calendar, as an office makes them.
import { v7 as uuid } from 'uuid'
import { DEFAULTS } from '../term-calendar/settings.ts'
import { ok } from './drive.ts'
import type { Staff } from './stage.ts'

/** Quarters of villages only, with days as they are needed. */
export function calendarSettings(more: object = {}): object {
  return { ...DEFAULTS, levels: ['village'], ...more }
}

/** A plan of five years; its id. */
export async function newTerm(office: Staff, authority: string, firstYear: number): Promise<string> {
  const id = uuid()
  const body = { id, authority, title: '巡察工作规划', firstYear, lastYear: firstYear + 4, coolingYears: 3 }
  await ok(office.send('POST', '/term-plans', body))
  return id
}

/** The calendar as a page shows it, as far as a test looks at it. */
export async function calendarOf<View>(staff: Staff, plan: string): Promise<View> {
  return (await ok(staff.get(`/term-plans/${plan}/calendar`))) as View
}

/** Asks for a calendar and waits until it is there or cannot be. */
export async function plannedCalendar<View extends { readonly proposal: { readonly state: string } | null }>(
  office: Staff,
  plan: string,
): Promise<View> {
  await ok(office.send('POST', `/term-plans/${plan}/calendar/proposals`, { id: uuid() }))
  for (;;) {
    const view = await calendarOf<View>(office, plan)
    if (view.proposal?.state !== 'queued' && view.proposal?.state !== 'running') return view
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
