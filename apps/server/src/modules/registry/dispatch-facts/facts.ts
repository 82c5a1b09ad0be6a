// What a round needs to know of people and units: the registry's answer, in the words of the engines. What is not known is null.
import type { Evidence, FactName, PlaceLevel, ReviewTie } from '@shengmian/recusal'

export interface DispatchPerson {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly home: string | null
  readonly native: string | null
  readonly unit: string | null
  readonly unitName: string | null
  readonly roles: readonly string[]
  readonly skills: readonly string[]
  readonly experience: 'senior' | 'ordinary' | 'newcomer'
  /** The authority whose pool sends the person. */
  readonly source: string | null
  readonly postings:
    | readonly { readonly region: string; readonly from: string; readonly to: string | null; readonly title?: string }[]
    | null
  readonly unverified: readonly FactName[]
  readonly unavailable: boolean
  /** Days on which the person is known to be away. */
  readonly absences: readonly { readonly from: string; readonly to: string }[]
  readonly evidence: { readonly [fact in FactName]?: Evidence }
}

export interface DispatchTarget {
  readonly id: string
  readonly name: string
  readonly region: string
  readonly county: number
  readonly place: number
  readonly level: PlaceLevel
  readonly class: 'exemplary' | 'ordinary' | 'lagging' | null
  /** `null` = nobody has told who answers for it. */
  readonly insiders: readonly string[] | null
  readonly insidersEvidence?: Evidence
  readonly lastInspected: string | null
  /** Of the newest year that is known. */
  readonly petitions: number | null
  readonly workload: number
}

interface BarredPair {
  readonly person: string
  readonly target: string
  readonly why: string
  readonly source: string
  readonly date: string | null
}

export interface DispatchRegion {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly at: readonly [number, number] | null
}

export interface DispatchFacts {
  readonly people: readonly DispatchPerson[]
  readonly targets: readonly DispatchTarget[]
  readonly ties: readonly ReviewTie[]
  readonly barred: readonly BarredPair[]
  readonly regions: readonly DispatchRegion[]
}
