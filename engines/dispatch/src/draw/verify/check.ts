// What every check of a draw is given, and what it answers.
import type { Plan } from '../../plan.ts'
import type { Problem } from '../../problem.ts'
import type { DrawFiles, DrawReceipt } from '../draw-files.ts'

export interface Evidence {
  readonly files: DrawFiles
  readonly receipts: readonly DrawReceipt[]
  /** Verify's own beacons, null until everybody has opened. */
  readonly beacons: readonly [string | null, string | null]
  /** The solver's replay of all tickets, null where it could not be run. */
  readonly replay: { readonly best: Plan; readonly amplitude: number; readonly plans: readonly Plan[] } | null
  /** Solves the least change against a plan, for withdrawals. */
  readonly repair: (problem: Problem, before: Plan, seed: string) => Promise<Plan | null>
}

/** One thing that does not hold: of whom or what, and the fact. */
export interface Flaw {
  readonly subject: string
  readonly zh: string
  readonly en: string
}

export type Check = (evidence: Evidence) => readonly Flaw[] | Promise<readonly Flaw[]>

export function flaw(subject: string, zh: string, en: string): Flaw {
  return { subject, zh, en }
}
