// The rows that are there, as the oracle reads them: what each caller may see and do is worked out from them in plain code.
import type pg from 'pg'
import { covers, type Command, type TablePolicy } from '../../modules/access/policies/condition.ts'
import type { Row, Standing } from '../../modules/access/policies/oracle.ts'
import { tablePolicies } from '../../modules/access/policies/tables.ts'
import { allows, standingOf } from '../../modules/access/policies/testing/standing.ts'
import { NOW } from '../../modules/access/policies/testing/values.ts'
import type { MatrixCaller } from './callers.ts'
import type { Effect } from './server.ts'

/** Rows of a nation's register, which everybody signed in reads, and the record of the trials themselves; they decide nothing. */
const PUBLIC = [
  'access.denial',
  'access.denial_tally',
  'registry.region',
  'registry.region_edition',
  'platform.idempotency',
  'rounds.step',
]

/** Proposals of erasure have functions of the database around them and no policy: who reads and approves them is written here once more. */
export const ERASURES: TablePolicy = {
  table: 'ledger.erasure',
  key: 'authority',
  select: covers('authority', 'office', 'leading-group'),
}

export type Snapshot = ReadonlyMap<string, readonly Row[]>

export async function snapshotOf(admin: pg.Pool): Promise<Snapshot> {
  const tables = tablePolicies.map((policy) => policy.table).filter((table) => !PUBLIC.includes(table))
  const parts = tables.map((table) => {
    const few =
      table === 'registry.unit' ? ` where t.source = 'office' or exists (select from rounds.target x where x.unit = t.id)` : ''
    return `select '${table}' as name, coalesce((select jsonb_agg(to_jsonb(t) - '{problem,plan,keeps_plan,content,comparison,tickets}'::text[]) from ${table} t${few}), '[]') as rows`
  })
  parts.push(
    `select '${ERASURES.table}' as name, coalesce((select jsonb_agg(to_jsonb(e) || jsonb_build_object('authority', lower(e.area))) from ledger.erasure e), '[]') as rows`,
  )
  const { rows } = await admin.query<{ name: string; rows: Row[] }>(parts.join(' union all '))
  return new Map(rows.map((row) => [row.name, row.rows]))
}

/** The database role through which a session reaches a table. */
export function doorOf(table: string): 'app' | 'lead' {
  return policyOf(table).doors?.[0] ?? 'app'
}

export function policyOf(table: string): TablePolicy {
  const policy = [...tablePolicies, ERASURES].find((candidate) => candidate.table === table)
  if (policy === undefined) throw new Error(`${table} has no policy`)
  return policy
}

/** What a caller has in the world of a snapshot. */
export function standing(snapshot: Snapshot, caller: MatrixCaller, more: readonly Effect[] = []): Standing {
  const rows = new Map(snapshot)
  for (const { table, new: row, command } of more)
    if (command === 'insert' && row !== null) rows.set(table, [...(rows.get(table) ?? []), row])
  const secret = caller.token ?? ''
  rows.set('access.session', [
    {
      account: caller.account,
      expires_at: '2099-01-01',
      awaits_second: false,
      awaits_passphrase: false,
      awaits_factor: false,
      locked_at: null,
      updated_at: new Date(NOW).toISOString(),
      leads_until: '2099-01-01',
    },
  ])
  const one = { account: caller.account, secret }
  return standingOf({ callers: [one], rows, candidates: () => [] }, one, tablePolicies)
}

/** Whether a caller might have written what another wrote; where the policy wants one's own account, it would be his. */
export function mayWrite(effect: Effect, by: Standing, writer: string | null): boolean {
  const policy = policyOf(effect.table)
  const may = (command: Command, row: Row | null): boolean => row !== null && allows(policy, command, by, row)
  switch (effect.command) {
    case 'insert':
      return may('insert', asOwn(policy, 'insert', effect.new, by, writer))
    case 'update':
      return (
        may('update', effect.old) &&
        may('select', effect.old) &&
        may('update', asOwn(policy, 'update', effect.new, by, writer, effect.old))
      )
    case 'delete':
      return may('delete', effect.old) && may('select', effect.old)
  }
}

/** The row with the caller's account where the policy asks for it and the writer had put his. */
export function asOwn(
  policy: TablePolicy,
  command: 'insert' | 'update',
  row: Row | null,
  by: Standing,
  writer: string | null,
  old: Row | null = null,
): Row | null {
  if (row === null) return null
  const columns = ownColumns(policy, command)
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      columns.includes(name) && value === writer && value !== old?.[name] ? by.account : value,
    ]),
  )
}

const OWN_COLUMN = /"kind":"own-account","column":"([a-z_]+)"/g

function ownColumns(policy: TablePolicy, command: 'insert' | 'update'): readonly string[] {
  return [...JSON.stringify(policy[command] ?? {}).matchAll(OWN_COLUMN)].map((match) => match[1] ?? '')
}
