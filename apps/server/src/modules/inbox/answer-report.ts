// Replies are sealed and signed on the device; the server checks only that each continues the chain, so that two inspectors who answer
// at once do not break it for the reporter.
import { hash } from 'node:crypto'
import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { findMailbox, findReplies, insertReply, takeMailbox } from './reply-store.ts'

export async function listReplies(
  tx: Transaction,
  desk: string,
  number: number,
): Promise<{ items: { seq: number; day: string; envelope: string }[] }> {
  const mailbox = await findMailbox(tx, desk, number)
  if (mailbox === null) throw new Problem('not-found')
  const replies = await findReplies(tx, desk, mailbox)
  return { items: replies.map(({ seq, day, envelope }) => ({ seq, day, envelope: envelope.toString('base64') })) }
}

export async function answerReport(
  tx: Transaction,
  desk: string,
  number: number,
  reply: { readonly seq: number; readonly prev: string | null; readonly envelope: string },
): Promise<void> {
  const mailbox = await findMailbox(tx, desk, number)
  if (mailbox === null) throw new Problem('not-found')
  await takeMailbox(tx, desk, mailbox)
  const last = (await findReplies(tx, desk, mailbox)).at(-1)
  const expected = last === undefined ? null : hash('sha256', last.envelope)
  if (reply.seq !== (last?.seq ?? 0) + 1 || reply.prev !== expected) throw new Problem('changed-meanwhile')
  await insertReply(tx, { desk, mailbox, seq: reply.seq, envelope: Buffer.from(reply.envelope, 'base64') })
}
