// A setting indexed once, so that a rule answers for a pair in a few look-ups: 1,000 people × 200 regions are 200,000 questions.
import { monthNumber } from './months.ts'
import { cutTo, levelOf } from './places.ts'
import { FILE_STRICTNESS, resolveStrictness } from './strictness.ts'
import type {
  Evidence,
  FactName,
  PlaceCode,
  Profile,
  RecusalRules,
  ReviewBarred,
  ReviewHistory,
  ReviewPerson,
  ReviewTarget,
  ReviewTie,
  ReviewWaiver,
  Setting,
} from './types.ts'

export type Context = {
  readonly rules: RecusalRules
  /** The month in which the round starts, as 12·year + month. */
  readonly startMonth: number
  /** The rounds that a repeat may not touch. */
  readonly recentRounds: ReadonlySet<string>
  readonly historyOf: (person: string) => readonly ReviewHistory[]
  readonly barredOf: (person: string) => readonly ReviewBarred[]
  readonly waiversOf: (person: string) => readonly ReviewWaiver[]
  /** Direct ties of a person to the insiders of a target, each with the insider's id. */
  readonly tiesTo: (person: string, target: ReviewTarget) => readonly DirectTie[]
  readonly tiesOf: (person: string) => readonly DirectTie[]
  /** The part of the country in which bars compare places: the target's code cut to `recusalLevel`. */
  readonly regionOf: (target: ReviewTarget) => PlaceCode
  readonly profileOf: (target: ReviewTarget) => Profile
  readonly placeName: (code: PlaceCode) => string
}

export type DirectTie = {
  readonly end: string
  readonly tie: ReviewTie
  /** Of several ties between the same two the strongest counts; the others are told, and bar nothing. */
  readonly counts: boolean
}

const NONE: readonly never[] = []

/** Indexes a setting for the rules. Pure; the setting must not be changed while the context is in use. */
export function contextOf(setting: Setting): Context {
  const { rules } = setting
  // once more through the cap: a hand-made table may not lift a bar of the file
  const strictness = setting.strictness === undefined ? FILE_STRICTNESS : resolveStrictness(setting.strictness)
  const tiesOf = tiesByPerson(setting.ties)
  const history = groupBy(setting.history, (entry) => entry.person)
  const barred = groupBy(setting.barred, (entry) => entry.person)
  const waivers = groupBy(setting.waivers, (entry) => entry.person)
  const names = new Map((setting.regions ?? NONE).map((region) => [region.code, region.name]))
  const insiderSets = new WeakMap<readonly string[], ReadonlySet<string>>()

  return {
    rules,
    startMonth: monthNumber(setting.round.start),
    // slice(-0) would be the whole list: no rounds are asked for, none counts
    recentRounds: new Set(rules.repeatRounds ? setting.rounds.slice(-rules.repeatRounds) : NONE),
    historyOf: (person) => history.get(person) ?? NONE,
    barredOf: (person) => barred.get(person) ?? NONE,
    waiversOf: (person) => waivers.get(person) ?? NONE,
    tiesOf,
    tiesTo(person, target) {
      const own = tiesOf(person)
      if (own.length === 0 || target.insiders.length === 0) return NONE
      let insiders = insiderSets.get(target.insiders)
      if (insiders === undefined) {
        insiders = new Set(target.insiders)
        insiderSets.set(target.insiders, insiders)
      }
      const known = insiders
      return own.filter((direct) => known.has(direct.end))
    },
    regionOf: (target) => cutTo(rules.recusalLevel, target.region),
    profileOf: (target) => strictness[levelOf(target.region)],
    placeName: (code) => nameOf(names, code),
  }
}

/** Whether a fact is missing or marked as not yet verified. */
export function isUnverified(person: ReviewPerson, fact: FactName): boolean {
  return (fact !== 'ties' && person[fact] === null) || person.unverified.includes(fact)
}

/** Where and when a fact of a person was read; nulls where the caller gave no evidence. */
export function evidenceOf(person: ReviewPerson, fact: FactName): Evidence {
  return person.evidence?.[fact] ?? { source: null, date: null }
}

/** Each person's ties as they are first asked for: most of those who stand in ties are never asked about. */
function tiesByPerson(ties: readonly ReviewTie[]): (person: string) => readonly DirectTie[] {
  const byPerson = new Map<string, ReviewTie[]>()
  const add = (person: string, tie: ReviewTie): void => {
    const list = byPerson.get(person)
    if (list === undefined) byPerson.set(person, [tie])
    else list.push(tie)
  }
  for (const tie of ties) {
    add(tie.a, tie)
    if (tie.a !== tie.b) add(tie.b, tie)
  }
  const known = new Map<string, readonly DirectTie[]>()
  return (person) => {
    const own = byPerson.get(person)
    if (own === undefined) return NONE
    let direct = known.get(person)
    if (direct === undefined) {
      direct = withCounting(own.map((tie) => ({ end: tie.a === person ? tie.b : tie.a, tie })))
      known.set(person, direct)
    }
    return direct
  }
}

function withCounting(list: readonly Omit<DirectTie, 'counts'>[]): readonly DirectTie[] {
  const strongest = new Map<string, ReviewTie>()
  for (const { end, tie } of list) {
    const known = strongest.get(end)
    if (known === undefined || isStronger(tie, known)) strongest.set(end, tie)
  }
  return list.map((direct) => ({ ...direct, counts: strongest.get(direct.end) === direct.tie }))
}

/** Among equals kinship counts, then the first kind by name, so that the order of the ties decides nothing. */
function isStronger(tie: ReviewTie, than: ReviewTie): boolean {
  if (tie.strength !== than.strength) return tie.strength > than.strength
  if (tie.kind === than.kind || than.kind === 'kinship') return false
  return tie.kind === 'kinship' || tie.kind < than.kind
}

function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const group = groups.get(keyOf(entry))
    if (group === undefined) groups.set(keyOf(entry), [entry])
    else group.push(entry)
  }
  return groups
}

/** The listed name, else the nearest listed ancestor's with the code, else the code. */
function nameOf(names: ReadonlyMap<PlaceCode, string>, code: PlaceCode): string {
  const own = names.get(code)
  if (own !== undefined) return own
  for (const length of [9, 6, 4, 2]) {
    const ancestor = length < code.length ? names.get(code.slice(0, length)) : undefined
    if (ancestor !== undefined) return `${ancestor}（${code}）`
  }
  return code
}
