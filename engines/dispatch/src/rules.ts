// The rules of a problem with every default filled in: one table, the format's own.
import type { DispatchMode, PlaceLevel, ProblemRules } from './problem.ts'

type MemoryRule = 'bar' | 'prefer' | 'off'

/** Every rule set; null = that limit does not exist. Years and counts are integers. */
export interface ResolvedRules {
  readonly mode: DispatchMode
  readonly wholeTeams: boolean
  readonly hostPerTeam: boolean
  readonly maxSameHome: number | null
  readonly distinctLeaders: boolean
  readonly noSwap: boolean
  readonly zoneBound: boolean
  readonly recusalLevel: PlaceLevel
  readonly homeLevel: PlaceLevel
  readonly coolingOffYears: number | null
  readonly longPostingYears: number | null
  readonly repeatRounds: number | null
  readonly again: MemoryRule
  readonly reversal: MemoryRule
  readonly minSenior: number
  readonly maxNewcomers: number | null
  readonly unverified: 'cost' | 'bar'
  readonly elevated: boolean
}

type ByMode = Pick<ResolvedRules, 'wholeTeams' | 'hostPerTeam' | 'maxSameHome' | 'distinctLeaders' | 'noSwap' | 'zoneBound'>

const MIXED: ByMode = {
  wholeTeams: false,
  hostPerTeam: true,
  maxSameHome: null,
  distinctLeaders: false,
  noSwap: false,
  zoneBound: false,
}

const BY_MODE: Readonly<Record<DispatchMode, ByMode>> = {
  rotation: { ...MIXED, wholeTeams: true, noSwap: true, zoneBound: true },
  pooled: { ...MIXED, maxSameHome: 2 },
  paired: MIXED,
  scattered: { ...MIXED, maxSameHome: 2, distinctLeaders: true },
}

/** Fills what a problem's `rules` leaves out from the table "Rules and their defaults by mode" of the format. */
export function resolveRules(rules: ProblemRules): ResolvedRules {
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
