import type { UnitKind } from '@shengmian/contract'

const usual: Readonly<Record<UnitKind, number>> = {
  village: 20,
  community: 20,
  township: 30,
  bureau: 30,
  school: 25,
  hospital: 25,
  other: 20,
}

/**
 * Person-days that a unit is likely to take, for an office to change: a village of 2,000 takes the usual time, every further 500
 * people two days more, and a small one no less than half.
 */
export function suggestWorkload(kind: UnitKind, population: number | null): number {
  const days = usual[kind]
  if (population === null || (kind !== 'village' && kind !== 'community')) return days
  return Math.max(days / 2, Math.min(days * 2, days + 2 * Math.round((population - 2000) / 500)))
}
