// What the relaxation says about one level.
import type { Proof } from './certificate-bound.ts'
import type { PricedLevel, Prices } from './prices.ts'
import type { Program } from './program.ts'
import type { Relaxed } from './relax.ts'

/** A level to be minimised while better levels stand where they are. */
export interface Aim {
  readonly of: PricedLevel
  readonly weigh: (person: number, team: number) => number
  readonly stands: { readonly exposure: number; readonly facts: number }
}

export interface Priced {
  readonly program: Program
  readonly relaxed: Relaxed
  readonly prices: Prices
  readonly proof: Proof
}
