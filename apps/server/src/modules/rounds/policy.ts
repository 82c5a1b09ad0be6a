// Who may do what to a round: standing roles at the authority that commissions it. The database asks again by its own policies.
import { Problem, type RoundRole } from '@shengmian/contract'
import type { Transaction } from '../../platform/transaction.ts'
import { authoritiesOf, standingAt } from './rights-store.ts'

/** The roles that the caller holds now at an authority itself, not above it. */
export async function rolesAt(tx: Transaction, authority: number): Promise<readonly RoundRole[]> {
  const { office, group } = await standingAt(tx, authority)
  return [...(office ? (['office'] as const) : []), ...(group ? (['leading-group'] as const) : [])]
}

/** Refuses whoever holds none of these roles at the authority. */
export async function demandRole(tx: Transaction, authority: number, roles: readonly RoundRole[]): Promise<void> {
  const held = await rolesAt(tx, authority)
  if (!roles.some((role) => held.includes(role))) throw new Problem('not-allowed')
}

/** The authorities at which the caller works in an inspection office or leading group. */
export function ownAuthorities(tx: Transaction): Promise<readonly number[]> {
  return authoritiesOf(tx)
}
