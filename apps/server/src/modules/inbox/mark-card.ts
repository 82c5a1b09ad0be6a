import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { insertMark } from './card-store.ts'
import { findReports } from './store.ts'
import { takeableDesk } from './takeable-desk.ts'

const LENGTH = 56

/** Keeps a sealed mark beside its report. Which of the team lays it down says nothing that taking the report has not said. */
export async function markCard(tx: Transaction, code: string, report: number, mark: string): Promise<void> {
  const { authority } = await takeableDesk(tx, code)
  if ((await findReports(tx, code, [report])).length === 0) throw new Problem('not-found')
  const bytes = Buffer.from(mark, 'base64')
  if (bytes.length !== LENGTH)
    throw new Problem('unfit', {
      errors: [{ at: 'mark', zh: `密封标记是${LENGTH}字节`, en: `a sealed mark has ${LENGTH} bytes` }],
    })
  await insertMark(tx, { desk: code, authority, report, mark: bytes })
}
