// What the thread that solves a draw and the job that waits for it say to each other.
import type { StopFlag } from '../../../platform/run-in-thread.ts'
import type { DrawFiles, Plan, PortfolioAnswer, WithdrawAnswer } from '@shengmian/dispatch'

export interface DrawTask extends StopFlag {
  readonly files: DrawFiles
  /** Who dropped out; null = the tickets are asked for. */
  readonly withdrawal: { readonly person: string; readonly reason: string; readonly by: string } | null
  readonly tickets: readonly Plan[]
}

export type DrawMessage =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'tickets'; readonly answer: PortfolioAnswer }
  | { readonly kind: 'withdrawal'; readonly answer: WithdrawAnswer }
