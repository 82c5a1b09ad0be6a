// SQL of denials. Facts are read and written as `shengmian_audit`, which sees keys and rights of the one session and no business.
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { RoleName } from '@shengmian/contract'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { Derived } from './policies/condition.ts'
import type { Area, Row } from './policies/oracle.ts'

interface Held {
  readonly role: RoleName
  readonly authority: number
  readonly level: string
}

export interface SessionFacts {
  readonly account: string | null
  readonly person: string | null
  readonly held: readonly Held[]
  readonly recused: readonly Area[]
  readonly roles: readonly (Held & { readonly why: string })[]
  readonly lent: readonly (Held & { readonly by: string })[]
  readonly orders: readonly { readonly number: string; readonly round: string; readonly unit: string; readonly why: string }[]
  readonly recusals: readonly { readonly place: number; readonly level: string }[]
}

export async function readSessionFacts(tx: Transaction): Promise<SessionFacts> {
  const { rows } = await sql<{ facts: SessionFacts }>`
    select access.facts_of_session() || jsonb_build_object('account', access.account_id(), 'person', access.person_id(),
      'held', (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'authority', h.authority, 'level', h.level)), '[]') from access.held_roles() h),
      'recused', (select coalesce(jsonb_agg(jsonb_build_object('lo', lower(r), 'hi', upper(r))), '[]') from unnest(access.recused()) r)) as facts`.execute(
    sqlOf(tx),
  )
  const facts = rows[0]?.facts
  if (facts === undefined) throw new Error('no facts of the session')
  return facts
}

/** The keys of a row, or null where there is none of that id. Of several bodies' rows with one id, the first. */
export async function readKeys(tx: Transaction, table: string, id: string): Promise<Row | null> {
  const { rows } = await sql<{ keys: Row }>`select k as keys from access.keys_of(${table}, ${id}::uuid) k limit 1`.execute(
    sqlOf(tx),
  )
  return rows[0]?.keys ?? null
}

/** What the database derives for the session. `from` is a word of the policies, never of a request. */
export async function readDerived(tx: Transaction, from: Derived, roles: readonly RoleName[]): Promise<readonly Row[]> {
  const wanted = roles.length === 0 ? sql`` : sql`variadic ${[...roles]}::text[]`
  const { rows } = await sql<{ row: Row }>`select to_jsonb(d) as row from ${sql.raw(`access.${from}`)}(${wanted}) d`.execute(
    sqlOf(tx),
  )
  return rows.map(({ row }) => row)
}

/** Whether a refusal of the session's account is still written down whole. If not, it is counted. */
export async function isWrittenWhole(tx: Transaction, endpoint: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ whole: boolean }>`select access.is_written_whole(${endpoint}, ${code}) as whole`.execute(sqlOf(tx))
  return rows[0]?.whole === true
}

/** Counts of what was not written whole, the newest hours first. */
export async function findTallies(tx: Transaction, most: number) {
  return sqlOf(tx)
    .selectFrom('access.denial_tally')
    .select(['account', 'account_name', 'authority', 'level', 'hour', 'endpoint', 'code', 'times', 'last_at'])
    .orderBy('hour', 'desc')
    .orderBy('times', 'desc')
    .orderBy('account')
    .orderBy('endpoint')
    .limit(most)
    .execute()
}

export interface NewDenial {
  readonly account: string
  readonly endpoint: string
  readonly params: Readonly<Record<string, string>>
  readonly code: string
  readonly said: object
  readonly subject: string | null
  readonly command: string
  readonly rule: object
  readonly facts: object
}

export async function insertDenial(tx: Transaction, denial: NewDenial): Promise<void> {
  const { endpoint, code, subject, command } = denial
  const json = (value: object) => JSON.stringify(value)
  await sql`
    insert into access.denial (id, at, account, account_name, authority, level, endpoint, params, code, said, subject, command, rule, facts)
    values (${v7()}, access.clock(), ${denial.account}, '', 0, '', ${endpoint}, ${json(denial.params)}, ${code}, ${json(denial.said)}, ${subject},
      ${command}, ${json(denial.rule)}, ${json(denial.facts)})`.execute(sqlOf(tx))
}

/** Denials before an id, the newest first: ids are made in the order of time. */
export async function findDenials(
  tx: Transaction,
  page: {
    readonly before: string | undefined
    readonly limit: number
    readonly account: string | undefined
    readonly search: string | undefined
  },
) {
  const { before, account, search } = page
  return sqlOf(tx)
    .selectFrom('access.denial')
    .select([
      'id',
      'at',
      'account',
      'account_name',
      'authority',
      'level',
      'endpoint',
      'params',
      'code',
      'said',
      'subject',
      'command',
    ])
    .select(['rule', 'facts'])
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? ''))
    .$if(account !== undefined, (query) => query.where('account', '=', account ?? ''))
    .$if(search !== undefined, (query) => query.where((eb) => eb(sql<number>`strpos(account_name, ${search ?? ''})`, '>', 0)))
    .orderBy('id', 'desc')
    .limit(page.limit)
    .execute()
}
