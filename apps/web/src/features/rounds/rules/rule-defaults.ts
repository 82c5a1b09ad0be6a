// What an empty field means: the defaults of the format, for the placeholder beside it. A test holds them against the engine's.
import type { RoundMode } from '@shengmian/contract'

const mixed = {
  wholeTeams: false,
  hostPerTeam: true,
  maxSameHome: null,
  distinctLeaders: false,
  noSwap: false,
  zoneBound: false,
} as const

const byMode = {
  rotation: { ...mixed, wholeTeams: true, noSwap: true, zoneBound: true },
  pooled: { ...mixed, maxSameHome: 2 },
  paired: mixed,
  scattered: { ...mixed, maxSameHome: 2, distinctLeaders: true },
} as const satisfies Record<RoundMode, unknown>

/** The rules of a mode when nothing is set. */
export function ruleDefaults(mode: RoundMode) {
  return {
    ...byMode[mode],
    recusalLevel: 'county',
    homeLevel: 'county',
    coolingOffYears: 3,
    longPostingYears: 3,
    repeatRounds: 2,
    again: 'bar',
    reversal: 'prefer',
    minSenior: 0,
    maxNewcomers: null,
    unverified: 'cost',
  } as const
}
