import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { readContent, readEntriesOf } from './reading-store.ts'

type Operation = 'insert' | 'update' | 'delete' | 'baseline' | 'tombstone' | 'restore'

export interface HistoryEntry {
  readonly index: number
  readonly seq: number
  readonly op: Operation
  readonly at: string
  readonly logged: string
}

/** What happened to a record that the caller may see. */
export async function readRecordHistory(tx: Transaction, table: string, record: readonly string[]): Promise<HistoryEntry[]> {
  if ((await readContent(tx, table, record)) === null) throw new Problem('not-found')
  return (await readEntriesOf(tx, table, record)).map(({ index, entry }) => {
    const { seq, kind, op, at, logged } = JSON.parse(entry) as {
      seq: number
      kind: 'row' | 'tombstone' | 'restore'
      op: Operation
      at: string
      logged: string
    }
    return { index, seq, op: kind === 'row' ? op : kind, at, logged }
  })
}
