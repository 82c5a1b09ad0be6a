// The list of a desk: what the server knows of sealed reports, which is little. Pages go by number and read a bounded part of the desk,
// whatever is looked for.
import type { SealedReport } from '@shengmian/contract'
import { encodeCursor } from '../../platform/cursor.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { findLastDecisions } from './decision-store.ts'
import { readNumberCursor } from './number-cursor.ts'
import { findNumbers, findReports } from './store.ts'
import { seeDesk } from './takeable-desk.ts'
import { decisionView } from './views.ts'

/** Where few of the newest wait for a decision, a page stops looking after this many and says where it stopped. */
const LOOKED_THROUGH = 2_000

export interface Asked {
  readonly cursor?: string
  readonly limit: number
  readonly lane: 'usual' | 'slow'
  readonly show: 'all' | 'undecided'
}

export async function listReports(
  tx: Transaction,
  desk: string,
  { cursor, limit, lane, show }: Asked,
): Promise<{ items: SealedReport[]; next: string | null }> {
  await seeDesk(tx, desk)
  const isDecisionAsked = show === 'undecided'
  const most = isDecisionAsked ? LOOKED_THROUGH : limit + 1
  const listing = { desk, isSlow: lane === 'slow', before: readNumberCursor(cursor), most }
  const looked = await findNumbers(tx, listing, isDecisionAsked)
  const found = looked.filter((candidate) => candidate.is_undecided).map(({ number }) => number)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : looked.length === most ? looked.at(-1)?.number : undefined
  const rows = page.length === 0 ? [] : await findReports(tx, desk, page)
  const decisions = await findLastDecisions(
    tx,
    desk,
    rows.map(({ first }) => first),
  )
  const byReport = new Map(decisions.map((decision) => [decision.report, decisionView(decision)]))
  return {
    items: rows.map(({ is_slow, ...row }) => ({ ...row, isSlow: is_slow, decision: byReport.get(row.first) ?? null })),
    next: last === undefined ? null : encodeCursor([last]),
  }
}
