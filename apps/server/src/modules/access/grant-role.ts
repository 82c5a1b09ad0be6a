// Standing roles are granted by two hands and ended here. Range, self-grant, what an office may hand out and the second hand are held by
// the database itself.
import { Problem, type Account, type ProblemItem } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { atItsField } from './at-its-field.ts'
import { authorityOf } from './authority.ts'
import { showAccount } from './manage-accounts.ts'
import { approveRow, endRole, findRoles, insertRole, readAccount } from './store.ts'

export interface RoleWish {
  readonly id: string
  readonly role: string
  readonly authority: string
  readonly body: string
  readonly unit?: string | null
  readonly from?: string
  readonly until?: string | null
}

/** Proposes a role; it opens nothing until somebody else who could have granted it approves. */
export async function grantRole(tx: Transaction, account: string, wish: RoleWish, by: string): Promise<Account> {
  const row = await readAccount(tx, account)
  if (row.disabled_at !== null) throw new Problem('wrong-state', { zh: '账号已经停用', en: 'The account is closed' })
  if (account === by) throw new Problem('not-allowed', { zh: '任何人不得给自己授权', en: 'Nobody grants a role to himself' })
  const errors = faultsOf(wish)
  if (errors.length > 0) throw new Problem('unfit', { errors })
  const { id, role, body, unit = null, from = null, until = null } = wish
  const work = insertRole(tx, { id, account, role, body, unit, from, until, by, ...authorityOf(wish.authority) })
  await atItsField(work, {
    '42501': ['not-allowed', 'role', '您不能在这个地区授予这个角色', 'you cannot grant this role at this place'],
  })
  return showAccount(tx, account)
}

/** Ends a role at once; the account is signed out everywhere. */
export async function revokeRole(tx: Transaction, account: string, role: string, by: string, reason: string): Promise<Account> {
  const held = (await findRoles(tx, [account])).find((candidate) => candidate.id === role)
  if (held === undefined) throw new Problem('not-found')
  if (held.revoked_at !== null) throw new Problem('wrong-state', { zh: '授权已经撤销', en: 'The role has been revoked already' })
  if (!(await endRole(tx, account, role, by, reason))) throw new Problem('not-allowed')
  return showAccount(tx, account)
}

/** Approves what another proposed; from now on the role holds, and the account is signed out everywhere. */
export async function approveRole(tx: Transaction, account: string, role: string, by: string): Promise<Account> {
  const proposed = (await findRoles(tx, [account])).find((candidate) => candidate.id === role)
  if (proposed === undefined) throw new Problem('not-found')
  if (!proposed.is_pending || proposed.revoked_at !== null)
    throw new Problem('wrong-state', { zh: '这项授权不在待批准状态', en: 'The role does not wait for approval' })
  if (proposed.granted_by === by)
    throw new Problem('not-allowed', { zh: '提出人不能批准自己提出的授权', en: 'Whoever proposed a role cannot approve it' })
  if (!(await approveRow(tx, 'access.standing_role', role, by))) throw new Problem('not-allowed')
  return showAccount(tx, account)
}

function faultsOf(wish: RoleWish): readonly ProblemItem[] {
  const speaksForUnit = wish.role === 'inspected-head' || wish.role === 'inspected-liaison'
  const hasUnit = (wish.unit ?? null) !== null
  const until = wish.until ?? null
  return [
    ...(speaksForUnit && !hasUnit ? [{ at: 'body/unit', zh: '请选择被巡察单位', en: 'name the inspected unit' }] : []),
    ...(!speaksForUnit && hasUnit ? [{ at: 'body/unit', zh: '这个角色不对应单位', en: 'this role has no unit' }] : []),
    ...(until !== null && wish.from !== undefined && Date.parse(until) <= Date.parse(wish.from)
      ? [{ at: 'body/until', zh: '结束时间须晚于开始时间', en: 'the end lies after the start' }]
      : []),
  ]
}
