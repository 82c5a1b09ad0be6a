import type { listCooperationEvents, ReplyOf } from '@shengmian/contract'

export type EventList = ReplyOf<typeof listCooperationEvents>
export type CooperationEvent = EventList['items'][number]
export type CooperationKind = CooperationEvent['kind']

export const kinds = {
  pairing: { zh: '结对帮扶', en: 'Pairing' },
  area: { zh: '片区协作', en: 'Area cooperation' },
} as const

/** The years to choose from: those with events and this one, newest first. */
export function yearsOf(byYear: EventList['byYear'], now: number): readonly number[] {
  return [...new Set([now, ...byYear.map(({ year }) => year)])].toSorted((a, b) => b - a)
}

/** So many names, then how many there are. */
export function namesOf(
  items: readonly { readonly name: string }[],
  most = 3,
): { readonly names: string; readonly all: number | null } {
  const names = items.slice(0, most).map(({ name }) => name)
  return { names: names.join('、'), all: items.length > most ? items.length : null }
}
