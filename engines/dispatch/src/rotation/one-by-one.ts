// Rounds one after the other, each with what is remembered by then: for memories that fade while the schedule runs.
import type { Highs } from 'highs'
import { buildBlock } from './build-block.ts'
import { openPairs } from './draw-rotation.ts'
import type { Stream } from './stream.ts'
import type { Round, Zone } from './zone.ts'

/** A first round may lead into a dead end; so many times another one is tried. */
const ATTEMPTS = 12

/** Up to `wanted` rounds; the longest schedule of several attempts, the first for travel, the others by lot. */
export function scheduleOneByOne(zone: Zone, wanted: number, highs: Highs, stream: Stream): Round[] {
  let best: Round[] = []
  for (let attempt = 0; attempt < ATTEMPTS && best.length < wanted; attempt++) {
    const rounds: Round[] = []
    for (let now = zone; rounds.length < wanted; now = afterRound(now, rounds.at(-1) ?? [])) {
      const block = buildBlock(attempt === 0 ? now : withLots(now, stream), 1, highs, stream)
      if (block.kind !== 'block') break
      rounds.push(block.rounds[0] ?? [])
    }
    if (rounds.length > best.length) best = rounds
  }
  return best
}

/** The zone as it stands when a round is over. */
function afterRound(zone: Zone, round: Round): Zone {
  const age = zone.age.map((ago) => (ago === 0 ? 0 : ago + 1))
  for (const pair of round) age[pair] = 1
  return { ...zone, age, isFree: false }
}

function withLots(zone: Zone, stream: Stream): Zone {
  return { ...zone, travel: Int32Array.from(openPairs(zone), () => stream(1000)), hasTravel: true }
}
