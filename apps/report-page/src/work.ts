// The work that a report costs is begun with the first letter, so that it is done when somebody wants to send. One for the longest envelope
// serves for all; a challenge lives ten minutes.
import type { Sealing } from './parts.ts'
import { askChallenge } from './connection.ts'

const LONGEST_ENVELOPE = 140_000
const GOOD_FOR_MS = 540_000

export interface WorkDone {
  readonly begin: (desk: string) => void
  /** A solved challenge, once; null without signal. */
  readonly take: (desk: string) => Promise<string | null>
}

export function doWork(sealing: Promise<Sealing>): WorkDone {
  let begun: { readonly desk: string; readonly at: number; readonly work: Promise<string | null> } | null = null
  const solve = async (desk: string) => {
    const challenge = await askChallenge(desk, LONGEST_ENVELOPE)
    return challenge.kind === 'answered' ? (await sealing).work(challenge.value) : null
  }
  const begin = (desk: string) => {
    if (begun === null || begun.desk !== desk || Date.now() - begun.at > GOOD_FOR_MS)
      begun = { desk, at: Date.now(), work: solve(desk) }
    return begun
  }
  return {
    begin: (desk) => void begin(desk),
    take: async (desk) => {
      const { work } = begin(desk)
      const done = await work
      begun = null
      // Asked for while there was no signal: once more, now that it is needed.
      return done ?? solve(desk)
    },
  }
}
