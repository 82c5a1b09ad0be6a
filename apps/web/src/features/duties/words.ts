import type { Charge, ChargeKind } from '@shengmian/contract'
import type { Text } from '../../lib/language.tsx'

/** What somebody can answer for, in the order of a roster. */
export const chargeKinds: Readonly<Record<ChargeKind, Text>> = {
  'group-leader': { zh: '领导小组组长', en: 'Leader of the leading group' },
  'group-deputy': { zh: '领导小组副组长', en: 'Deputy leader' },
  'group-member': { zh: '领导小组成员', en: 'Member of the leading group' },
  'area-leader': { zh: '分包联系领导', en: 'Leader for an area' },
  'daily-supervisor': { zh: '日常监督', en: 'Daily supervisor' },
  liaison: { zh: '联络员', en: 'Liaison' },
}

const ORDER = Object.keys(chargeKinds)

/** Those in force, by kind and place; then those taken back. */
export function inRosterOrder(charges: readonly Charge[]): readonly Charge[] {
  const rank = (charge: Charge) => (charge.revokedAt === null ? 0 : ORDER.length) + ORDER.indexOf(charge.kind)
  return [...charges].sort((one, other) => rank(one) - rank(other) || (one.place.code < other.place.code ? -1 : 1))
}
