// The few of all people who can matter for the cheapest team: of each class the cheapest, less those whom others replace.
import type { Classes } from './classes.ts'
import { dominance, type Candidate, type Demand } from './demand.ts'

export interface Shortlist {
  /** Cheapest first. */
  readonly kept: readonly Candidate[]
  /** Nobody who was not looked at costs less; Infinity where nobody is left. */
  readonly unseen: number
  /** The costs of the cheapest who were looked at, one fewer than the team has seats: nobody's are lower. */
  readonly lowest: readonly number[]
}

export interface Crowd {
  readonly classes: Classes
  readonly costs: Float64Array
  /** Null where a bar keeps him out; asked only of those whom nobody replaces. */
  readonly candidate: (number: number, cost: number, kind: number) => Candidate
  readonly isOpen: (number: number) => boolean
}

/** A queue of the cheapest of one class. */
interface Queue {
  readonly crowd: Crowd
  readonly kind: number
  readonly people: readonly number[]
  readonly costs: readonly number[]
  /** Whether the class has more people, none of them cheaper than the last of these. */
  readonly hasMore: boolean
}

/** `depth` people of each class are looked at; `always` are in the list wherever they are open, whatever they cost. */
export function shortlist(
  demand: Demand,
  crowds: readonly Crowd[],
  always: readonly Candidate[],
  isSkipped: Uint8Array,
  depth: number,
): Shortlist {
  const queues = crowds.flatMap((crowd) => queuesOf(crowd, isSkipped, depth))
  const next = queues.map(() => 0)
  const isClosed = queues.map(() => false)
  const kept: Candidate[] = []
  const lowest: number[] = []
  let unseen = Infinity
  for (;;) {
    let [at, cost] = [-1, Infinity]
    queues.forEach((queue, q) => {
      const head = queue.costs[next[q] ?? 0] ?? Infinity
      if (isClosed[q] === true || head >= cost) return
      at = q
      cost = head
    })
    const queue = queues[at]
    if (queue === undefined) break
    const place = next[at] ?? 0
    const number = queue.people[place] ?? 0
    next[at] = place + 1
    if (lowest.length < demand.size - 1) lowest.push(cost)
    const candidate = queue.crowd.candidate(number, cost, queue.kind)
    const replaced = dominance(demand, kept, candidate)
    if (replaced === 'everybody' && (candidate.exposure === 0 || demand.maxExposure === Infinity)) isClosed[at] = true
    else {
      if (replaced === 'none' && queue.crowd.isOpen(number)) kept.push(candidate)
      if (place + 1 === queue.people.length && queue.hasMore) unseen = Math.min(unseen, cost)
    }
  }
  const merged = [...kept, ...always].sort((a, b) => a.cost - b.cost)
  return { kept: always.length === 0 ? kept : merged, unseen, lowest }
}

function queuesOf(crowd: Crowd, isSkipped: Uint8Array, depth: number): Queue[] {
  const { classes, costs } = crowd
  const count = classes.abilities.length
  const [people, cheapest] = [new Int32Array(count * depth), new Float64Array(count * depth)]
  const [length, hasMore] = [new Int32Array(count), new Uint8Array(count)]
  // The cost from which nobody of the class is taken in any more.
  const limit = new Float64Array(count).fill(Infinity)
  for (let number = 0; number < costs.length; number++) {
    const cost = costs[number] ?? Infinity
    if (cost === Infinity || isSkipped[number] === 1) continue
    const kind = classes.classOf(number)
    if (kind < 0) continue
    const filled = length[kind] ?? 0
    if (filled === depth) {
      hasMore[kind] = 1
      if (cost >= (limit[kind] ?? Infinity)) continue
    } else length[kind] = filled + 1
    let place = kind * depth + Math.min(filled, depth - 1)
    for (; place > kind * depth && (cheapest[place - 1] ?? 0) > cost; place--) {
      cheapest[place] = cheapest[place - 1] ?? 0
      people[place] = people[place - 1] ?? 0
    }
    cheapest[place] = cost
    people[place] = number
    if ((length[kind] ?? 0) === depth) limit[kind] = cheapest[kind * depth + depth - 1] ?? Infinity
  }
  return classes.abilities.flatMap((_, kind) => {
    const [from, to] = [kind * depth, kind * depth + (length[kind] ?? 0)]
    if (from === to) return []
    return [
      {
        crowd,
        kind,
        people: [...people.subarray(from, to)],
        costs: [...cheapest.subarray(from, to)],
        hasMore: hasMore[kind] === 1,
      },
    ]
  })
}
