import { Problem as Refusal } from '@shengmian/contract'
import type { FileReply } from '../../../http/serve.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { findTermPlan } from '../terms/term-store.ts'
import { findCalendarVersion } from './version-store.ts'

/** The files of the newest version, byte for byte as they were verified. */
export async function calendarFile(tx: Transaction, id: string, file: 'problem.json' | 'plan.json'): Promise<FileReply> {
  await findTermPlan(tx, id)
  const row = await findCalendarVersion(tx, id)
  if (row === null) throw new Refusal('not-there-yet', { zh: '还没有排期，请先排', en: 'There is no calendar yet: make one' })
  const text = file === 'problem.json' ? row.problem : row.calendar
  return { file: Buffer.from(text), name: `calendar-${row.version}-${file}`, type: 'application/json' }
}
