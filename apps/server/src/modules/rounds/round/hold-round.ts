import type { RoundRole } from '@shengmian/contract'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandRole } from '../policy.ts'
import type { RoundRecord } from './round-record.ts'
import { findRound } from './round-store.ts'

/**
 * A round that the caller may change, locked until the request ends. Rights are asked before the lock: a row that may be seen and not
 * changed cannot be locked, and would look as if it were not there.
 */
export async function holdRound(tx: Transaction, id: string, roles: readonly RoundRole[]): Promise<RoundRecord> {
  await demandRole(tx, (await findRound(tx, id)).authority, roles)
  return findRound(tx, id, { lock: true })
}

/** A round as far as the caller may see it. */
export function seeRound(tx: Transaction, id: string): Promise<RoundRecord> {
  return findRound(tx, id)
}
