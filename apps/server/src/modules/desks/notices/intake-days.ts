import type { readIntakeDays, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import { findDeskOf, reportsByDay } from '../desk/desk-store.ts'
import { noticesOf, publicationsOf } from './notice-store.ts'

type View = ReplyOf<typeof readIntakeDays>
const DAY_MS = 86_400_000

/** Reports by day, days without one included, and what was published when. */
export async function viewDays(tx: Transaction, round: string, now: Date): Promise<View> {
  const desk = await findDeskOf(tx, round)
  if (desk === null) return { days: [], marks: [] }
  const counted = await reportsByDay(tx, desk.code)
  const channels = new Map((await noticesOf(tx, desk.code)).map(({ id, channel }) => [id, channel]))
  const marks = new Map<string, { day: string; channel: View['marks'][number]['channel']; places: string[] }>()
  for (const { on_day: day, notice, place } of await publicationsOf(tx, desk.code)) {
    const channel = channels.get(notice) as View['marks'][number]['channel']
    const mark = marks.get(`${day} ${channel}`) ?? { day, channel, places: [] }
    mark.places.push(place)
    marks.set(`${day} ${channel}`, mark)
  }
  const known = [...counted.map(({ day }) => day), ...[...marks.values()].map(({ day }) => day)].toSorted()
  const today = dayOf(now)
  const last = [known.at(-1) ?? today, today < desk.until ? today : desk.until].toSorted().at(-1) ?? today
  const reports = new Map(counted.map((one) => [one.day, one.reports]))
  return {
    days: daysBetween(known[0] ?? last, last).map((day) => ({ day, reports: reports.get(day) ?? 0 })),
    marks: [...marks.values()],
  }
}

function daysBetween(first: string, last: string): readonly string[] {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1
  return Array.from({ length: count }, (_, at) => new Date(Date.parse(first) + at * DAY_MS).toISOString().slice(0, 10))
}
