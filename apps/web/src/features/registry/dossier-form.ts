// The facts of a dossier as the form holds them: income in 10,000 yuan, petitions a line a year, yes and no as words.
import type { DossierFacts } from '@shengmian/contract'

export interface PetitionYear {
  readonly year: string
  readonly count: number | null
}

export interface FactsFilled {
  readonly population?: number | null
  readonly petitions: readonly PetitionYear[] | null
  readonly weakBranch?: 'yes' | 'no' | null
  readonly poverty?: 'yes' | 'no' | null
  readonly economy?: number | null
  readonly conflicts?: number | null
  readonly lastInspected?: string | null
  readonly reason?: string
}

const FEN_PER_TEN_THOUSAND_YUAN = 1_000_000

export function factsFilled(facts: DossierFacts): FactsFilled {
  const word = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no')
  return {
    population: facts.population,
    petitions:
      facts.petitions === null
        ? null
        : Object.entries(facts.petitions)
            .toSorted(([one], [other]) => other.localeCompare(one))
            .map(([year, count]) => ({ year, count })),
    weakBranch: word(facts.weakBranch),
    poverty: word(facts.poverty),
    economy: facts.economy === null ? null : facts.economy / FEN_PER_TEN_THOUSAND_YUAN,
    conflicts: facts.conflicts,
    lastInspected: facts.lastInspected,
  }
}

export function factsWritten(filled: FactsFilled): DossierFacts {
  const truth = (word: 'yes' | 'no' | null | undefined) => (word === 'yes' ? true : word === 'no' ? false : null)
  const { economy = null, petitions } = filled
  return {
    population: filled.population ?? null,
    petitions: petitions === null ? null : Object.fromEntries(petitions.map(({ year, count }) => [year, count ?? 0])),
    weakBranch: truth(filled.weakBranch),
    poverty: truth(filled.poverty),
    economy: economy === null ? null : Math.round(economy * FEN_PER_TEN_THOUSAND_YUAN),
    conflicts: filled.conflicts ?? null,
    lastInspected: filled.lastInspected ?? null,
  }
}

/** Whether every line names a year once, with its number. */
export function isYearly(petitions: readonly PetitionYear[]): boolean {
  const years = petitions.map(({ year }) => year)
  return (
    new Set(years).size === years.length && petitions.every(({ year, count }) => /^(19|20)\d{2}$/.test(year) && count !== null)
  )
}
