// SQL of the book of a desk: decisions with their running numbers, and what else was done with a report.
import type { Verdict } from '@shengmian/contract'
import { sql } from 'kysely'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'

export interface DecisionRow {
  readonly position: number
  readonly report: number
  readonly verdict: Verdict
  readonly running: number
  readonly addressee: string | null
  readonly reason: string
  readonly by_name: string
  readonly decided_on: string
}

const columns = sql`position, report, verdict, running, addressee, reason, by_name, decided_on`

/** The last decision on each of these reports. */
export async function findLastDecisions(
  tx: Transaction,
  desk: string,
  reports: readonly number[],
): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select distinct on (report) ${columns} from intake.decision
    where desk = ${desk} and report = any (${reports}::bigint[]) order by report, position desc`.execute(sqlOf(tx))
  return rows
}

export async function findDecisions(
  tx: Transaction,
  desk: string,
  before: number | null,
  limit: number,
): Promise<readonly DecisionRow[]> {
  const { rows } = await sql<DecisionRow>`
    select ${columns} from intake.decision where desk = ${desk} and (${before}::int is null or position < ${before}::int)
    order by position desc limit ${limit}`.execute(sqlOf(tx))
  return rows
}

export async function countVerdicts(tx: Transaction, desk: string): Promise<ReadonlyMap<Verdict, number>> {
  const { rows } = await sql<{ verdict: Verdict; count: number }>`
    select verdict, count(*)::int as count from (
      select distinct on (report) verdict from intake.decision where desk = ${desk} order by report, position desc
    ) last group by verdict`.execute(sqlOf(tx))
  return new Map(rows.map(({ verdict, count }) => [verdict, count]))
}

export interface NewDecision {
  readonly desk: string
  readonly authority: number
  readonly report: number
  readonly verdict: Verdict
  readonly addressee: string | null
  readonly reason: string
  readonly by: { readonly id: string; readonly name: string }
}

/** Appends to the book, whose numbers have no gap: one writer at a time. */
export async function appendDecision(tx: Transaction, decision: NewDecision): Promise<DecisionRow> {
  const { desk, verdict, by } = decision
  await sql`select pg_advisory_xact_lock(hashtextextended(${`book ${desk}`}, 0))`.execute(sqlOf(tx))
  const { rows } = await sql<DecisionRow>`
    insert into intake.decision (desk, authority, report, position, verdict, running, addressee, reason, by_account, by_name, decided_on)
    select ${desk}, ${decision.authority}::bigint, ${decision.report}::bigint, coalesce(max(position), 0) + 1, ${verdict},
      coalesce(max(running) filter (where verdict = ${verdict}), 0) + 1, ${decision.addressee}, ${decision.reason}, ${by.id}::uuid, ${by.name},
      (access.clock() at time zone 'Asia/Shanghai')::date
    from intake.decision where desk = ${desk} returning ${columns}`.execute(sqlOf(tx))
  const [row] = rows
  if (row === undefined) throw new Error('a decision left no row')
  return row
}
