import type { RecusalRules } from './types.ts'

const DEFAULTS: RecusalRules = {
  recusalLevel: 'county',
  coolingOffYears: 3,
  longPostingYears: 3,
  repeatRounds: 2,
  unverified: 'cost',
}

/**
 * The rules that recusal reads, with the defaults of the dispatch file, which are the same for every mode. A problem's whole `rules`
 * may be passed. A given `null` means "no limit" and is kept.
 */
export function resolveRules(given: { readonly [rule in keyof RecusalRules]?: RecusalRules[rule] }): RecusalRules {
  const { recusalLevel, coolingOffYears, longPostingYears, repeatRounds, unverified } = { ...DEFAULTS, ...given }
  return { recusalLevel, coolingOffYears, longPostingYears, repeatRounds, unverified }
}
