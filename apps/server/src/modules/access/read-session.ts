// "Who am I, in what capacity, until when": the one line at the head of every page.
import { Problem, type SessionView } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { findOwnCharges } from './charge-store.ts'
import { readEmergencyNow } from './emergency-store.ts'
import { findOwnOrders } from './order-store.ts'
import { IDLE_MINUTES, LOCK_MINUTES, LONGEST_HOURS } from './session-times.ts'
import { findHeldRoles, readOwnAccount, readSessionWindow } from './store.ts'
import { ownChargeView, ownOrderView, roleView } from './views.ts'

/** More orders in force than this are read page by page from the list of own orders. */
const SHOWN_ORDERS = 200

/** The account of the session with the roles and orders in force now. */
export async function readSession(tx: Transaction): Promise<SessionView> {
  const account = await readOwnAccount(tx)
  const window = await readSessionWindow(tx)
  if (account === null || window === null) throw new Problem('not-signed-in')
  const roles = await findHeldRoles(tx, account.id)
  const orders = account.person === null ? [] : await findOwnOrders(tx, { before: null, limit: SHOWN_ORDERS, inForce: true })
  return {
    account: { id: account.id, name: account.name, signInName: account.username },
    person: account.person,
    roles: roles.map(roleView),
    orders: orders.map(ownOrderView),
    charges: (await findOwnCharges(tx)).map(ownChargeView),
    lockMinutes: LOCK_MINUTES,
    emergency: await readEmergencyNow(tx),
    leadsUntil: window.leads?.toISOString() ?? null,
    idleMinutes: IDLE_MINUTES,
    expiresAt: window.expires.toISOString(),
    endsAt: new Date(window.began.getTime() + LONGEST_HOURS * 3_600_000).toISOString(),
  }
}

/** A page of the caller's own orders, past ones included; the cursor is the id of the last. */
export async function listOwnOrders(tx: Transaction, cursor: string | undefined, limit: number) {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new Problem('bad-cursor')
  const rows = await findOwnOrders(tx, { before: cursor ?? null, limit: limit + 1, inForce: false })
  const items = rows.slice(0, limit)
  return { items: items.map(ownOrderView), next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
