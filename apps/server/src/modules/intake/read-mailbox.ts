// What a receipt finds. The answer for nothing, for a receipt that nobody has and for a first reply has one length, and is made the same way.
import type { Mailbox } from '@shengmian/contract'
import { mailboxOf } from '@shengmian/sealing'
import type { Transaction } from '../../platform/transaction.ts'
import { readMailbox as readStored } from './store.ts'

const SMALLEST = 16_384

/** The mailbox that a token opens, as the text that is sent. The token is 32 bytes in hexadecimal. */
export async function readMailbox(tx: Transaction, desk: string, fetch: string): Promise<string> {
  const { replies, reports } = await readStored(tx, desk, mailboxOf(fetch) ?? '')
  return padded({
    replies: replies.map((reply) => reply.toString('base64')),
    reports: reports.map((hash) => hash.toString('hex')),
    padding: '',
  })
}

function padded(mailbox: Mailbox): string {
  const bare = JSON.stringify(mailbox).length
  let size = SMALLEST
  while (size < bare) size *= 2
  return JSON.stringify({ ...mailbox, padding: '0'.repeat(size - bare) })
}
