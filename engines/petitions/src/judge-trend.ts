// Whether petitions about a unit rise. Two tests that fail in different ways must both say so: sums against a Poisson bound see a change
// of rate but take one crowded month for a rise; ranks see a steady rise but not how large it is.
import { chanceOfRise } from './mann-kendall.ts'
import { chanceOfMore, type Counted } from './poisson-bound.ts'

export const trendRule = {
  name: 'petition-rise/1',
  months: 12,
  /** Known months that each half needs; with fewer the answer is `unknown`. */
  leastKnown: 4,
  /** Largest chance, for each of the two tests. */
  level: 0.05,
  /** Petitions that the recent half must have beyond what the earlier months let expect. */
  leastMore: 5,
} as const

export interface Trend {
  /** `level` = no rise that the rule recognises, which is not proof that there is none. */
  readonly kind: 'rising' | 'level' | 'unknown'
  readonly earlier: Counted
  readonly recent: Counted
  /** What each part of the rule said; null where too few months are known. */
  readonly said: { readonly isMore: boolean; readonly isSteady: boolean; readonly isLarge: boolean } | null
}

/** Judges 12 months, oldest first; `null` = unknown, never zero. @throws RangeError for another number of months, or a volume that is no whole number from 0 */
export function judgeTrend(volumes: readonly (number | null)[]): Trend {
  if (volumes.length !== trendRule.months) throw new RangeError(`a trend has ${trendRule.months} months`)
  if (volumes.some((volume) => volume !== null && (!Number.isSafeInteger(volume) || volume < 0)))
    throw new RangeError('a volume is a whole number from 0, or null')
  const half = trendRule.months / 2
  const earlier = counted(volumes.slice(0, half))
  const recent = counted(volumes.slice(half))
  if (Math.min(earlier.months, recent.months) < trendRule.leastKnown) return { kind: 'unknown', earlier, recent, said: null }
  const known = volumes.filter((volume) => volume !== null)
  const expected = (earlier.volume / earlier.months) * recent.months
  const said = {
    isMore: chanceOfMore(earlier, recent) <= trendRule.level,
    isSteady: chanceOfRise(known) <= trendRule.level,
    isLarge: recent.volume - expected >= trendRule.leastMore,
  }
  return { kind: said.isMore && said.isSteady && said.isLarge ? 'rising' : 'level', earlier, recent, said }
}

function counted(volumes: readonly (number | null)[]): Counted {
  const known = volumes.filter((volume) => volume !== null)
  return { volume: known.reduce((sum, volume) => sum + volume, 0), months: known.length }
}
