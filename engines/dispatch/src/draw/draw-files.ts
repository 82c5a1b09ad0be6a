// Everything that is known of one draw, wherever it came from: a folder, a download, the tables of a server.
import type { Plan } from '../plan.ts'
import type { Problem } from '../problem.ts'
import type {
  DrawAbort,
  DrawBranch,
  DrawCommitment,
  DrawDice,
  DrawFreeze,
  DrawPick,
  DrawPortfolio,
  DrawPublicBeacon,
  DrawReveal,
  DrawSalts,
  DrawWithdrawal,
} from './draw.ts'

export interface DrawFiles {
  readonly freeze: DrawFreeze
  /** Only an auditor has these two: without them the plans cannot be replayed. */
  readonly problem: Problem | null
  readonly salts: DrawSalts | null
  readonly commitments: readonly DrawCommitment[]
  readonly dice: readonly DrawDice[]
  readonly reveals: readonly DrawReveal[]
  readonly publicBeacons: readonly DrawPublicBeacon[]
  readonly portfolio: DrawPortfolio | null
  readonly pick: DrawPick | null
  readonly withdrawals: readonly DrawWithdrawal[]
  /** The plan drawn and those that withdrawals led to, in any order. */
  readonly plans: readonly Plan[]
  readonly abort: DrawAbort | null
  /** The aborts of the earlier draws of the round. */
  readonly earlier: readonly DrawAbort[]
  readonly branches: readonly DrawBranch[]
}

/** What a party kept for itself of what it handed in or was shown. */
export type DrawReceipt = DrawFreeze | DrawCommitment | DrawReveal | DrawPortfolio | DrawPick | DrawDice

/** A step that cannot be taken, and why. */
export interface DrawRefusal {
  readonly kind: 'refused'
  readonly zh: string
  readonly en: string
}

export function refuseStep(zh: string, en: string): DrawRefusal {
  return { kind: 'refused', zh, en }
}
