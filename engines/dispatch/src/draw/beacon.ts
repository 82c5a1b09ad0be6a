// What a party sees when it opens its secret, and what all secrets make together. Each reveal names what it saw: commitments, dice and
// tickets changed afterwards contradict it.
import { digest } from './digest.ts'
import type { DrawFiles } from './draw-files.ts'

type Stage = 1 | 2

/** Hash of all that stood when stage 1 (all commitments, the dice) or stage 2 (the tickets, the dice) was opened. */
export function whatIsSeen(files: Pick<DrawFiles, 'freeze' | 'commitments' | 'dice' | 'portfolio'>, stage: Stage): string {
  const { root, terms } = files.freeze
  const rolls = files.dice.find((dice) => dice.stage === stage)?.rolls ?? null
  if (stage === 2) return digest('sees', 2, root, whatIsSeen(files, 1), files.portfolio?.portfolioRoot ?? null, rolls)
  const board = terms.parties.map(({ id }) => {
    const commitment = files.commitments.find((each) => each.party === id)
    return [id, commitment?.first ?? null, commitment?.second ?? null]
  })
  return digest('sees', 1, root, board, rolls)
}

/** The randomness of a stage, once every party has opened its secret and the public value, where one was named, is there; null before. */
export function beaconOf(files: DrawFiles, stage: Stage): string | null {
  const secrets = files.freeze.terms.parties.map(
    ({ id }) => files.reveals.find((reveal) => reveal.party === id && reveal.stage === stage)?.secret ?? null,
  )
  if (secrets.includes(null)) return null
  const named = files.freeze.terms.publicRounds
  const value = files.publicBeacons.find((each) => each.stage === stage)?.signature
  if (named !== null && value === undefined) return null
  return digest('beacon', stage, files.freeze.root, whatIsSeen(files, stage), secrets, ...(named === null ? [] : [value]))
}
