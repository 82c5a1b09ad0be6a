import { sql } from 'kysely'
import { sqlOf } from '../../../platform/database.ts'
import type { Transaction } from '../../../platform/transaction.ts'

export interface SummaryRow {
  readonly authority: number
  readonly id: string
  readonly year: number
  readonly number: number
  readonly title: string
  readonly kinds: string[]
  readonly mode: string
  readonly types: string[]
  readonly elevated: boolean
  readonly state: string
  readonly starts: string
  readonly ends: string
  readonly programme: string | null
  readonly targets: number
  readonly teams: number
  readonly people: number
}

interface Wanted {
  readonly limit: number
  readonly after: { readonly starts: string; readonly id: string } | null
  readonly kind: string | null
  readonly state: string | null
  readonly authority: number | null
  readonly search: string | null
}

/**
 * What an office covers from above, as summaries; and the rounds in which it takes part (sends, is inspected, or a member is ordered),
 * as far as the policies show them.
 */
const seen = sql`(
  select * from rounds.summaries()
  union
  select r.authority, r.id, r.year, r.number, r.title, r.kinds, r.mode, r.types, r.elevated, r.state, r.starts, r.ends, r.planned_ends, r.programme,
    (select count(*) from rounds.target t where t.round = r.id),
    (select count(*) from rounds.team t where t.round = r.id),
    (select count(*) from rounds.member m where m.round = r.id)
  from rounds.round r
  where not (select access.scopes('office', 'leading-group')) @> r.authority)`

/** Newest first, from a cursor on. What an upper office may see of a lower one's rounds is decided by rounds.summaries(). */
export async function summariesAfter(tx: Transaction, wanted: Wanted): Promise<readonly SummaryRow[]> {
  const { after, kind, state, authority, search } = wanted
  const { rows } = await sql<SummaryRow>`
    select * from ${seen} s
    where true
      ${after === null ? sql`` : sql`and (s.starts, s.id) < (${after.starts}::date, ${after.id}::uuid)`}
      ${kind === null ? sql`` : sql`and ${kind} = any (s.kinds)`}
      ${state === null ? sql`` : sql`and s.state = ${state}`}
      ${authority === null ? sql`` : sql`and s.authority = ${authority}`}
      ${search === null ? sql`` : sql`and position(${search} in s.title) > 0`}
    order by s.starts desc, s.id desc limit ${wanted.limit}`.execute(sqlOf(tx))
  return rows
}

/** Rounds whose window touches these days. */
export async function summariesBetween(
  tx: Transaction,
  from: string,
  to: string,
  authority: number | null,
): Promise<readonly SummaryRow[]> {
  const { rows } = await sql<SummaryRow>`
    select * from ${seen} s
    where s.starts <= ${to}::date and s.ends >= ${from}::date and s.state <> 'withdrawn'
      ${authority === null ? sql`` : sql`and s.authority = ${authority}`}
    order by s.starts, s.authority, s.id limit 2000`.execute(sqlOf(tx))
  return rows
}

export interface ClashRow {
  readonly kind: 'person' | 'target'
  readonly thing: string
  readonly name: string
  readonly round_a: string
  readonly title_a: string
  readonly round_b: string
  readonly title_b: string
  readonly from_date: string
  readonly to_date: string
}

/** The same person or target in two rounds at one time; rounds outside the caller's sight appear by title only. */
export async function clashesBetween(tx: Transaction, from: string, to: string): Promise<readonly ClashRow[]> {
  const { rows } = await sql<ClashRow>`
    select * from rounds.clashes(${from}::date, ${to}::date) order by from_date, kind, thing limit 2000`.execute(sqlOf(tx))
  return rows
}
