// Retention: says which records have been kept long enough, and proposes their erasure. It destroys nothing: that takes two others.
import { Problem, type BodyOf, type listRetention, type proposeDueErasures, type ReplyOf } from '@shengmian/contract'
import type { Caller } from '../../http/serve.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { listErasures, proposeSeen } from './erase-record.ts'
import type { RetentionRule } from './retention-rules.ts'
import { readDue, type DueRow } from './retention-store.ts'

/** So many of each kind are shown; whoever has proposed them sees the next. */
const SHOWN = 200

/** The rules, and what is due in the caller's range. */
export async function listDue(
  tx: Transaction,
  caller: Caller,
  rules: readonly RetentionRule[],
): Promise<ReplyOf<typeof listRetention>> {
  const waiting = new Set(
    (await listErasures(tx, caller)).filter(({ doneAt }) => doneAt === null).map(({ table, record }) => `${table} ${record}`),
  )
  const found: { rule: RetentionRule; rows: readonly DueRow[] }[] = []
  for (const rule of rules) found.push({ rule, rows: await readDue(tx, rule, { most: SHOWN }) })
  return {
    rules: found.map(({ rule, rows }) => ({ ...rule, due: rows[0]?.total ?? 0 })),
    items: found.flatMap(({ rule, rows }) =>
      rows.map(({ record, label, since, due }) => ({
        kind: rule.kind,
        table: rule.table,
        record: record.join('/'),
        label,
        since,
        due,
        isProposed: waiting.has(`${rule.table} ${record.join('/')}`),
      })),
    ),
  }
}

/** Proposes those that are due; all or none. */
export async function proposeDue(
  tx: Transaction,
  caller: Caller,
  rules: readonly RetentionRule[],
  { items }: BodyOf<typeof proposeDueErasures>,
): Promise<ReplyOf<typeof proposeDueErasures>> {
  const due = new Map<string, { readonly rule: RetentionRule; readonly row: DueRow }>()
  for (const rule of rules) {
    const records = items.filter(({ kind }) => kind === rule.kind).map(({ record }) => record)
    if (records.length === 0) continue
    for (const row of await readDue(tx, rule, { records, most: records.length }))
      due.set(`${rule.kind} ${row.record.join('/')}`, { rule, row })
  }
  const proposed: ReplyOf<typeof proposeDueErasures>['items'] = []
  for (const { id, kind, record } of items) {
    const found = due.get(`${kind} ${record}`)
    if (found === undefined) throw new Problem('not-found')
    const { rule, row } = found
    const basis = `${rule.basis}（保存${rule.years}年，自${row.since}起，${row.due}届满）`
    proposed.push(await proposeSeen(tx, caller, { id, table: rule.table, record, basis }))
  }
  return { items: proposed }
}
