// How much of a dossier is known: each section asks for a few things, and its share of known ones is its completeness.
import type { DossierFacts, DossierSection, UnitClass } from '@shengmian/contract'

interface Asked {
  readonly section: DossierSection
  readonly zh: string
  readonly en: string
  readonly isKnown: boolean
}

export interface KnownOfUnit {
  readonly facts: DossierFacts
  readonly class: UnitClass | null
  readonly officials: readonly { readonly isHead: boolean; readonly until: string | null }[] | null
  /** Sections in which something is written. */
  readonly written: ReadonlySet<DossierSection>
}

export interface Completeness {
  readonly percent: number
  readonly sections: ReadonlyMap<
    DossierSection,
    { readonly percent: number; readonly missing: readonly { zh: string; en: string }[] }
  >
}

export const dossierSections: readonly DossierSection[] = [
  'facts',
  'leaders',
  'economy',
  'assets',
  'petitions',
  'past-problems',
  'rectification',
]

/** Whole percents, rounded down: 100 means that nothing is missing. */
export function measureCompleteness(known: KnownOfUnit): Completeness {
  const asked = askedOf(known)
  const sections = new Map(
    dossierSections.map((section) => {
      const own = asked.filter((one) => one.section === section)
      return [
        section,
        { percent: share(own), missing: own.filter((one) => !one.isKnown).map(({ zh, en }) => ({ zh, en })) },
      ] as const
    }),
  )
  return { percent: share(asked), sections }
}

function share(asked: readonly Asked[]): number {
  return Math.floor((100 * asked.filter(({ isKnown }) => isKnown).length) / asked.length)
}

function askedOf({ facts, class: unitClass, officials, written }: KnownOfUnit): readonly Asked[] {
  const ask = (section: DossierSection, zh: string, en: string, isKnown: boolean): Asked => ({ section, zh, en, isKnown })
  const inOffice = (officials ?? []).filter(({ until }) => until === null)
  return [
    ask('facts', '人口', 'population', facts.population !== null),
    ask('facts', '村情分类', 'class', unitClass !== null),
    ask('facts', '是否脱贫村', 'poverty flag', facts.poverty !== null),
    ask('facts', '上次巡察时间', 'last inspected', facts.lastInspected !== null || written.has('past-problems')),
    ask('leaders', '班子成员', 'officials', inOffice.length > 0),
    ask(
      'leaders',
      '“一把手”',
      'head',
      inOffice.some(({ isHead }) => isHead),
    ),
    ask('leaders', '党组织是否软弱涣散', 'weak-branch flag', facts.weakBranch !== null),
    ask('economy', '集体经济收入', 'income of the collective', facts.economy !== null),
    ask('economy', '集体经济说明', 'text on the economy', written.has('economy')),
    ask('assets', '“三资”情况', 'money, assets and resources', written.has('assets')),
    ask('petitions', '信访件次', 'petitions by year', facts.petitions !== null),
    ask('petitions', '矛盾纠纷', 'conflicts', facts.conflicts !== null),
    ask('past-problems', '以往发现的问题', 'past problems', written.has('past-problems')),
    ask('rectification', '整改情况', 'rectification', written.has('rectification')),
  ]
}
