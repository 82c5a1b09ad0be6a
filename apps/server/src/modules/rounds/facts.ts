// What a round needs to know of people and units: the registry's answer, in the words of the engines.
import type { Evidence, FactName, PlaceLevel, ReviewTie } from '@shengmian/recusal'

export interface PersonFacts {
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
  readonly source: string | null
  readonly postings:
    | readonly { readonly region: string; readonly from: string; readonly to: string | null; readonly title?: string }[]
    | null
  readonly unverified: readonly FactName[]
  readonly unavailable: boolean
  readonly absences: readonly { readonly from: string; readonly to: string }[]
  readonly evidence: { readonly [fact in FactName]?: Evidence }
}

export interface TargetFacts {
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

export interface RegionFacts {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  readonly at: readonly [number, number] | null
}

export interface Facts {
  readonly people: readonly PersonFacts[]
  readonly targets: readonly TargetFacts[]
  readonly ties: readonly ReviewTie[]
  readonly barred: readonly BarredPair[]
  readonly regions: readonly RegionFacts[]
}
