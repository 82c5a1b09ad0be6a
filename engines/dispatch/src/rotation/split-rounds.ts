// Deals chosen pairs into rounds: an edge colouring of the bipartite graph of senders and hosts (König; de Werra for members that
// send or receive several teams). A member of degree d is cut into copies of degree `rounds`, so that every round gets d/rounds of
// its pairs, rounded up or down.
import type { Stream } from './stream.ts'
import type { Round } from './zone.ts'

interface Edge {
  readonly pair: number
  readonly home: number
  readonly host: number
  round: number
}

/** Pairs with a round each; `homeAt[copy·rounds + round]` is the edge of that copy in that round, or −1. */
export interface Split {
  readonly size: number
  readonly rounds: number
  readonly edges: readonly Edge[]
  readonly homeAt: Int32Array
  readonly hostAt: Int32Array
}

/** Splits pairs a·size + b into `rounds` rounds; always possible, and as even as can be for every member. */
export function splitRounds(pairs: readonly number[], size: number, rounds: number): Split {
  const copies = size + Math.ceil(pairs.length / rounds)
  const copyOf = (): ((member: number) => number) => {
    const used = new Int32Array(size)
    const copy = Int32Array.from({ length: size }, (_, k) => k)
    let fresh = size
    return (member) => {
      if ((used[member] ?? 0) === rounds) {
        copy[member] = fresh++
        used[member] = 0
      }
      used[member] = (used[member] ?? 0) + 1
      return copy[member] ?? 0
    }
  }
  const [homeCopy, hostCopy] = [copyOf(), copyOf()]
  const edges = pairs.map((pair) => ({
    pair,
    home: homeCopy(Math.floor(pair / size)),
    host: hostCopy(pair % size),
    round: -1,
  }))
  const split: Split = {
    size,
    rounds,
    edges,
    homeAt: new Int32Array(2 * copies * rounds).fill(-1),
    hostAt: new Int32Array(2 * copies * rounds).fill(-1),
  }
  edges.forEach((edge, at) => {
    const free = freeRound(split.homeAt, edge.home, rounds)
    const other = freeRound(split.hostAt, edge.host, rounds)
    // after the path from the host is turned, `free` is free at both ends
    if (free !== other) turn(split, pathFrom(split, edge.host, free, other), free, other)
    place(split, at, free)
  })
  return split
}

export function roundsOf({ edges, rounds }: Split): Round[] {
  const lists = Array.from({ length: rounds }, (): number[] => [])
  for (const edge of edges) lists[edge.round]?.push(edge.pair)
  return lists.map((list) => list.sort((a, b) => a - b))
}

/** The edges of two rounds that hang together with one edge. */
function chainOf(split: Split, start: number, one: number, other: number): number[] {
  const found = new Set([start])
  const queue = [start]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    const edge = split.edges[at]
    if (edge === undefined) continue
    const wanted = edge.round === one ? other : one
    for (const next of [
      split.homeAt[edge.home * split.rounds + wanted] ?? -1,
      split.hostAt[edge.host * split.rounds + wanted] ?? -1,
    ]) {
      if (next < 0 || found.has(next)) continue
      found.add(next)
      queue.push(next)
    }
  }
  return [...found]
}

/**
 * Takes swaps (A → B and B → A in one round) apart by exchanging chains between two rounds, for at most `tries` exchanges.
 * Whether none is left; where some are, the rounds are still a split.
 */
export function untangle(split: Split, stream: Stream, tries: number): boolean {
  const at = new Map(split.edges.map((edge, k) => [edge.pair, k] as const))
  const opposite = split.edges.map(({ pair }) => at.get((pair % split.size) * split.size + Math.floor(pair / split.size)) ?? -1)
  const isSwap = (k: number): boolean => {
    const back = opposite[k] ?? -1
    return back >= 0 && split.edges[back]?.round === split.edges[k]?.round
  }
  for (let tried = 0; tried < tries; tried++) {
    const swaps = split.edges.flatMap((_, k) => (isSwap(k) ? [k] : []))
    const start = swaps.length === 0 ? undefined : swaps[stream(swaps.length)]
    if (start === undefined) return true
    if (split.rounds < 2) return false
    const one = split.edges[start]?.round ?? 0
    const other = (one + 1 + stream(split.rounds - 1)) % split.rounds
    const chain = chainOf(split, start, one, other)
    const touched = [...new Set(chain.flatMap((k) => [k, opposite[k] ?? -1]))].filter((k) => k >= 0)
    const before = touched.filter(isSwap).length
    turn(split, chain, one, other)
    if (touched.filter(isSwap).length > before) turn(split, chain, one, other)
  }
  return split.edges.every((_, k) => !isSwap(k))
}

function freeRound(table: Int32Array, copy: number, rounds: number): number {
  for (let round = 0; round < rounds; round++) if (table[copy * rounds + round] === -1) return round
  throw new Error('a copy has more pairs than there are rounds')
}

/** The path of edges in turn of round `one` and `other` that begins at a host. */
function pathFrom(split: Split, host: number, one: number, other: number): number[] {
  const start = split.hostAt[host * split.rounds + one] ?? -1
  return start < 0 ? [] : chainOf(split, start, one, other)
}

/** Exchanges the two rounds along whole chains. */
function turn(split: Split, chain: readonly number[], one: number, other: number): void {
  const { edges, homeAt, hostAt, rounds } = split
  const turned = chain.flatMap((at) => {
    const edge = edges[at]
    return edge === undefined ? [] : [{ at, edge, to: edge.round === one ? other : one }]
  })
  for (const { edge } of turned) {
    homeAt[edge.home * rounds + edge.round] = -1
    hostAt[edge.host * rounds + edge.round] = -1
  }
  for (const { at, to } of turned) place(split, at, to)
}

function place({ edges, homeAt, hostAt, rounds }: Split, at: number, round: number): void {
  const edge = edges[at]
  if (edge === undefined) return
  edge.round = round
  homeAt[edge.home * rounds + round] = at
  hostAt[edge.host * rounds + round] = at
}
