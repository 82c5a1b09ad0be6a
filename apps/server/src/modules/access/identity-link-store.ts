// SQL of links with the identity provider. Row-level security decides who sees, proposes and ends one; only signing in confirms.
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { CONFIRM_DAYS } from './session-times.ts'

export interface IdentityLinkRow {
  readonly id: string
  readonly account: string
  readonly username: string
  readonly name: string
  readonly issuer: string
  readonly subject: string
  readonly proposed_name: string | null
  readonly proposed_at: Date
  readonly confirm_by: Date
  readonly confirmed_at: Date | null
  readonly ended_at: Date | null
  readonly ended_reason: string | null
  readonly state: 'proposed' | 'expired' | 'linked' | 'ended'
  readonly is_own: boolean
  /** A security administrator's own range holds the account. */
  readonly is_kept: boolean
}

/** Answers true where the account or the subject has one already. Who proposed it, and when, is written by the database. */
export async function insertLink(
  tx: Transaction,
  link: { readonly id: string; readonly account: string; readonly issuer: string; readonly subject: string },
): Promise<boolean> {
  const made = await sql`
    insert into access.identity_link (id, account, issuer, subject, proposed_by, proposed_at)
    values (${link.id}, ${link.account}, ${link.issuer}, ${link.subject}, access.account_id(), access.clock())
    on conflict do nothing`.execute(sqlOf(tx))
  return made.numAffectedRows !== 1n
}

/** Links that the caller may see, the newest first: ids are made in the order of time. */
export async function findLinks(
  tx: Transaction,
  page: { readonly before: string | null; readonly limit: number; readonly own: boolean },
): Promise<readonly IdentityLinkRow[]> {
  const { before } = page
  return links(tx)
    .$if(before !== null, (query) => query.where('l.id', '<', before ?? ''))
    .$if(page.own, (query) => query.where(isOwn))
    .orderBy('l.id', 'desc')
    .limit(page.limit)
    .execute()
}

export async function findLink(tx: Transaction, id: string): Promise<IdentityLinkRow | null> {
  return (await links(tx).where('l.id', '=', id).executeTakeFirst()) ?? null
}

/** Answers whether the caller may and did; the database signs and dates it. */
export async function endLink(tx: Transaction, id: string, reason: string): Promise<boolean> {
  const changed = await sqlOf(tx)
    .updateTable('access.identity_link')
    .set({ ended_reason: reason })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows === 1n
}

const confirmBy = sql<Date>`l.proposed_at + make_interval(days => ${CONFIRM_DAYS})`
const isOwn = sql<boolean>`l.account = (select access.account_id())`
const state = sql<
  IdentityLinkRow['state']
>`case when l.ended_at is not null then 'ended' when l.confirmed_at is not null then 'linked'
  when ${confirmBy} <= access.clock() then 'expired' else 'proposed' end`

function links(tx: Transaction) {
  return sqlOf(tx)
    .selectFrom('access.identity_link as l')
    .innerJoin('access.account as a', 'a.id', 'l.account')
    .select(['l.id', 'l.account', 'a.username', 'a.name', 'l.issuer', 'l.subject', 'l.proposed_name', 'l.proposed_at'])
    .select(['l.confirmed_at', 'l.ended_at', 'l.ended_reason'])
    .select([confirmBy.as('confirm_by'), state.as('state'), isOwn.as('is_own')])
    .select(sql<boolean>`a.area <@ (select access.scopes('security-admin'))`.as('is_kept'))
}
