// Rows as the contract says them.
import type { Account, Delegation, OwnOrder, Recusal, RoleName, SessionView, StandingRole } from '@shengmian/contract'
import { codeOfAuthority, codeOfBody } from './authority.ts'
import type { OwnChargeRow } from './charge-store.ts'
import type { DelegationRow } from './delegation-store.ts'
import type { OrderRow } from './order-store.ts'
import type { RecusalRow } from './recusal-store.ts'
import type { AccountRow, RoleRow } from './store.ts'

export function roleView(row: RoleRow): StandingRole {
  return {
    id: row.id,
    role: row.role as RoleName,
    authority: { code: codeOfAuthority(row.authority, row.level), name: row.body },
    unit: row.unit,
    from: row.starts.toISOString(),
    until: row.ends?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedReason: row.revoked_reason,
    isPending: row.is_pending,
    proposedBy: row.granted_by,
    proposedAt: row.granted_by === null ? null : (row.granted_at?.toISOString() ?? null),
    lentBy: row.lent_by,
  }
}

export function delegationView(row: DelegationRow): Delegation {
  return {
    id: row.id,
    role: row.role as RoleName,
    authority: codeOfAuthority(row.authority, row.level),
    from: { id: row.from_account, name: row.from_name },
    to: { id: row.to_account, name: row.to_name },
    starts: row.starts.toISOString(),
    ends: row.ends.toISOString(),
    reason: row.reason,
    proposedAt: row.proposed_at.toISOString(),
    approvedAt: row.approved_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    revokedReason: row.revoked_reason,
    state: row.state,
    acts: [
      ...(row.can_approve ? (['approve'] as const) : []),
      ...(row.can_approve || row.is_lender ? (['revoke'] as const) : []),
    ],
  }
}

export function ownChargeView(row: OwnChargeRow): SessionView['charges'][number] {
  return {
    id: row.id,
    kind: row.kind as SessionView['charges'][number]['kind'],
    authority: codeOfBody(row.authority),
    place: { code: codeOfBody(row.place), name: row.place_name },
  }
}

export function accountView(row: AccountRow, roles: readonly RoleRow[]): Account {
  return {
    id: row.id,
    signInName: row.username,
    name: row.name,
    authority: codeOfAuthority(row.authority, row.level),
    person: row.person,
    createdAt: row.created_at.toISOString(),
    disabledAt: row.disabled_at?.toISOString() ?? null,
    disabledReason: row.disabled_reason,
    roles: roles.filter((role) => role.account === row.id).map(roleView),
  }
}

export function ownOrderView(row: OrderRow): OwnOrder {
  return {
    id: row.id,
    number: row.number,
    round: row.round,
    unit: row.unit,
    capacity: row.capacity,
    commissioning: codeOfBody(row.authority),
    sending: row.sending === null ? null : codeOfBody(row.sending),
    host: row.host === null ? null : codeOfBody(row.host),
    from: row.from.toISOString(),
    until: row.until.toISOString(),
    inForce: row.inForce,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}

export function recusalView(row: RecusalRow): Recusal {
  return {
    id: row.id,
    person: row.person,
    place: codeOfAuthority(row.place, row.level),
    basis: row.basis,
    recordedAt: row.recorded_at.toISOString(),
    isOwn: row.is_own,
    recordedBy: row.recorded_name,
    liftedBy: row.lifted_name,
    liftedAt: row.lifted_at?.toISOString() ?? null,
    liftedReason: row.lifted_reason,
  }
}
