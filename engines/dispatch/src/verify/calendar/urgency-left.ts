// What must be left over after each period, counted as somebody would who packs the most urgent visits first into all days until then.
import type { Provable } from './provable.ts'

const STEPS = 20_000_000

export interface Left {
  /** By period, 0 in what is past. */
  readonly after: readonly number[]
  readonly sum: number
  readonly all: number
}

export function urgencyLeft(visits: readonly Provable[], days: readonly number[], past: number): Left {
  const all = visits.reduce((sum, { urgency }) => sum + urgency, 0)
  let until = 0
  const after = days.map((own, k) => {
    if (k < past) return 0
    const usable = visits.filter(({ allowed }) => allowed.includes(k)).reduce((sum, { workload }) => sum + workload, 0)
    until += Math.min(own, usable)
    const early = visits.filter(({ allowed }) => (allowed[0] ?? 0) <= k)
    const bound = early.filter(({ urgency, allowed }) => urgency === 0 && (allowed.at(-1) ?? 0) <= k)
    const room = Math.max(0, until - bound.reduce((sum, { workload }) => sum + workload, 0))
    return Math.max(
      0,
      all -
        packed(
          early.filter(({ urgency }) => urgency > 0),
          room,
        ),
    )
  })
  return { after, sum: after.reduce((sum, own) => sum + own, 0), all }
}

/** The most urgency of whole visits that fits; of so many that counting would take too long, of fractions. */
function packed(visits: readonly Provable[], room: number): number {
  if (visits.reduce((sum, { workload }) => sum + workload, 0) <= room)
    return visits.reduce((sum, { urgency }) => sum + urgency, 0)
  const alike = Map.groupBy(visits, ({ urgency, workload }) => `${urgency} ${workload}`)
  if (room * alike.size * 12 > STEPS) return split([...alike.values()], room)
  const best = new Float64Array(room + 1)
  for (const own of alike.values()) {
    const { urgency, workload } = own[0] ?? { urgency: 0, workload: 1 }
    for (const lot of doubled(Math.min(own.length, Math.floor(room / workload))))
      for (let x = room; x >= lot * workload; x--)
        best[x] = Math.max(best[x] ?? 0, (best[x - lot * workload] ?? 0) + lot * urgency)
  }
  return best[room] ?? 0
}

function split(lists: readonly (readonly Provable[])[], room: number): number {
  let [left, sum] = [room, 0]
  const worth = ({ urgency, workload }: Provable): number => urgency / workload
  for (const own of lists.toSorted(([a], [b]) => (a && b ? worth(b) - worth(a) : 0))) {
    const { urgency, workload } = own[0] ?? { urgency: 0, workload: 1 }
    const used = Math.min(left, own.length * workload)
    left -= used
    sum += Math.ceil((used * urgency) / workload)
  }
  return sum
}

/** 1, 2, 4 … and what is left of the count. */
export function doubled(count: number): readonly number[] {
  if (count <= 0) return []
  const lots = Array.from({ length: Math.floor(Math.log2(count + 1)) }, (_, n) => 2 ** n)
  const rest = count - lots.reduce((sum, lot) => sum + lot, 0)
  return rest > 0 ? [...lots, rest] : lots
}
