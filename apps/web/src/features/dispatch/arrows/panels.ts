// Which places and which arrows stand together in one drawing: one panel a zone, or one for all where an arrow crosses zones.
import type { readWhoInspectsWhom, ReplyOf } from '@shengmian/contract'
import { countEdges, type Edge } from './ring.ts'

export type WhoInspectsWhom = ReplyOf<typeof readWhoInspectsWhom>

interface Place {
  readonly code: string
  readonly name: string
}
interface Pair {
  readonly from: Place
  readonly to: Place
}
export interface Panel {
  readonly name: string | null
  readonly places: readonly Place[]
  readonly now: readonly Edge[]
  readonly before: readonly Edge[]
}

/** Arrows without a home (pooled teams come from many places) cannot be drawn and stand in the table alone. */
export function panelsOf(view: WhoInspectsWhom): readonly Panel[] {
  const now = view.arrows.flatMap(({ home, host }): Pair[] => (home === null ? [] : [{ from: home, to: host }]))
  const before = view.last.map(({ home, host }): Pair => ({ from: home, to: host }))
  if (now.length === 0) return []
  const zoneOf = (code: string) => view.zones.find((zone) => zone.members.some((member) => code.startsWith(member.code)))?.name
  const crosses = now.some(({ from, to }) => zoneOf(from.code) === undefined || zoneOf(from.code) !== zoneOf(to.code))
  if (crosses) return [panel(null, now, before)]
  return view.zones.flatMap(({ name }) => {
    const own = now.filter(({ from }) => zoneOf(from.code) === name)
    const inside = before.filter(({ from, to }) => zoneOf(from.code) === name && zoneOf(to.code) === name)
    return own.length === 0 ? [] : [panel(name, own, inside)]
  })
}

function panel(name: string | null, now: readonly Pair[], before: readonly Pair[]): Panel {
  const drawn = new Set(now.flatMap(({ from, to }) => [from.code, to.code]))
  const past = before.filter(({ from, to }) => drawn.has(from.code) && drawn.has(to.code))
  const places = new Map(now.flatMap(({ from, to }) => [from, to]).map((place) => [place.code, place]))
  return {
    name,
    // By code: a place keeps its spot from round to round.
    places: [...places.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    now: edgesOf(now),
    before: edgesOf(past),
  }
}

const edgesOf = (pairs: readonly Pair[]): readonly Edge[] =>
  countEdges(pairs.map(({ from, to }) => ({ from: from.code, to: to.code })))

/** Lengths of the rings that the arrows form, longest first; `null` where they are no rings. */
export function ringsOf(edges: readonly Edge[]): readonly number[] | null {
  const next = new Map(edges.map(({ from, to }) => [from, to]))
  if (next.size !== edges.length || new Set(next.values()).size !== edges.length) return null
  const lengths: number[] = []
  const seen = new Set<string>()
  for (const start of next.keys()) {
    if (seen.has(start)) continue
    let length = 0
    let at: string | undefined = start
    while (at !== undefined && !seen.has(at)) {
      seen.add(at)
      length += 1
      at = next.get(at)
    }
    if (at !== start) return null
    lengths.push(length)
  }
  return lengths.toSorted((a, b) => b - a)
}
