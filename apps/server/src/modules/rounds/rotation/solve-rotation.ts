import { runInThread } from '../../../platform/run-in-thread.ts'
import type { RotationAnswer, RotationProblem, ZoneCount } from '@shengmian/dispatch'

export interface RotationTask {
  readonly problem: RotationProblem
  readonly seed: string
  readonly isDraw: boolean
}
export interface RotationSolved {
  readonly counts: readonly ZoneCount[]
  readonly answer: RotationAnswer
}

/** Counts and schedules in a thread of its own, so that requests are answered meanwhile. */
export function solveRotation(task: RotationTask): Promise<RotationSolved> {
  return runInThread<RotationSolved>(new URL('./rotation-worker.ts', import.meta.url), task)
}
