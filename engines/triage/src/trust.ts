// Whether people come and sign (S2-05): visits, reports, the households that speak for the first time, and the share of reports with a name,
// by week of the stay.

export interface Contact {
  /** `2026-11-28`. */
  readonly day: string
  /** By a visit that an inspector wrote down, or any other way. */
  readonly isVisit: boolean
  readonly isNamed: boolean
  /** Whether it came with a household's card that had not been used before. Who has no card counts everywhere but there. */
  readonly isNewHousehold: boolean
}

export interface TrustWeek {
  /** From 1, by the first day of the stay; what came before it counts into week 1. */
  readonly week: number
  readonly visits: number
  /** Visits included. */
  readonly reports: number
  readonly named: number
  /** Households that spoke for the first time, as far as they gave a card: at least so many are behind the reports. */
  readonly households: number
  /** Named over reports; null in a week without any. */
  readonly share: number | null
}

const WEEK_MS = 7 * 86_400_000

/** Every week up to the last in which something came, empty ones included. First messages only: the caller leaves later ones out. */
export function trustByWeek(contacts: readonly Contact[], begins: string): readonly TrustWeek[] {
  const weekOf = ({ day }: Contact) => Math.max(1, Math.floor((Date.parse(day) - Date.parse(begins)) / WEEK_MS) + 1)
  const last = contacts.reduce((most, contact) => Math.max(most, weekOf(contact)), 0)
  return Array.from({ length: last }, (_, at) => {
    const ofWeek = contacts.filter((contact) => weekOf(contact) === at + 1)
    const named = ofWeek.filter(({ isNamed }) => isNamed).length
    return {
      week: at + 1,
      visits: ofWeek.filter(({ isVisit }) => isVisit).length,
      reports: ofWeek.length,
      named,
      households: ofWeek.filter(({ isNewHousehold }) => isNewHousehold).length,
      share: ofWeek.length === 0 ? null : named / ofWeek.length,
    }
  })
}
