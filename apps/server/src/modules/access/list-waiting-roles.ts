// What a second hand has to look at.
import { Problem, type WaitingRole } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { roleView } from './views.ts'
import { findWaitingRoles, type WaitingRoleRow } from './waiting-role-store.ts'

/** A page of the roles that wait and that the caller sees; the cursor is the id of the last. */
export async function listWaitingRoles(tx: Transaction, query: { readonly cursor?: string; readonly limit: number }) {
  if (query.cursor !== undefined && !/^[0-9a-f-]{36}$/.test(query.cursor)) throw new Problem('bad-cursor')
  const rows = await findWaitingRoles(tx, { after: query.cursor, limit: query.limit + 1 })
  const shown = rows.slice(0, query.limit)
  return { items: shown.map(waitingRoleView), next: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null }
}

function waitingRoleView(row: WaitingRoleRow): WaitingRole {
  return {
    account: { id: row.account, name: row.account_name, signInName: row.sign_in_name },
    role: roleView(row),
    proposedBy: row.proposer,
    stop: row.stop,
  }
}
