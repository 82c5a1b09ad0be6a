import type { DispatchMode, ResolvedRules } from './types.ts'

type ModeRules = Pick<ResolvedRules, 'wholeTeams' | 'hostPerTeam' | 'maxSameHome' | 'distinctLeaders' | 'noSwap' | 'zoneBound'>

const MIXED: ModeRules = {
  wholeTeams: false,
  hostPerTeam: true,
  maxSameHome: null,
  distinctLeaders: false,
  noSwap: false,
  zoneBound: false,
}

const BY_MODE: Record<DispatchMode, ModeRules> = {
  rotation: { ...MIXED, wholeTeams: true, noSwap: true, zoneBound: true },
  pooled: { ...MIXED, maxSameHome: 2 },
  paired: MIXED,
  scattered: { ...MIXED, maxSameHome: 2, distinctLeaders: true },
}

/**
 * Fills in the defaults of a dispatch problem's `rules`: the table by mode of the file format, then the values common to all.
 * `homeLevel` follows `recusalLevel` where it is not given. A given `null` means "no limit" and is kept.
 */
export function resolveRules(
  rules: { readonly mode: DispatchMode } & { readonly [key in keyof ResolvedRules]?: ResolvedRules[key] },
): ResolvedRules {
  return {
    ...BY_MODE[rules.mode],
    recusalLevel: 'county',
    homeLevel: rules.recusalLevel ?? 'county',
    coolingOffYears: 3,
    longPostingYears: 3,
    repeatRounds: 2,
    again: 'bar',
    reversal: 'prefer',
    minSenior: 0,
    maxNewcomers: null,
    unverified: 'cost',
    elevated: false,
    ...rules,
  }
}
