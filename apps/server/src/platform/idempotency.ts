// A mutating request acts once, however often it is sent: the first reply is kept under the caller's key in the same transaction.
import { createHash } from 'node:crypto'
import { Problem } from '@shengmian/contract'
import { sqlOf } from './database.ts'
import type { Transaction } from './transaction.ts'

export interface Kept {
  readonly status: number
  readonly reply: unknown
}

/** What makes two requests the same: method, address, body and uploaded bytes. */
export function fingerprintOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/**
 * Claims a key for this request. Answers the kept reply when the same request came before; throws `key-reused` when another did.
 * Two at once: the second waits at the unique key until the first commits, and then sees its reply.
 */
export async function claimKey(tx: Transaction, account: string, key: string, fingerprint: string): Promise<Kept | null> {
  const db = sqlOf(tx)
  const claimed = await db
    .insertInto('platform.idempotency')
    .values({ account, key, fingerprint, status: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (claimed.numInsertedOrUpdatedRows === 1n) return null
  const kept = await db
    .selectFrom('platform.idempotency')
    .select(['fingerprint', 'status', 'reply'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (kept.fingerprint !== fingerprint) throw new Problem('key-reused')
  return { status: kept.status, reply: kept.reply }
}

/** Keeps the reply under the claimed key. */
export async function keepReply(tx: Transaction, account: string, key: string, kept: Kept): Promise<void> {
  await sqlOf(tx)
    .updateTable('platform.idempotency')
    .set({ status: kept.status, reply: kept.reply === undefined ? null : JSON.stringify(kept.reply) })
    .where('account', '=', account)
    .where('key', '=', key)
    .execute()
}

/** Drops the keys of more than 48 hours ago. */
export async function dropOldKeys(tx: Transaction, now: Date): Promise<void> {
  await sqlOf(tx)
    .deleteFrom('platform.idempotency')
    .where('at', '<', new Date(now.getTime() - 48 * 3_600_000))
    .execute()
}
