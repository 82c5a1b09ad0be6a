// Effort is counted, never timed: annealing proposals and simplex iterations together. Whoever works asks the meter when to stop,
// and never looks at the limit for any other decision: so a run with a smaller limit is the beginning of one with a larger.
import type { Objective } from '../plan.ts'

type Phase = 'anneal' | 'exact' | 'clash'

export interface Progress {
  readonly phase: Phase
  readonly iterations: number
  /** Of the best valid plan so far. */
  readonly objective: Objective | null
  /** Proven lower bounds so far. */
  readonly bound: Partial<Readonly<Record<keyof Objective, number>>>
}

export interface Meter {
  readonly iterations: () => number
  readonly spend: (iterations: number) => void
  /** What is left of the effort; 0 once a stop was asked for. */
  readonly left: () => number
  readonly isStopped: () => boolean
  /** Iterations at which a stop was asked for; an effort of as many ends where that run ended. */
  readonly stoppedAt: () => number
  /** Tells the caller; true when he asks to stop. `ahead` counts iterations not yet spent. */
  readonly report: (phase: Phase, ahead?: number) => boolean
  readonly setBest: (objective: Objective) => void
  readonly setBound: (level: keyof Objective, value: number) => void
}

export function createMeter(effort: number, onProgress: ((progress: Progress) => unknown) | undefined): Meter {
  let done = 0
  let isStopped = false
  let stoppedAt = 0
  let best: Objective | null = null
  const bound: Partial<Record<keyof Objective, number>> = {}
  return {
    iterations: () => done,
    spend(iterations) {
      done += iterations
    },
    left: () => (isStopped ? 0 : Math.max(0, effort - done)),
    isStopped: () => isStopped,
    stoppedAt: () => stoppedAt,
    report(phase, ahead = 0) {
      const answer = onProgress?.({ phase, iterations: done + ahead, objective: best, bound: { ...bound } })
      if (answer === 'stop' && !isStopped) {
        isStopped = true
        stoppedAt = done
      }
      return isStopped
    },
    setBest(objective) {
      best = objective
    },
    setBound(level, value) {
      bound[level] = value
    },
  }
}
