// Whether all slots can be filled at all (Hopcroft and Karp), and if not, which of them want more people than there are (Hall, König).
import type { SlotProblem } from './slot-problem.ts'

const NONE = -1

/** Null where every slot can be filled; else slots, and the only people for them, of whom there are too few. */
export function tooFew(problem: SlotProblem): { readonly slots: readonly number[]; readonly people: readonly number[] } | null {
  const { slots, people, first, person } = problem
  const personOf = new Int32Array(slots).fill(NONE)
  const slotOf = new Int32Array(people).fill(NONE)
  takeFree(problem, personOf, slotOf)
  const depth = new Int32Array(slots)
  const queue = new Int32Array(slots)
  const next = new Int32Array(slots)
  for (;;) {
    const reached = layer(problem, personOf, slotOf, depth, queue)
    if (reached.isComplete) return null
    if (!reached.hasPath) return violator(problem, slotOf, queue.subarray(0, reached.count))
    next.set(first.subarray(0, slots))
    for (let slot = 0; slot < slots; slot++) if (personOf[slot] === NONE) augment(slot)
  }

  /** Follows one alternating path through the layers to a free person; every arc is looked at once a phase. */
  function augment(start: number): void {
    const path = [start]
    while (path.length > 0) {
      const slot = path.at(-1) ?? 0
      const arc = next[slot] ?? 0
      if (arc >= (first[slot + 1] ?? 0)) {
        path.pop()
        continue
      }
      next[slot] = arc + 1
      const owner = slotOf[person[arc] ?? 0] ?? NONE
      if (owner === NONE) return trade(path)
      if (depth[owner] === (depth[slot] ?? 0) + 1) path.push(owner)
    }
  }

  /** Everybody on the path takes the person he was looking at. */
  function trade(path: readonly number[]): void {
    for (const slot of path.toReversed()) {
      const who = person[(next[slot] ?? 0) - 1] ?? 0
      personOf[slot] = who
      slotOf[who] = slot
    }
  }
}

function takeFree({ slots, first, person }: SlotProblem, personOf: Int32Array, slotOf: Int32Array): void {
  for (let slot = 0; slot < slots; slot++) {
    for (let arc = first[slot] ?? 0; arc < (first[slot + 1] ?? 0); arc++) {
      const who = person[arc] ?? 0
      if (slotOf[who] !== NONE) continue
      slotOf[who] = slot
      personOf[slot] = who
      break
    }
  }
}

/** Breadth first from the empty slots; `queue` then holds every slot that alternating paths reach. */
function layer(
  { slots, first, person }: SlotProblem,
  personOf: Int32Array,
  slotOf: Int32Array,
  depth: Int32Array,
  queue: Int32Array,
): { readonly isComplete: boolean; readonly hasPath: boolean; readonly count: number } {
  let count = 0
  depth.fill(NONE)
  for (let slot = 0; slot < slots; slot++) {
    if (personOf[slot] !== NONE) continue
    depth[slot] = 0
    queue[count++] = slot
  }
  if (count === 0) return { isComplete: true, hasPath: false, count }
  let hasPath = false
  for (let at = 0; at < count; at++) {
    const slot = queue[at] ?? 0
    for (let arc = first[slot] ?? 0; arc < (first[slot + 1] ?? 0); arc++) {
      const owner = slotOf[person[arc] ?? 0] ?? NONE
      if (owner === NONE) hasPath = true
      else if (depth[owner] === NONE) {
        depth[owner] = (depth[slot] ?? 0) + 1
        queue[count++] = owner
      }
    }
  }
  return { isComplete: false, hasPath, count }
}

/** Without a path to a free person, the slots reached know only people who fill slots reached: fewer than they are. One clash is enough. */
function violator(problem: SlotProblem, slotOf: Int32Array, reached: Int32Array) {
  const [empty] = reached
  const slots = empty === undefined ? [] : [empty]
  const seen = new Set(slots)
  const people = new Set<number>()
  for (const slot of slots) {
    for (let arc = problem.first[slot] ?? 0; arc < (problem.first[slot + 1] ?? 0); arc++) {
      const who = problem.person[arc] ?? 0
      people.add(who)
      const owner = slotOf[who] ?? NONE
      if (owner === NONE || seen.has(owner)) continue
      seen.add(owner)
      slots.push(owner)
    }
  }
  const ascending = (list: Iterable<number>): number[] => [...list].sort((a, b) => a - b)
  return { slots: ascending(slots), people: ascending(people) }
}
