// SQL of the record of reads: one row for every read of evidence and every export; whose it is comes from the session.
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface ReadingRow {
  readonly id: string
  readonly at: Date
  readonly account: string
  readonly account_name: string
  readonly authority: number
  readonly level: string
  readonly endpoint: string
  readonly kind: string
  readonly params: unknown
}

export async function insertReading(
  tx: Transaction,
  reading: { readonly endpoint: string; readonly kind: string; readonly params: Readonly<Record<string, string>> },
): Promise<void> {
  await sql`
    insert into access.reading (id, at, account, account_name, authority, level, endpoint, kind, params)
    values (${v7()}, access.clock(), access.account_id(), '', 0, '', ${reading.endpoint}, ${reading.kind}, ${JSON.stringify(reading.params)})`.execute(
    sqlOf(tx),
  )
}

/** Reads before an id, the newest first: ids are made in the order of time. */
export async function findReadings(
  tx: Transaction,
  page: { readonly before: string | undefined; readonly limit: number; readonly account: string | undefined },
): Promise<readonly ReadingRow[]> {
  const { before, account } = page
  return sqlOf(tx)
    .selectFrom('access.reading')
    .select(['id', 'at', 'account', 'account_name', 'authority', 'level', 'endpoint', 'kind', 'params'])
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
}

export interface RateRow extends Pick<ReadingRow, 'account' | 'account_name' | 'authority' | 'level'> {
  readonly week: number
  readonly day: number
  readonly busiest_hour: number
}

/** Reads of evidence by account over seven days, the busiest hour first. */
export async function findReadingRates(tx: Transaction, most: number): Promise<readonly RateRow[]> {
  const { rows } = await sql<RateRow>`
    with hours as (
      select account, account_name, authority, level, date_trunc('hour', at) as hour, count(*)::int as reads
      from access.reading where kind = 'evidence' and at > access.clock() - interval '7 days' group by 1, 2, 3, 4, 5
    )
    select account, account_name, authority, level, sum(reads)::int as week, max(reads) as busiest_hour,
      coalesce(sum(reads) filter (where hour > access.clock() - interval '1 day'), 0)::int as day
    from hours group by 1, 2, 3, 4 order by busiest_hour desc, account limit ${most}`.execute(sqlOf(tx))
  return rows
}
