// Engagement orders: the leading group of the commissioning body opens targets to people, and closes them.
import { Problem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import {
  endOrders,
  findOrdersOfRound,
  insertOrders,
  type EngagementOrder,
  type OrderChoice,
  type OrderRow,
} from './order-store.ts'

/** Issues orders in the caller's transaction. Two hands: whoever approves did not propose; the database refuses it too. */
export async function issueOrders(tx: Transaction, orders: readonly EngagementOrder[]): Promise<void> {
  if (orders.some((order) => order.proposedBy === order.approvedBy)) {
    throw new Problem('not-allowed', { zh: '提出人不能批准自己提出的授权', en: 'Whoever proposed an order cannot approve it' })
  }
  await insertOrders(tx, orders)
}

/** Revokes the orders of a round, of one person or on one unit; answers how many. */
export async function revokeOrders(tx: Transaction, choice: OrderChoice, by: string, reason: string): Promise<number> {
  return endOrders(tx, choice, by, reason)
}

/** All orders of a round that the caller may see, revoked ones included. */
export async function ordersOfRound(tx: Transaction, authority: number, round: string): Promise<readonly OrderRow[]> {
  return findOrdersOfRound(tx, authority, round)
}
