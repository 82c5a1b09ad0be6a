// The thread in which a rotation is counted and scheduled; a schedule leaves it only when the independent check accepts it.
import { parentPort, workerData } from 'node:worker_threads'
import { countRounds, drawNextRound, scheduleRotation } from '@shengmian/dispatch'
import { verifyRotation } from '@shengmian/dispatch/verify'
import type { RotationSolved, RotationTask } from './solve-rotation.ts'

const { problem, seed, isDraw } = workerData as RotationTask
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
const tell = (solved: RotationSolved): void => parentPort?.postMessage(solved)

const answer = isDraw ? await drawNextRound(problem, seed) : await scheduleRotation(problem, seed)
if (answer.kind === 'plan') {
  const { breaches } = verifyRotation(problem, answer.plan)
  if (breaches.length > 0) throw new Error(`a schedule that verify refuses: ${breaches.map(({ fact }) => fact.en).join('; ')}`)
}
tell({ counts: await countRounds(problem), answer })
