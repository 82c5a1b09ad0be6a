// The rules of a rotation with every default filled in.
import type { RotationProblem } from './problem.ts'

type Memory = 'bar' | 'prefer' | 'off'

export interface RotationRules {
  /** Whether A → B and B → A in one round are barred. */
  readonly noSwap: boolean
  readonly again: Memory
  readonly reversal: Memory
  /** Rounds between which the last two hold; Infinity = for ever. */
  readonly repeatRounds: number
}

/** Fills what `rules` leaves out: no swap, no pair again, reversals avoided where possible, remembered for ever. */
export function resolveRotationRules(rules: RotationProblem['rules']): RotationRules {
  return {
    noSwap: rules.noSwap ?? true,
    again: rules.again ?? 'bar',
    reversal: rules.reversal ?? 'prefer',
    repeatRounds: rules.repeatRounds ?? Infinity,
  }
}
