// What the engine is told and what it answers. The input types fit the entries of a dispatch problem file as they stand;
// the optional fields carry the evidence that a registry knows and a problem file does not.

/** A division code of 2, 4, 6, 9 or 12 digits; a longer code lies in the shorter one that begins it. */
export type PlaceCode = string
/** One text in both languages. */
export type Words = { readonly zh: string; readonly en: string }
export type PlaceLevel = 'province' | 'city' | 'county' | 'township' | 'village'
export type FactName = 'home' | 'native' | 'postings' | 'ties' | 'unit'
/** Where a fact was read, and on which day (`YYYY-MM-DD`). */
export type Evidence = { readonly source: string | null; readonly date: string | null }

export type ReviewPosting = {
  readonly region: PlaceCode
  /** Months, `YYYY-MM`; `to: null` = still held. */
  readonly from: string
  readonly to: string | null
  readonly title?: string
}

export type ReviewSchooling = {
  readonly region: PlaceCode
  readonly school: string
  readonly from?: string | null
  readonly to?: string | null
}

export type ReviewPerson = {
  readonly id: string
  readonly home: PlaceCode | null
  readonly native: PlaceCode | null
  readonly unit: string | null
  readonly postings: readonly ReviewPosting[] | null
  readonly unverified: readonly FactName[]
  readonly name?: string
  readonly evidence?: { readonly [fact in FactName]?: Evidence }
  /** Absent: schooling is judged by ties alone. Null: asked for and not known. */
  readonly schooling?: readonly ReviewSchooling[] | null
}

export type ReviewTarget = {
  readonly id: string
  readonly name: string
  readonly region: PlaceCode
  /** Ids of the officials who answer for the target. */
  readonly insiders: readonly string[]
  /** Where the list of officials comes from. */
  readonly evidence?: Evidence
}

export type ReviewTie = {
  readonly a: string
  readonly b: string
  readonly kind: string
  /** Thousandths, 0 to 1000. */
  readonly strength: number
  readonly source: string
  /** The finer code of the catalogue, such as `K3`. */
  readonly degree?: string | null
  /** Months between which the tie was formed or held. */
  readonly from?: string | null
  readonly to?: string | null
  /** The day of the declaration or of the roll in which it was found. */
  readonly date?: string | null
  /** What the tie is, in the declarer's words; never an identity number. */
  readonly detail?: string | null
}

export type ReviewBarred = {
  readonly person: string
  readonly target: string
  readonly why: string
  readonly source: string
  readonly date?: string | null
}
export type ReviewHistory = {
  readonly round: string
  readonly person: string
  readonly region: PlaceCode
  readonly source?: string
  readonly date?: string | null
}
export type ReviewWaiver = {
  readonly rule: string
  readonly person: string
  readonly target: string
  readonly by: string
  readonly why: string
}
type ReviewRegion = { readonly code: PlaceCode; readonly name: string }

/** Which slot the person would fill: `host` = a local member of a mixed team, to whom only the township bars apply. */
export type Seat = { readonly origin: 'sender' | 'host' | null; readonly role: string }

/** The rules of a dispatch problem that recusal reads, every default filled in; `null` = no limit. */
export type RecusalRules = {
  readonly recusalLevel: PlaceLevel
  readonly coolingOffYears: number | null
  readonly longPostingYears: number | null
  readonly repeatRounds: number | null
  readonly unverified: 'cost' | 'bar'
}

/** From which strength on a direct tie bars, and whether one's own unit does, at one level of targets. */
export type Profile = { readonly tieLimit: number; readonly ownUnit: 'warn' | 'bar' }
export type Strictness = { readonly [level in PlaceLevel]: Profile }

export type Setting = {
  readonly round: { readonly id: string; readonly start: string; readonly end: string }
  /** Earlier rounds, oldest first. */
  readonly rounds: readonly string[]
  readonly rules: RecusalRules
  readonly ties: readonly ReviewTie[]
  readonly history: readonly ReviewHistory[]
  readonly barred: readonly ReviewBarred[]
  readonly waivers: readonly ReviewWaiver[]
  /** Names for the sentences; a place that is not listed is called by its code. */
  readonly regions?: readonly ReviewRegion[]
  /** Absent: exactly the bars of the dispatch file. */
  readonly strictness?: Strictness
}

export type RuleName =
  | 'home'
  | 'native'
  | 'posting'
  | 'repeat'
  | 'local'
  | 'own-unit'
  | 'kin'
  | 'study'
  | 'shared-leadership'
  | 'declared-tie'
  | 'objection'

/** The name under which the dispatch files know a bar. */
export type FormatRule = 'home' | 'native' | 'posting' | 'repeat' | 'local' | 'kin' | 'tie' | 'barred' | 'unknown'

/** `unknown` = a fact that the rule reads is missing or unverified; it is never a pass. */
export type Result = 'pass' | 'warn' | 'bar' | 'unknown'

export type Fact = {
  readonly zh: string
  readonly en: string
  /** The day on which the fact was ascertained. */
  readonly date: string | null
  readonly source: string | null
}

export type Answer = {
  readonly rule: RuleName
  readonly result: Result
  readonly facts: readonly Fact[]
  /** Present on a bar, or on an unknown where unknowns bar, that a named approver has lifted for this person and target. */
  readonly waived?: { readonly by: string; readonly why: string }
}
