// Review by three sides (点评): the public, the organisation department, the departments in charge. Public satisfaction decides.

export interface Sides {
  /** Percent from 0 to 100; `null`: not known, or too few answers to be shown. */
  readonly public: number | null
  readonly organisation: number | null
  readonly department: number | null
}

export interface ReviewTerms {
  /** In percent; together 100. */
  readonly weights: { readonly public: number; readonly organisation: number; readonly department: number }
  /** Public satisfaction below it is never a pass. */
  readonly floor: number
  /** The weighted sum that passes. */
  readonly pass: number
}

export interface Review {
  readonly verdict: 'passed' | 'not-passed' | 'unknown'
  /** To one decimal; `null` while a side is unknown. */
  readonly weighted: number | null
  readonly zh: string
  readonly en: string
}

export const usualTerms: ReviewTerms = { weights: { public: 60, organisation: 20, department: 20 }, floor: 60, pass: 60 }

/** Judges a unit by its three sides: below the floor of public satisfaction nothing else saves it; what is unknown never passes. */
export function judgeReview(sides: Sides, { weights, floor, pass }: ReviewTerms): Review {
  const { public: people, organisation, department } = sides
  const weighted =
    people === null || organisation === null || department === null
      ? null
      : Math.round((people * weights.public + organisation * weights.organisation + department * weights.department) / 10) / 10
  if (people !== null && people < floor)
    return {
      verdict: 'not-passed',
      weighted,
      zh: `群众满意率${people}%，低于底线${floor}%，不通过`,
      en: `public satisfaction of ${people} % is below the floor of ${floor} %`,
    }
  if (weighted === null)
    return { verdict: 'unknown', weighted, zh: '三方评价不全，不作结论', en: 'a side is missing: no conclusion' }
  return weighted >= pass
    ? { verdict: 'passed', weighted, zh: `加权${weighted}%，通过`, en: `weighted ${weighted} %: passed` }
    : {
        verdict: 'not-passed',
        weighted,
        zh: `加权${weighted}%，低于${pass}%，不通过`,
        en: `weighted ${weighted} % is below ${pass} %`,
      }
}
