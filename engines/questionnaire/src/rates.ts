// Rates of a survey, each with numerator, denominator and definition. A rate of nothing, or of an unknown number, is unknown.

export interface Rate {
  readonly numerator: number
  readonly denominator: number
  /** To one decimal. */
  readonly percent: number
}

/** `null`: the denominator is unknown or nought. */
export function rateOf(numerator: number, denominator: number | null): Rate | null {
  if (denominator === null || denominator <= 0) return null
  return { numerator, denominator, percent: Math.round((numerator / denominator) * 1000) / 10 }
}

export const rateDefinitions = {
  returned: { zh: '回收率＝已录入问卷÷发放问卷', en: 'Returned rate = questionnaires entered ÷ issued' },
  valid: { zh: '有效率＝有效问卷÷已录入问卷', en: 'Valid rate = valid questionnaires ÷ entered' },
  awareness: {
    zh: '知晓率＝知晓题中选“知晓”各项的人数÷答了该题的人数',
    en: 'Awareness rate = answers that know ÷ answers to that question',
  },
  satisfaction: {
    zh: '满意率＝满意题中选“满意”各项的人数÷答了该题的人数',
    en: 'Satisfaction rate = answers that are satisfied ÷ answers to that question',
  },
  participation: {
    zh: '参与率＝回收问卷份数÷常住人口',
    en: 'Participation rate = questionnaires returned ÷ resident population',
  },
} as const

export interface SurveySize {
  /** Valid answers needed for the margin. */
  readonly answers: number
  /** To be issued, at the expected returned rate. */
  readonly issued: number
  /** Days in the village for one pair of inspectors. */
  readonly days: number
}

/** What the suggestion assumes; shown with it. */
const sizeAssumptions = { z: 1.96, margin: 0.1, returned: 0.85, visitsADay: 30 } as const

export const sizeFormula = {
  zh: 'n＝n₀÷(1＋(n₀−1)÷N)，n₀＝1.96²×0.25÷0.1²（95%把握，误差±10个百分点）；发放＝n÷85%；天数＝发放÷每天30户。来源：Cochran《抽样技术》第3版第4章',
  en: 'n = n₀ ÷ (1 + (n₀ − 1) ÷ N), n₀ = 1.96² × 0.25 ÷ 0.1² (95 %, ±10 points); issued = n ÷ 85 %; days = issued ÷ 30 visits a day. Source: Cochran, Sampling Techniques, 3rd ed., ch. 4',
} as const

/** Questionnaires and days for a village of so many residents; `null`: unknown or nobody. Source: Cochran 1977, sample size for a proportion. */
export function suggestSize(residents: number | null): SurveySize | null {
  if (residents === null || residents <= 0) return null
  const { z, margin, returned, visitsADay } = sizeAssumptions
  const infinite = (z * z * 0.25) / (margin * margin)
  const answers = Math.min(residents, Math.ceil(infinite / (1 + (infinite - 1) / residents)))
  const issued = Math.min(residents, Math.ceil(answers / returned))
  return { answers, issued, days: Math.ceil(issued / visitsADay) }
}
