import type { Charge } from '@shengmian/contract'
import { chargeKinds } from '../../lib/charge-kinds.ts'

const ORDER = Object.keys(chargeKinds)

/** Those in force, by kind and place; then those taken back. */
export function inRosterOrder(charges: readonly Charge[]): readonly Charge[] {
  const rank = (charge: Charge) => (charge.revokedAt === null ? 0 : ORDER.length) + ORDER.indexOf(charge.kind)
  return [...charges].sort((one, other) => rank(one) - rank(other) || (one.place.code < other.place.code ? -1 : 1))
}
