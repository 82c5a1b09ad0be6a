// The catalogue of ties. Three classes are kept apart because their proof and their effect differ (row S0-08):
// kinship is decided by rule, favour and interest by evidence, friendship is declared and then reviewed by a named person.
import type { RuleName } from './types.ts'
import { HARD_TIE_LIMIT } from './strictness.ts'

export type TieClass = 'interest' | 'kinship' | 'friendship'

export type TieKind = {
  /** The `kind` of a tie in the dispatch files. */
  readonly kind: string
  /** The finer code within the kind, `null` where there is only one. */
  readonly degree: string | null
  readonly zh: string
  readonly en: string
  readonly class: TieClass
  /** Default strength in thousandths; 500 and more bar. */
  readonly strength: number
  /** Strength once the tie is neither recent nor long, where age matters (`tieStrength`). */
  readonly faded?: number
  /** Law or rule that names the tie; "office" = a default that an office confirms or changes. */
  readonly source: string
}

const CIVIL = '公务员回避规定（2020） 第五条'
const MODEL = '北京航空航天大学巡察回避规定（2019）'
const SUPERVISION = '监察法 第五十八条'
const OFFICE = 'office'

const OTHER: TieKind = {
  kind: 'other',
  degree: null,
  zh: '其他申报关系',
  en: 'other declared tie',
  class: 'friendship',
  strength: 300,
  source: OFFICE,
}

/** Every kind of tie that a declaration form offers, strongest first within its class. */
export const tieKinds: readonly TieKind[] = [
  { kind: 'kinship', degree: 'K1', zh: '夫妻', en: 'spouse', class: 'kinship', strength: 1000, source: CIVIL },
  { kind: 'kinship', degree: 'K2', zh: '直系血亲', en: 'direct line', class: 'kinship', strength: 1000, source: CIVIL },
  {
    kind: 'kinship',
    degree: 'K3',
    zh: '三代以内旁系血亲',
    en: 'collateral within three generations',
    class: 'kinship',
    strength: 1000,
    source: CIVIL,
  },
  {
    kind: 'kinship',
    degree: 'K4',
    zh: '近姻亲',
    en: 'near relative by marriage',
    class: 'kinship',
    strength: 1000,
    source: CIVIL,
  },
  // a degree that nobody stated is not cleared
  { kind: 'kinship', degree: null, zh: '亲属', en: 'relative', class: 'kinship', strength: 1000, source: CIVIL },
  { kind: 'kinship', degree: 'distant', zh: '其他亲属', en: 'distant relative', class: 'kinship', strength: 400, source: OFFICE },
  {
    kind: 'interest',
    degree: null,
    zh: '利害关系',
    en: 'own or relatives’ interest',
    class: 'interest',
    strength: 1000,
    source: SUPERVISION,
  },
  { kind: 'favour', degree: 'loan', zh: '借贷、恩怨', en: 'loan or feud', class: 'interest', strength: 700, source: SUPERVISION },
  { kind: 'favour', degree: null, zh: '人情往来', en: 'exchange of favours', class: 'interest', strength: 500, source: OFFICE },
  {
    kind: 'superior',
    degree: null,
    zh: '上下级',
    en: 'superior and subordinate',
    class: 'friendship',
    strength: 800,
    faded: 200,
    source: MODEL,
  },
  {
    kind: 'shared-leadership',
    degree: null,
    zh: '同班子共事',
    en: 'same leadership team',
    class: 'friendship',
    strength: 700,
    faded: 200,
    source: MODEL,
  },
  {
    kind: 'study',
    degree: 'tutor',
    zh: '师生、同导师',
    en: 'teacher and student, or same tutor',
    class: 'friendship',
    strength: 700,
    source: MODEL,
  },
  { kind: 'study', degree: 'class', zh: '同班同学', en: 'same class', class: 'friendship', strength: 600, source: MODEL },
  { kind: 'study', degree: null, zh: '同学', en: 'schoolmate', class: 'friendship', strength: 300, source: OFFICE },
  {
    kind: 'study',
    degree: 'course',
    zh: '短期培训同学',
    en: 'same short course',
    class: 'friendship',
    strength: 64,
    source: OFFICE,
  },
  { kind: 'friendship', degree: null, zh: '朋友', en: 'friend', class: 'friendship', strength: 400, source: OFFICE },
  {
    kind: 'colleague',
    degree: null,
    zh: '同事',
    en: 'colleague',
    class: 'friendship',
    strength: 300,
    faded: 100,
    source: OFFICE,
  },
  { kind: 'townsman', degree: null, zh: '同乡', en: 'fellow townsman', class: 'friendship', strength: 150, source: OFFICE },
  OTHER,
]

/** The entry of the catalogue for a tie, the kind's general entry for an unknown degree, and the entry "other" for an unknown kind. */
export function tieKindOf(kind: string, degree: string | null | undefined): TieKind {
  return (
    tieKinds.find((entry) => entry.kind === kind && entry.degree === (degree ?? null)) ??
    tieKinds.find((entry) => entry.kind === kind && entry.degree === null) ??
    OTHER
  )
}

/** The one rule that judges a tie. Kinship between half and full strength is "any other tie" to the dispatch file. */
export function ruleOfTie(kind: string, strength: number): RuleName {
  if (kind === 'kinship') return strength >= 1000 || strength < HARD_TIE_LIMIT ? 'kin' : 'declared-tie'
  if (kind === 'study') return 'study'
  return kind === 'shared-leadership' || kind === 'superior' ? 'shared-leadership' : 'declared-tie'
}
