// Sealed bytes on their way to the device that opens them: one report or one attachment a request. Whether a desk, a number or a right is
// missing, the answer is the same.
import { Problem } from '@shengmian/contract'
import type { FileReply } from '../../http/serve.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { findAttachment, findEnvelope } from './store.ts'

const TYPE = 'application/octet-stream'

export async function takeReport(tx: Transaction, desk: string, number: number): Promise<FileReply> {
  const envelope = await findEnvelope(tx, desk, number)
  if (envelope === null) throw new Problem('not-found')
  return { file: envelope, name: `${desk}-${number}.age`, type: TYPE }
}

export async function takeAttachment(tx: Transaction, desk: string, number: number, id: string): Promise<FileReply> {
  const file = await findAttachment(tx, desk, number, id)
  if (file === null) throw new Problem('not-found')
  return { file, name: `${id.slice(0, 16)}.age`, type: TYPE }
}
