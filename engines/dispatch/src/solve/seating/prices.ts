// Prices of exchanges speak of all levels at once: a thousandth of exposure weighs more kilometres than any journey has, and so does an
// unverified fact. Taken apart again, they price each level for itself, with what its better levels cost beside it.
import type { Weights } from './roles.ts'

export interface Prices {
  readonly scale: number
  /** For each person, in 1/scale of the level's unit. */
  readonly people: Float64Array
  /** In 1/scale for each unit of a better level. */
  readonly perExposure: number
  readonly perFact: number
}

export type PricedLevel = 'totalExposure' | 'unverified' | 'travel'

/** What prices of exchanges say about one level. */
export function pricesFor(of: PricedLevel, prices: Float64Array, weights: Weights): Prices {
  const perExposure = weights.exposure / weights.fact
  const exposures = prices.map((price) => Math.max(0, Math.round(price / weights.exposure)))
  if (of === 'totalExposure') return { scale: 1, people: exposures, perExposure: 0, perFact: 0 }
  if (of === 'unverified') {
    const people = prices.map((price) => Math.max(0, Math.round(price / weights.fact)))
    return { scale: 1, people, perExposure, perFact: 0 }
  }
  return { scale: 1, people: prices.map((price) => Math.max(0, price)), perExposure: weights.exposure, perFact: weights.fact }
}

/** Halfway between the lowest and the highest prices, in halves. */
export function halfway(lowest: Prices, highest: Prices): Prices {
  return {
    scale: 2 * lowest.scale,
    people: lowest.people.map((price, i) => price + (highest.people[i] ?? 0)),
    perExposure: 2 * lowest.perExposure,
    perFact: 2 * lowest.perFact,
  }
}

/** As if everybody were to be had for nothing. */
export function noPrices({ people }: { readonly people: number }): Prices {
  return { scale: 1, people: new Float64Array(people), perExposure: 0, perFact: 0 }
}
