import { Worker } from 'node:worker_threads'
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
  const worker = new Worker(new URL('./rotation-worker.ts', import.meta.url), { workerData: task })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the rotation's thread ended with ${code} and no answer`)))
  })
}
