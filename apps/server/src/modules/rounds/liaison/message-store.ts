import { sql, type Insertable, type Selectable } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { RoundsLiaisonMessage } from '../../../platform/tables.generated.ts'
import type { Transaction } from '../../../platform/transaction.ts'

type MessageTable = Selectable<RoundsLiaisonMessage>
export interface MessageRow extends MessageTable {
  readonly name: string
  readonly place_name: string
  readonly phone: string | null
}

/** One row for each recipient, newest message first, recipients by place; of one message, or of all. */
export async function messagesOf(tx: Transaction, authority: number, message?: string): Promise<readonly MessageRow[]> {
  return sqlOf(tx)
    .selectFrom('rounds.liaison_message as m')
    .innerJoin('rounds.charge as c', (join) => join.onRef('c.authority', '=', 'm.authority').onRef('c.id', '=', 'm.charge'))
    .selectAll('m')
    .select(['c.name', 'c.place_name', 'c.phone'])
    .where('m.authority', '=', authority)
    .$if(message !== undefined, (query) => query.where('m.message', '=', message ?? ''))
    .orderBy('m.sent_at', 'desc')
    .orderBy('m.message')
    .orderBy('m.place')
    .orderBy('m.id')
    .limit(5000)
    .execute()
}

const SHOWN = 200

/** Messages to an account, unanswered first, newest first; one of them, or as many as a page shows. */
export async function messagesTo(tx: Transaction, account: string, id?: string): Promise<readonly MessageTable[]> {
  return sqlOf(tx)
    .selectFrom('rounds.liaison_message')
    .selectAll()
    .where('account', '=', account)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .orderBy(sql`acknowledged_at is not null`)
    .orderBy('sent_at', 'desc')
    .limit(SHOWN)
    .execute()
}

export async function insertMessages(tx: Transaction, rows: readonly Insertable<RoundsLiaisonMessage>[]): Promise<void> {
  await sqlOf(tx)
    .insertInto('rounds.liaison_message')
    .values([...rows])
    .execute()
}

/** Answers whether it was still open and the caller's own. */
export async function acknowledgeRow(
  tx: Transaction,
  id: string,
  account: string,
  reply: string | null,
  at: Date,
): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('rounds.liaison_message')
    .set({ acknowledged_at: at, reply })
    .where('id', '=', id)
    .where('account', '=', account)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}
