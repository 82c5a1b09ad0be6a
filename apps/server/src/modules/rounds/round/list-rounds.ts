import { Problem as Refusal, type QueryOf, type ReplyOf, type listRounds as endpoint } from '@shengmian/contract'
import { placeNumber } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { daysBetween } from '../days.ts'
import { placeNames } from './round-names.ts'
import { lightOf } from './round-view.ts'
import { summariesAfter, type SummaryRow } from './summary-store.ts'

type Summaries = ReplyOf<typeof endpoint>

/** Rounds of the caller's offices and of every office below, newest first. */
export async function listRounds(tx: Transaction, query: QueryOf<typeof endpoint>, day: string): Promise<Summaries> {
  const limit = query.limit ?? 50
  const rows = await summariesAfter(tx, {
    limit: limit + 1,
    after: query.cursor === undefined ? null : readCursor(query.cursor),
    kind: query.kind ?? null,
    state: query.state ?? null,
    authority: query.authority === undefined ? null : placeNumber(query.authority),
    search: query.search ?? null,
  })
  const page = rows.slice(0, limit)
  const name = await placeNames(
    tx,
    page.map((row) => row.authority),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) => summaryView(row, name(row.authority), day)),
    next: rows.length > limit && last !== undefined ? Buffer.from(`${last.starts} ${last.id}`).toString('base64url') : null,
  }
}

function summaryView(row: SummaryRow, authority: { code: string; name: string }, day: string): Summaries['items'][number] {
  const daysLeft = daysBetween(day, row.ends)
  return {
    id: row.id,
    authority,
    year: row.year,
    number: row.number,
    title: row.title,
    kinds: row.kinds as Summaries['items'][number]['kinds'],
    mode: row.mode as Summaries['items'][number]['mode'],
    types: row.types as Summaries['items'][number]['types'],
    elevated: row.elevated,
    state: row.state as Summaries['items'][number]['state'],
    starts: row.starts,
    ends: row.ends,
    targets: row.targets,
    teams: row.teams,
    daysLeft,
    light: lightOf(row.state, daysLeft),
  }
}

function readCursor(cursor: string): { readonly starts: string; readonly id: string } {
  const [starts, id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  if (starts === undefined || id === undefined || !/^\d{4}-\d\d-\d\d$/.test(starts) || !/^[0-9a-f-]{36}$/.test(id))
    throw new Refusal('bad-cursor')
  return { starts, id }
}
