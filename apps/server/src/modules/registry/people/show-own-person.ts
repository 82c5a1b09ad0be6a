import type { Person } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { selectOwnPerson } from './person-store.ts'
import { personView } from './person-views.ts'

/** What the pool holds of the caller himself; `null` where his account belongs to nobody of one. */
export async function showOwnPerson(tx: Transaction): Promise<Person | null> {
  const row = await selectOwnPerson(tx)
  return row === null ? null : personView(row)
}
