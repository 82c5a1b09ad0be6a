// Hall's condition for team-days: a set of periods in which some visits must lie with more work than there are days.
import type { Pool } from './pools.ts'

export interface Shortage {
  readonly periods: readonly number[]
  readonly visits: readonly number[]
  readonly needed: number
  readonly days: number
}

/** The periods whose visits are short by the most team-days, as if visits could be split; null where none are short. */
export function shortageOf({ visits, purses, past, periods }: Pool, purse: number): Shortage | null {
  const byOpen = new Map<string, { readonly open: readonly number[]; readonly list: number[]; work: number }>()
  visits.forEach(({ open, workload, purse: own }, v) => {
    if (own !== purse || (open[0] ?? 0) < past) return
    const known = byOpen.get(open.join()) ?? { open, list: [], work: 0 }
    known.list.push(v)
    known.work += workload
    byOpen.set(open.join(), known)
  })
  const kinds = [...byOpen.values()]
  const capacity = purses[purse]?.capacity ?? []
  const left = Array.from({ length: periods }, (_, k) => capacity[k] ?? 0)
  const flow = kinds.map(() => Array.from({ length: periods }, () => 0))
  const over = kinds.map(({ work }) => work)
  for (;;) {
    const { kinds: reached, periods: seen, path } = search(kinds, flow, over, left)
    if (path !== null) {
      push(path, { flow, over, left })
      continue
    }
    if (reached.length === 0) return null
    const named = [...seen].toSorted((a, b) => a - b)
    return {
      periods: named,
      visits: reached.flatMap((kind) => kinds[kind]?.list ?? []),
      needed: reached.reduce((sum, kind) => sum + (kinds[kind]?.work ?? 0), 0),
      days: named.reduce((sum, k) => sum + (capacity[k] ?? 0), 0),
    }
  }
}

type Path = readonly { readonly kind: number; readonly to: number; readonly back: number }[]

/** From what is left over, breadth first, to a period with days to spare; or all that can be reached where there is none. */
function search(
  kinds: readonly { readonly open: readonly number[] }[],
  flow: readonly (readonly number[])[],
  over: readonly number[],
  left: readonly number[],
): { readonly kinds: readonly number[]; readonly periods: ReadonlySet<number>; readonly path: Path | null } {
  const queue = over.flatMap((work, kind) => (work > 0 ? [kind] : []))
  const queued = new Set(queue)
  /** The kind a period was reached from, and the period that a kind was reached by. */
  const from = new Map<number, number>()
  const by = new Map<number, number>()
  for (const kind of queue) {
    for (const k of kinds[kind]?.open ?? []) {
      if (from.has(k)) continue
      from.set(k, kind)
      if ((left[k] ?? 0) > 0) return { kinds: queue, periods: new Set(from.keys()), path: trace(k, from, by) }
      flow.forEach((own, other) => {
        if ((own[k] ?? 0) <= 0 || queued.has(other)) return
        queued.add(other)
        by.set(other, k)
        queue.push(other)
      })
    }
  }
  return { kinds: queue, periods: new Set(from.keys()), path: null }
}

function trace(end: number, from: ReadonlyMap<number, number>, by: ReadonlyMap<number, number>): Path {
  const path: { kind: number; to: number; back: number }[] = []
  for (let to = end; ;) {
    const kind = from.get(to) ?? 0
    const back = by.get(kind) ?? -1
    path.push({ kind, to, back })
    if (back < 0) return path
    to = back
  }
}

function push(
  path: Path,
  { flow, over, left }: { readonly flow: number[][]; readonly over: number[]; readonly left: number[] },
): void {
  const [end, start] = [path[0], path.at(-1)]
  if (end === undefined || start === undefined) return
  let amount = Math.min(left[end.to] ?? 0, over[start.kind] ?? 0)
  for (const { kind, back } of path) if (back >= 0) amount = Math.min(amount, flow[kind]?.[back] ?? 0)
  for (const { kind, to, back } of path) {
    const own = flow[kind]
    if (own === undefined) continue
    own[to] = (own[to] ?? 0) + amount
    if (back >= 0) own[back] = (own[back] ?? 0) - amount
  }
  left[end.to] = (left[end.to] ?? 0) - amount
  over[start.kind] = (over[start.kind] ?? 0) - amount
}
