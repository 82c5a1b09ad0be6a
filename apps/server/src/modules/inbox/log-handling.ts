// What is done with a report beyond reading it, written down before it is done on the device.
import { Problem, type Handling } from '@shengmian/contract'
import { decodeCursor, pageOfRows } from '../../platform/cursor.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { findHandlings, insertHandling, type NewHandling } from './handling-store.ts'
import { seeDesk, takeableDesk, type Caller } from './takeable-desk.ts'
import { findReports } from './store.ts'

export async function logHandling(
  tx: Transaction,
  handled: Pick<NewHandling, 'id' | 'desk' | 'report' | 'reason' | 'referred'>,
  by: Caller,
): Promise<void> {
  const { authority } = await takeableDesk(tx, handled.desk)
  if ((await findReports(tx, handled.desk, [handled.report])).length === 0) throw new Problem('not-found')
  await insertHandling(tx, { ...handled, authority, by })
}

export async function listHandlings(
  tx: Transaction,
  desk: string,
  { cursor, limit, report }: { readonly cursor?: string; readonly limit: number; readonly report?: number },
): Promise<{ items: Handling[]; next: string | null }> {
  await seeDesk(tx, desk)
  const [before] = decodeCursor(cursor, ['string']) ?? []
  const rows = await findHandlings(tx, { desk, report }, typeof before === 'string' ? before : null, limit + 1)
  const page = pageOfRows(rows, limit, (row) => [row.id])
  return {
    items: page.items.map(({ text_hash, by_name, at, ...row }) => ({
      ...row,
      textHash: text_hash,
      by: by_name,
      at: at.toISOString(),
    })),
    next: page.next,
  }
}
