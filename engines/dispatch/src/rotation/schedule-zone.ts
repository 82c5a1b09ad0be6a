import type { Highs } from 'highs'
import { buildBlock, type Block } from './build-block.ts'
import { boundOf } from './limits.ts'
import { measureZone } from './measure-rotation.ts'
import { scheduleOneByOne } from './one-by-one.ts'
import type { Stream } from './stream.ts'
import { canRepeatOnlyWithoutSwaps, withoutSwaps, type Round, type Zone } from './zone.ts'

export interface ZoneSchedule {
  readonly rounds: readonly Round[]
  readonly bound: { readonly memory: number | null; readonly travel: number | null }
}

/**
 * Up to `wanted` rounds of one zone: bars first, then the wishes of memory, then travel. The rounds within one memory are built
 * together and then go round; where the past forbids that but fades meanwhile, one is built after the other.
 */
export function scheduleZone(asked: Zone, wanted: number, highs: Highs, stream: Stream): ZoneSchedule {
  const zone = wanted > 1 && canRepeatOnlyWithoutSwaps(asked) ? withoutSwaps(asked) : asked
  const { again, repeatRounds } = zone.rules
  const remembered = Math.min(wanted, repeatRounds + 1)
  const block =
    again === 'bar' ? blockOf(zone, remembered, highs, stream) : bestRepeated(zone, { wanted, remembered, highs, stream })
  if (block === null) return { rounds: again === 'bar' ? scheduleOneByOne(zone, wanted, highs, stream) : [], bound: UNKNOWN }
  const length = block.rounds.length
  const rounds = repeat(block, wanted)
  const isWhole = length >= wanted
  if (zone !== asked) return { rounds, bound: UNKNOWN }
  // what is forgotten while the schedule runs was held against all of its rounds: then nothing is proven about the least
  const isExact = repeatRounds === Infinity || !zone.age.some((ago) => ago > 0 && ago <= repeatRounds)
  if (!isExact) return { rounds, bound: UNKNOWN }
  // where a pair may come again, a repeat might have spared a reversal: then only "no wish unmet" is known to be least
  if (isWhole && (again === 'bar' || wanted === 1)) return { rounds, bound: block.bound }
  if (isWhole && again === 'prefer') return { rounds, bound: { memory: 0, travel: block.bound.travel } }
  // every stretch as long as the block costs at least what the block's bound says, if the rounds of a stretch must differ
  const isRepeated = again === 'bar' || length === 1
  const travel = isRepeated && block.bound.travel !== null ? Math.floor(wanted / length) * block.bound.travel : null
  return { rounds, bound: { memory: 0, travel: zone.hasTravel ? travel : 0 } }
}

const UNKNOWN = { memory: 0, travel: null } as const
type Built = Extract<Block, { kind: 'block' }>

function blockOf(zone: Zone, count: number, highs: Highs, stream: Stream): Built | null {
  if (boundOf(zone).most < count) return null
  const block = buildBlock(zone, count, highs, stream)
  return block.kind === 'block' ? block : null
}

function repeat({ rounds }: Built, wanted: number): Round[] {
  return Array.from({ length: wanted }, (_, k) => rounds[k % rounds.length] ?? [])
}

interface Repeating {
  readonly wanted: number
  readonly remembered: number
  readonly highs: Highs
  readonly stream: Stream
}

/** Where repeating is no bar: all different as long as there are such, or one round again and again, whichever is better. */
function bestRepeated(zone: Zone, { wanted, remembered, highs, stream }: Repeating): Built | null {
  const longest = longestOf(zone, remembered, highs, stream)
  if (longest === null || longest.rounds.length === 1) return longest
  const single = blockOf(zone, 1, highs, stream)
  if (single === null) return longest
  const [many, one] = [longest, single].map((block) => measureZone(zone, repeat(block, wanted)))
  if (many === undefined || one === undefined) return longest
  return one.memory < many.memory || (one.memory === many.memory && one.travel < many.travel) ? single : longest
}

/** Where repeating is no bar: as many different rounds as there are. */
function longestOf(zone: Zone, most: number, highs: Highs, stream: Stream): Built | null {
  for (let count = most; count > 0; count--) {
    const block = blockOf(zone, count, highs, stream)
    if (block !== null) return block
  }
  return null
}
