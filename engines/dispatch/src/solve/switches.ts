// Which rules count: all of them for a plan; fewer when a clash is taken apart.
import { SEAT_RULES, bitOf, type RuleName, type SeatRule } from './rule-names.ts'

/** `elastic`: may be broken at a price of one for each exception. */
export type Strength = 'hard' | 'elastic' | 'off'

export interface Switches {
  /** Whether any rule may be broken at a price. */
  readonly isPriced: boolean
  readonly of: (rule: RuleName, subject: string) => Strength
  /** Bits of the seat rules that are hard for this person. */
  readonly hardBits: (person: string) => number
  /** Bits of the seat rules that this person may break at a price. */
  readonly elasticBits: (person: string) => number
}

const EVERY = SEAT_RULES.reduce((bits, rule) => bits | bitOf(rule), 0)

export const ALL_HARD: Switches = { isPriced: false, of: () => 'hard', hardBits: () => EVERY, elasticBits: () => 0 }

/** Switches from a function of rule and subject; the bits of a person are kept. */
export function switchesOf(of: Switches['of'], isPriced: boolean): Switches {
  const hard = new Map<string, number>()
  const elastic = new Map<string, number>()
  const gather = (cache: Map<string, number>, person: string, wanted: Strength): number => {
    let bits = cache.get(person)
    if (bits === undefined) {
      bits = SEAT_RULES.reduce((sum: number, rule: SeatRule) => (of(rule, person) === wanted ? sum | bitOf(rule) : sum), 0)
      cache.set(person, bits)
    }
    return bits
  }
  return {
    isPriced,
    of,
    hardBits: (person) => gather(hard, person, 'hard'),
    elasticBits: (person) => gather(elastic, person, 'elastic'),
  }
}
