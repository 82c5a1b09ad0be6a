// The terms of a draw as an office writes them: who takes part; everything else has a default.
import { readJson } from '../read-json.ts'
import { refused, type ReadOutcome } from '../read-outcome.ts'
import { misfits } from '../read-shape.ts'
import { DRAW_SCHEMAS, type DrawTerms } from './draw.ts'

export const DRAW_DEFAULTS: Omit<DrawTerms, 'engine' | 'round' | 'parties'> = {
  number: 1,
  earlier: [],
  code: null,
  tickets: 100,
  tolerance: {
    worstExposure: 0,
    totalExposure: 0,
    unverified: 0,
    memory: 0,
    workloadSpread: 0,
    travelPermille: 100,
    travelKm: 0,
  },
  capPermille: null,
  effort: 1_000_000,
  proposals: 300,
  withdrawal: 'least-change',
  deadline: '',
  publicRounds: null,
}

/** Reads terms, filling in what is left out: 100 tickets, better levels as the best plan has them, travel within a tenth. */
export function readTerms(input: unknown, round: string): ReadOutcome<Omit<DrawTerms, 'engine'>> {
  const parsed = typeof input === 'string' ? readJson(input) : ({ kind: 'read', value: input } as const)
  if (parsed.kind === 'refused') return parsed
  const given: unknown = parsed.value
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    return refused([{ path: '$', zh: '应为对象 {…}', en: 'must be an object {…}' }])
  const tolerance =
    'tolerance' in given && typeof given.tolerance === 'object' && given.tolerance !== null
      ? { ...DRAW_DEFAULTS.tolerance, ...given.tolerance }
      : DRAW_DEFAULTS.tolerance
  const terms = { ...DRAW_DEFAULTS, round, ...given, tolerance }
  const issues = misfits(DRAW_SCHEMAS.freeze.properties.terms, { ...terms, engine: '' })
  return issues.length > 0 ? refused(issues) : { kind: 'read', value: terms as unknown as Omit<DrawTerms, 'engine'> }
}
