import type { ChargeKind } from '@shengmian/contract'
import type { Text } from './language.tsx'

/** What somebody can answer for, in the order of a roster. */
export const chargeKinds: Readonly<Record<ChargeKind, Text>> = {
  'group-leader': { zh: '领导小组组长', en: 'Leader of the leading group' },
  'group-deputy': { zh: '领导小组副组长', en: 'Deputy leader' },
  'group-member': { zh: '领导小组成员', en: 'Member of the leading group' },
  'area-leader': { zh: '分包联系领导', en: 'Leader for an area' },
  'daily-supervisor': { zh: '日常监督', en: 'Daily supervisor' },
  liaison: { zh: '联络员', en: 'Liaison' },
}
