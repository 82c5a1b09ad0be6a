// Accepting, redirecting, declining: appended to the book of the desk by a named person, on the first message under a receipt.
import { Problem, type Decision, type Verdict } from '@shengmian/contract'
import { pageOfRows } from '../../platform/cursor.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { appendDecision, findDecisions } from './decision-store.ts'
import { readNumberCursor } from './number-cursor.ts'
import { seeDesk, takeableDesk, type Caller } from './takeable-desk.ts'
import { findReports } from './store.ts'
import { decisionView } from './views.ts'

export async function decideReport(
  tx: Transaction,
  desk: string,
  number: number,
  wish: { readonly verdict: Verdict; readonly reason: string; readonly addressee: string | null },
  by: Caller,
): Promise<Decision> {
  const { authority } = await takeableDesk(tx, desk)
  const [row] = await findReports(tx, desk, [number])
  if (row === undefined) throw new Problem('not-found')
  if ((wish.verdict === 'redirect') !== (wish.addressee !== null))
    throw new Problem('unfit', {
      errors: [
        {
          at: 'body/addressee',
          zh: '转办要写明转给谁；受理和不予受理不写',
          en: 'redirecting, and nothing else, names an addressee',
        },
      ],
    })
  return decisionView(await appendDecision(tx, { ...wish, desk, authority, report: row.first, by }))
}

export async function listDecisions(
  tx: Transaction,
  desk: string,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<{ items: Decision[]; next: string | null }> {
  await seeDesk(tx, desk)
  const rows = await findDecisions(tx, desk, readNumberCursor(cursor), limit + 1)
  const page = pageOfRows(rows, limit, (row) => [row.position])
  return { items: page.items.map(decisionView), next: page.next }
}
