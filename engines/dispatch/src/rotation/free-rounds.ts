// Zones in which all members are alike: the rounds that avoid each other are known without a search.
import type { RotationRules } from './rules.ts'
import { splitRounds, roundsOf, untangle } from './split-rounds.ts'
import { shuffled, type Stream } from './stream.ts'
import type { Round } from './zone.ts'

/**
 * The most rounds of `size` members of which no two use the same pair, and, with reversal barred, no two use opposite pairs:
 * ⌊(n−1)/2⌋ with both barred (each round uses n of the n(n−1)/2 unordered pairs); n−1 with only the repeat barred, except that
 * without swaps two members have none and four have 2. With swaps allowed and reversal barred an upper bound for odd n:
 * ⌊n(n−1)/(n+3)⌋ (the fewest unordered pairs a round can use is one swap for every two members and one ring of three).
 */
export function mostFreeRounds(size: number, { noSwap, reversal }: Pick<RotationRules, 'noSwap' | 'reversal'>): number {
  if (size < 2) return 0
  if (reversal === 'bar') {
    if (noSwap) return Math.floor((size - 1) / 2)
    return size % 2 === 0 ? size - 1 : Math.floor((size * (size - 1)) / (size + 3))
  }
  if (!noSwap) return size - 1
  return size === 2 ? 0 : size === 4 ? 2 : size - 1
}

/** That many rounds, or null where this construction does not reach them; who is who comes from the stream. */
export function freeRounds(size: number, rules: RotationRules, rounds: number, stream: Stream): Round[] | null {
  const plain = plainRounds(size, rules, rounds, stream)
  if (plain === null) return null
  const name = shuffled(stream, size)
  return plain.map((round) =>
    round.map((pair) => (name[Math.floor(pair / size)] ?? 0) * size + (name[pair % size] ?? 0)).sort((a, b) => a - b),
  )
}

function plainRounds(size: number, { noSwap, reversal }: RotationRules, rounds: number, stream: Stream): Round[] | null {
  const half = size % 2 === 0 ? size / 2 : 0
  const steps = Array.from({ length: size - 1 }, (_, k) => k + 1)
  const apart = steps.filter((step) => 2 * step < size)
  if (rounds <= apart.length) return apart.slice(0, rounds).map((step) => ring(size, step))
  if (reversal === 'bar') return noSwap || half === 0 ? null : tournament(size).slice(0, rounds)
  const free = noSwap ? steps.filter((step) => step !== half) : steps
  if (rounds <= free.length) return free.slice(0, rounds).map((step) => ring(size, step))
  // even and all n−1: the step n/2 swaps everybody; its pairs are exchanged with those of other steps until nobody is swapped
  const split = splitRounds(
    steps.flatMap((step) => ring(size, step)),
    size,
    rounds,
  )
  return rounds === size - 1 && untangle(split, stream, 400 * size) ? roundsOf(split) : null
}

/** Everybody sends to the member `step` further on. */
function ring(size: number, step: number): number[] {
  return Array.from({ length: size }, (_, k) => k * size + ((k + step) % size))
}

/** Everybody swaps with everybody once (the circle method); for even sizes. */
function tournament(size: number): Round[] {
  const others = size - 1
  return Array.from({ length: others }, (_, round) => {
    const partners: [number, number][] = [[others, round]]
    for (let k = 1; k < size / 2; k++) partners.push([(round + k) % others, (round - k + others) % others])
    return partners.flatMap(([a, b]) => [a * size + b, b * size + a])
  })
}
