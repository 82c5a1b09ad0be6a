// The table "Rules and their defaults by mode", written a second time: verify must not trust the solver's reading of it.
import type { ProblemRules } from '../problem.ts'
import type { ResolvedRules } from '../rules.ts'

export function withDefaults(given: ProblemRules): ResolvedRules {
  const { mode } = given
  const recusalLevel = given.recusalLevel ?? 'county'
  const isRotation = mode === 'rotation'
  const spreads = mode === 'pooled' || mode === 'scattered'
  return {
    mode,
    recusalLevel,
    homeLevel: given.homeLevel ?? recusalLevel,
    wholeTeams: given.wholeTeams ?? isRotation,
    hostPerTeam: given.hostPerTeam ?? true,
    // Null means "no limit" and must not be taken for "left out".
    maxSameHome: given.maxSameHome === undefined ? (spreads ? 2 : null) : given.maxSameHome,
    distinctLeaders: given.distinctLeaders ?? mode === 'scattered',
    noSwap: given.noSwap ?? isRotation,
    zoneBound: given.zoneBound ?? isRotation,
    coolingOffYears: given.coolingOffYears === undefined ? 3 : given.coolingOffYears,
    longPostingYears: given.longPostingYears === undefined ? 3 : given.longPostingYears,
    repeatRounds: given.repeatRounds === undefined ? 2 : given.repeatRounds,
    again: given.again ?? 'bar',
    reversal: given.reversal ?? 'prefer',
    minSenior: given.minSenior ?? 0,
    maxNewcomers: given.maxNewcomers === undefined ? null : given.maxNewcomers,
    unverified: given.unverified ?? 'cost',
    elevated: given.elevated ?? false,
  }
}
