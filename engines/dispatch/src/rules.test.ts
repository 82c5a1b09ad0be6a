import { expect, it } from 'vitest'
import { resolveRules } from './rules.ts'
import { withDefaults } from './verify/defaults.ts'

const MODES = ['rotation', 'pooled', 'paired', 'scattered'] as const

it.each([
  ['rotation', { wholeTeams: true, hostPerTeam: true, maxSameHome: null, distinctLeaders: false, noSwap: true, zoneBound: true }],
  ['pooled', { wholeTeams: false, hostPerTeam: true, maxSameHome: 2, distinctLeaders: false, noSwap: false, zoneBound: false }],
  [
    'paired',
    { wholeTeams: false, hostPerTeam: true, maxSameHome: null, distinctLeaders: false, noSwap: false, zoneBound: false },
  ],
  ['scattered', { wholeTeams: false, hostPerTeam: true, maxSameHome: 2, distinctLeaders: true, noSwap: false, zoneBound: false }],
] as const)('%s has the defaults of the table', (mode, row) => {
  const forAll = {
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
    elevated: false,
  }
  expect(resolveRules({ mode })).toEqual({ mode, ...row, ...forAll })
})

it('verify fills in the same defaults, in every mode and with every rule given as null or otherwise', () => {
  const given = [
    {},
    { maxSameHome: null, coolingOffYears: null, longPostingYears: null, repeatRounds: null, maxNewcomers: null },
    { maxSameHome: 0, coolingOffYears: 0, minSenior: 2, maxNewcomers: 1, recusalLevel: 'city' },
    { recusalLevel: 'township', homeLevel: 'city', wholeTeams: true, hostPerTeam: false, distinctLeaders: true, noSwap: false },
    { zoneBound: false, again: 'off', reversal: 'bar', unverified: 'bar', elevated: true },
  ] as const
  for (const mode of MODES)
    for (const rules of given) expect(withDefaults({ mode, ...rules })).toEqual(resolveRules({ mode, ...rules }))
})
