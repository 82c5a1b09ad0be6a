// Strangers to people and place (人地两疏, row S0-07): what a member has to do with the places and people of an assignment, listed
// whatever its age or weight. Bars ask whether a tie forbids; this asks whether there is one at all.
import { type Context, contextOf, type DirectTie, evidenceOf, isUnverified } from './context.ts'
import { factOf } from './facts.ts'
import { monthZh } from './months.ts'
import { liesIn } from './places.ts'
import { describeTie } from './tie-rule.ts'
import type { Fact, PlaceCode, ReviewPerson, ReviewTarget, Setting } from './types.ts'

export type StrangerHeading = 'kin' | 'birthplace' | 'schooling' | 'posting' | 'inspection' | 'acquaintance'

export type StrangerLine = {
  readonly heading: StrangerHeading
  readonly zh: string
  readonly en: string
  readonly ties: readonly Fact[]
  /** A fact that this line rests on is missing or unverified: no ties listed does not mean none. */
  readonly isUnknown: boolean
}

export type StrangerScore = {
  /** Known ties to the places and officials; 0 with no unknowns is a stranger. */
  readonly ties: number
  readonly unknowns: number
  readonly lines: readonly StrangerLine[]
  readonly zh: string
  readonly en: string
}

/** Prepares the stranger score of a setting: six lines for a person and the targets of his team. Past rounds count without limit. */
export function prepareStrangerScore(
  setting: Setting,
): (person: ReviewPerson, targets: readonly ReviewTarget[]) => StrangerScore {
  const context = contextOf(setting)
  return (person, targets) => {
    const lines = linesOf(context, person, targets)
    const ties = lines.reduce((sum, line) => sum + line.ties.length, 0)
    const unknowns = lines.filter((line) => line.isUnknown).length
    const places = [...new Set(targets.map((target) => context.placeName(context.regionOf(target))))].join('、')
    return {
      ties,
      unknowns,
      lines,
      zh: `与${places}关系${ties}条${unknowns > 0 ? `，${unknowns}项未核` : ''}`,
      en: `${ties} ties to ${places}${unknowns > 0 ? `, ${unknowns} lines not verified` : ''}`,
    }
  }
}

function linesOf(context: Context, person: ReviewPerson, targets: readonly ReviewTarget[]): readonly StrangerLine[] {
  const regions = [...new Set(targets.map((target) => context.regionOf(target)))]
  const touches = (code: PlaceCode): boolean => regions.some((region) => liesIn(region, code) || liesIn(code, region))
  // shorter than the region: it may be there or not
  const isVague = (code: PlaceCode): boolean => regions.some((region) => code !== region && liesIn(code, region))
  const found = (code: PlaceCode): boolean => touches(code) && !isVague(code)
  const isTieUnknown = isUnverified(person, 'ties') || targets.some((target) => target.insiders.length === 0)
  const tiesWhere = (keep: (direct: DirectTie) => boolean): readonly Fact[] =>
    targets.flatMap((target) =>
      context
        .tiesTo(person.id, target)
        .filter(keep)
        .map((direct) => describeTie(direct, target)),
    )
  const native = person.native
  const schooling = person.schooling ?? []
  const postings = person.postings ?? []
  return [
    { heading: 'kin', zh: '亲属', en: 'kin', ties: tiesWhere(({ tie }) => tie.kind === 'kinship'), isUnknown: isTieUnknown },
    {
      heading: 'birthplace',
      zh: '籍贯、成长地',
      en: 'birthplace',
      ties: native !== null && found(native) ? [placeFact(context, person, 'native', native)] : [],
      isUnknown: isUnverified(person, 'native') || (native !== null && isVague(native)),
    },
    {
      heading: 'schooling',
      zh: '就学',
      en: 'schooling',
      ties: [
        ...schooling.filter(({ region }) => found(region)).map(({ region, school }) => schoolFact(context, region, school)),
        ...tiesWhere(({ tie }) => tie.kind === 'study'),
      ],
      isUnknown: isTieUnknown || person.schooling === null || schooling.some(({ region }) => isVague(region)),
    },
    {
      heading: 'posting',
      zh: '任职',
      en: 'posting',
      ties: [
        ...(person.home !== null && found(person.home) ? [placeFact(context, person, 'home', person.home)] : []),
        ...postings.filter(({ region }) => found(region)).map((held) => postingFact(context, person, held)),
      ],
      isUnknown:
        isUnverified(person, 'postings') || isUnverified(person, 'home') || postings.some(({ region }) => isVague(region)),
    },
    {
      heading: 'inspection',
      zh: '曾巡察',
      en: 'earlier inspection',
      ties: context
        .historyOf(person.id)
        .filter(({ region }) => found(region))
        .map(({ round, region }) =>
          factOf(`${round}轮巡察过${context.placeName(region)}`, `inspected ${context.placeName(region)} in round ${round}`),
        ),
      isUnknown: false,
    },
    {
      heading: 'acquaintance',
      zh: '其他相识',
      en: 'other acquaintance',
      ties: tiesWhere(({ tie }) => tie.kind !== 'kinship' && tie.kind !== 'study'),
      isUnknown: isTieUnknown,
    },
  ]
}

function placeFact(context: Context, person: ReviewPerson, fact: 'native' | 'home', code: PlaceCode): Fact {
  const place = context.placeName(code)
  const evidence = evidenceOf(person, fact)
  return fact === 'native'
    ? factOf(`籍贯、成长地${place}`, `native of ${place}`, evidence)
    : factOf(`现单位在${place}`, `works in ${place}`, evidence)
}

function schoolFact(context: Context, region: PlaceCode, school: string): Fact {
  const place = context.placeName(region)
  return factOf(`曾就读${place}${school}`, `studied at ${school}, ${place}`)
}

function postingFact(
  context: Context,
  person: ReviewPerson,
  held: { region: PlaceCode; from: string; to: string | null; title?: string },
): Fact {
  const place = `${context.placeName(held.region)}${held.title ?? ''}`
  return factOf(
    `${monthZh(held.from)}至${held.to === null ? '今' : monthZh(held.to)}任职${place}`,
    `${held.from} to ${held.to ?? 'now'} in ${place}`,
    evidenceOf(person, 'postings'),
  )
}
