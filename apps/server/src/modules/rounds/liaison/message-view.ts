import type { listOwnMessages, ReplyOf, sendLiaisonMessage } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { messagesOf, messagesTo, type MessageRow } from './message-store.ts'

type View = ReplyOf<typeof sendLiaisonMessage>
type Own = ReplyOf<typeof listOwnMessages>['items'][number]

const HOUR_MS = 3_600_000

interface Sent {
  readonly sent_at: Date
  readonly answer_hours: number
  readonly acknowledged_at: Date | null
}

const dueAt = ({ sent_at, answer_hours }: Sent): number => sent_at.getTime() + answer_hours * HOUR_MS

/** Red is who has not acknowledged within the hours given; late is not the same as never, so an acknowledgement puts it out. */
function lightOf(row: Sent, now: Date): 'none' | 'blue' | 'red' {
  if (row.acknowledged_at !== null) return 'none'
  return now.getTime() > dueAt(row) ? 'red' : 'blue'
}

export async function viewMessages(tx: Transaction, authority: number, now: Date, message?: string): Promise<View[]> {
  const byMessage = Map.groupBy(await messagesOf(tx, authority, message), (row) => row.message)
  return [...byMessage.values()].flatMap((rows) => {
    const [first] = rows
    return first === undefined ? [] : [viewOne(first, rows, now)]
  })
}

function viewOne(first: MessageRow, rows: readonly MessageRow[], now: Date): View {
  const recipients = rows.map((row) => ({
    id: row.id,
    name: row.name,
    place: { code: wireCode(row.place), name: row.place_name },
    phone: row.phone,
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    reply: row.reply,
    minutes: row.acknowledged_at === null ? null : Math.floor((row.acknowledged_at.getTime() - row.sent_at.getTime()) / 60_000),
    light: lightOf(row, now),
  }))
  return {
    id: first.message,
    text: first.text,
    sentBy: first.recorded_name,
    sentAt: first.sent_at.toISOString(),
    answerHours: first.answer_hours,
    recipients,
    acknowledged: recipients.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length,
    overdue: recipients.filter(({ light }) => light === 'red').length,
    medianMinutes: medianOf(recipients.flatMap(({ minutes }) => (minutes === null ? [] : [minutes]))),
  }
}

/** The middle of the numbers, of an even count the lower of the two; `null` of none. */
function medianOf(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length / 2) - 1] ?? null
}

export async function viewOwnMessages(tx: Transaction, account: string, now: Date, id?: string): Promise<Own[]> {
  return (await messagesTo(tx, account, id)).map((row) => ({
    id: row.id,
    text: row.text,
    sentBy: row.recorded_name,
    sentAt: row.sent_at.toISOString(),
    dueAt: new Date(dueAt(row)).toISOString(),
    acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
    reply: row.reply,
    light: lightOf(row, now),
  }))
}
