// How busy the intake is as a whole. Work gets dearer with it for everybody alike; nobody is counted, and nobody is turned away.
import type { Clock } from '../../platform/clock.ts'
import type { Room } from './watch-disk.ts'

/** Seconds over which the rate is taken. */
const WINDOW = 10

export interface Terms {
  /** Hashes a puzzle in quiet times: eight of them take a weak phone a third of a second. */
  readonly tries: number
  /** Paid requests a second up to which that price stands. */
  readonly usual: number
  /** Above this rate reports go to the slow lane. */
  readonly flood: number
}

export const USUAL_TERMS: Terms = { tries: 3_000, usual: 20, flood: 100 }

export interface Load {
  readonly count: () => void
  /** Paid requests a second, over the last ten. */
  readonly rate: () => number
  /** Hashes a puzzle for something of so many bytes. At most ten times the usual for a text: three seconds on a weak phone. */
  readonly tries: (bytes: number) => number
  readonly isFlood: () => boolean
}

/** How much dearer work is while the disk is nearly full. */
const SCARCITY = 4

export function measureLoad(clock: Clock, { tries, usual, flood }: Terms, room: () => Room): Load {
  const seconds = new Map<number, number>()
  const second = () => Math.floor(clock.now().getTime() / 1_000)
  const rate = () => {
    const oldest = second() - WINDOW
    let sum = 0
    for (const [at, count] of seconds) {
      if (at <= oldest) seconds.delete(at)
      else sum += count
    }
    return sum / WINDOW
  }
  const dearness = () => Math.max(1, rate() / usual) * (room() === 'ample' ? 1 : SCARCITY)
  return {
    count: () => void seconds.set(second(), (seconds.get(second()) ?? 0) + 1),
    rate,
    tries: (bytes) => Math.ceil(tries * Math.min(10, dearness()) * (1 + Math.floor(bytes / 1_048_576))),
    isFlood: () => rate() > flood,
  }
}
