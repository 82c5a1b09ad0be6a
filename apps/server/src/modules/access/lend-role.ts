// A standing role is lent to a colleague for at most thirty days: its holder proposes, somebody who could have granted it approves,
// either takes it back. It ends by itself, and with the role it comes from.
import { Problem, type Delegation, type ProblemItem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { endDelegation, findColleague, findDelegation, findDelegations, insertDelegation } from './delegation-store.ts'
import { approveRow, findHeldRoles, readClock } from './store.ts'
import { delegationView } from './views.ts'

const LONGEST_DAYS = 30
const LENDABLE = [
  'office',
  'leading-group',
  'inspected-head',
  'inspected-liaison',
  'department',
  'rectification-reviewer',
  'scorer',
] as const

export interface LendingWish {
  readonly id: string
  readonly role: string
  readonly to: string
  readonly from?: string
  readonly until: string
  readonly reason: string
}

/** Proposes to lend a role that the caller holds himself; what is lent to him he cannot lend on. */
export async function lendRole(tx: Transaction, wish: LendingWish, caller: string): Promise<Delegation> {
  const held = (await findHeldRoles(tx, caller)).find((role) => role.id === wish.role && role.lent_by === null)
  if (held === undefined) throw new Problem('not-found')
  const now = await readClock(tx)
  const starts = wish.from === undefined ? now : new Date(wish.from)
  const ends = new Date(wish.until)
  const errors = faultsOf(held, starts, ends, now)
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const to = await findColleague(tx, wish.to)
  if (to === null) {
    const error = { at: 'body/to', zh: '本单位及下级没有这个账号', en: 'your body and those below it have no such account' }
    throw new Problem('unfit', { errors: [error] })
  }
  const { id, reason } = wish
  const from = wish.from === undefined ? null : starts
  if (!(await insertDelegation(tx, { id, standingRole: held.id, from: caller, to, starts: from, ends, reason })))
    throw new Problem('not-allowed')
  return readOne(tx, id)
}

export async function approveDelegation(tx: Transaction, id: string, by: string): Promise<Delegation> {
  const delegation = await readOne(tx, id)
  if (delegation.state !== 'proposed')
    throw new Problem('wrong-state', { zh: '不在待批准状态', en: 'It does not wait for approval' })
  if (!delegation.acts.includes('approve') || !(await approveRow(tx, 'access.delegation', id, by))) {
    const two = { zh: '出借人和接受人都不能批准这次委托', en: 'Neither who lends nor who receives can approve' }
    throw new Problem('not-allowed', delegation.from.id === by || delegation.to.id === by ? two : {})
  }
  return readOne(tx, id)
}

export async function revokeDelegation(tx: Transaction, id: string, by: string, reason: string): Promise<Delegation> {
  const delegation = await readOne(tx, id)
  if (delegation.state === 'revoked' || delegation.state === 'ended')
    throw new Problem('wrong-state', { zh: '委托已经结束', en: 'The delegation has ended' })
  if (!(await endDelegation(tx, id, by, reason))) throw new Problem('not-allowed')
  return readOne(tx, id)
}

/** A page of delegations that the caller lends, receives or keeps; the cursor is the id of the last. */
export async function listDelegations(tx: Transaction, cursor: string | undefined, limit: number) {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new Problem('bad-cursor')
  const rows = await findDelegations(tx, { before: cursor ?? null, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  return { items: shown.map(delegationView), next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null }
}

async function readOne(tx: Transaction, id: string): Promise<Delegation> {
  const row = await findDelegation(tx, id)
  if (row === null) throw new Problem('not-found')
  return delegationView(row)
}

function faultsOf(
  held: { readonly role: string; readonly ends: Date | null },
  starts: Date,
  ends: Date,
  now: Date,
): readonly ProblemItem[] {
  const longest = starts.getTime() + LONGEST_DAYS * 86_400_000
  return [
    ...(LENDABLE.some((role) => role === held.role)
      ? []
      : [{ at: 'body/role', zh: '这个角色不得委托他人', en: 'this role cannot be lent' }]),
    ...(ends <= starts || ends <= now
      ? [{ at: 'body/until', zh: '结束时间须晚于开始时间和现在', en: 'the end lies after the start and now' }]
      : []),
    ...(ends.getTime() > longest ? [{ at: 'body/until', zh: '委托最长三十天', en: 'at most thirty days' }] : []),
    ...(held.ends !== null && ends > held.ends
      ? [{ at: 'body/until', zh: '不能长于本人的任期', en: 'not longer than one’s own term' }]
      : []),
  ]
}
