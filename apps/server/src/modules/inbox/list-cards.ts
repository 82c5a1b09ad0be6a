import type { listCardMarks, listPrintedCards, ReplyOf } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { findMarks, findPrinted } from './card-store.ts'
import { seeDesk } from './takeable-desk.ts'

/** Marks of one answer: some 400 KB. */
const MARKS = 4_000

/** All printed cards of a desk, as hashes by batch: to its team and to the office that printed them. */
export async function listPrinted(tx: Transaction, desk: string): Promise<ReplyOf<typeof listPrintedCards>> {
  await seeDesk(tx, desk)
  const rows = await findPrinted(tx, desk)
  return { items: rows.map((row) => ({ ...row, hashes: row.hashes.toString('base64') })) }
}

/** What the team has told itself of cards, sealed; whoever is not of it sees none. */
export async function listMarks(tx: Transaction, desk: string, after: number): Promise<ReplyOf<typeof listCardMarks>> {
  await seeDesk(tx, desk)
  const rows = await findMarks(tx, desk, after, MARKS + 1)
  const items = rows.slice(0, MARKS).map(({ report, mark }) => ({ report, mark: mark.toString('base64') }))
  return { items, hasMore: rows.length > MARKS }
}
