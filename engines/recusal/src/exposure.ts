// Exposure: how likely a person and an insider know each other through a chain of at most three ties. Everything is an integer in
// thousandths, so that two programs in two languages agree to the last digit.
import type { ReviewTie } from './types.ts'

const MAX_TIES = 3
const WHOLE = 1000

export type Hop = {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly strength: number
  readonly source: string
}
export type Path = { readonly strength: number; readonly hops: readonly Hop[] }

export type Exposure = {
  /** P(person, insider) in thousandths. */
  readonly strength: (person: string, insider: string) => number
  /** The sum of P over the insiders: the expected number of insiders that the person knows, in thousandths. */
  readonly exposure: (person: string, insiders: readonly string[]) => number
  /** Everybody within three ties, with P: what a solver walks instead of asking for each pair. Computed anew at each call. */
  readonly reach: (person: string) => ReadonlyMap<string, number>
  /** The strongest path (the shortest of equals, then the first by id), or `null` where there is none within three ties. */
  readonly path: (person: string, insider: string) => Path | null
}

type Edge = { readonly to: string; readonly tie: ReviewTie }
type EdgesOf = (person: string) => readonly Edge[]
type Reached = { readonly strength: number; readonly previous: Edge | null; readonly from: string }

/**
 * Prepares exposures over a graph of ties: undirected, of several ties between two ends the strongest counts, at most three ties a path.
 * A path's strength is the product of its ties, rounded down at each hop from the person's side; a person knows himself fully (1000).
 * Rounding is monotone, so the best path of k ties extends a best path of k − 1. What lies within two ties is kept for each person asked about.
 */
export function prepareExposure(ties: readonly ReviewTie[]): Exposure {
  const edgesOf = edgesByPerson(ties)
  // Within two ties of a person there are few; the third is looked up from the insider's side, so that memory stays small
  const kept = new Map<string, ReadonlyMap<string, number>>()
  const nearOf = (person: string): ReadonlyMap<string, number> => {
    let near = kept.get(person)
    if (near === undefined) {
      near = strongest(layersFrom(edgesOf, person, MAX_TIES - 1))
      kept.set(person, near)
    }
    return near
  }
  const strengthOf = (person: string, insider: string): number => {
    const near = nearOf(person)
    let best = near.get(insider) ?? 0
    for (const edge of edgesOf(insider)) {
      best = Math.max(best, Math.floor(((near.get(edge.to) ?? 0) * edge.tie.strength) / WHOLE))
    }
    return best
  }
  return {
    strength: strengthOf,
    exposure: (person, insiders) => insiders.reduce((sum, insider) => sum + strengthOf(person, insider), 0),
    reach: (person) => strongest(layersFrom(edgesOf, person, MAX_TIES)),
    path: (person, insider) => pathTo(layersFrom(edgesOf, person, MAX_TIES), insider),
  }
}

type Layer = ReadonlyMap<string, Reached>

/** layers[k]: the strongest walk of exactly k ties to everybody reached, weak ones that round to nothing dropped. */
function layersFrom(edgesOf: EdgesOf, person: string, most: number): readonly Layer[] {
  const layers: Layer[] = [new Map([[person, { strength: WHOLE, previous: null, from: person }]])]
  for (let ties = 1; ties <= most; ties++) {
    const next = new Map<string, Reached>()
    for (const [node, reached] of layers[ties - 1] ?? []) {
      for (const edge of edgesOf(node)) {
        const strength = Math.floor((reached.strength * edge.tie.strength) / WHOLE)
        const known = next.get(edge.to)
        if (
          strength > 0 &&
          (known === undefined || known.strength < strength || (known.strength === strength && node < known.from))
        ) {
          next.set(edge.to, { strength, previous: edge, from: node })
        }
      }
    }
    layers.push(next)
  }
  return layers
}

function strongest(layers: readonly Layer[]): ReadonlyMap<string, number> {
  const best = new Map<string, number>()
  for (const layer of layers) {
    for (const [node, { strength }] of layer) if (strength > (best.get(node) ?? 0)) best.set(node, strength)
  }
  return best
}

function pathTo(layers: readonly Layer[], insider: string): Path | null {
  let length = -1
  let best = 0
  layers.forEach((layer, ties) => {
    const strength = layer.get(insider)?.strength ?? 0
    if (strength > best) [length, best] = [ties, strength]
  })
  if (length < 0) return null
  const hops: Hop[] = []
  let at = insider
  for (let ties = length; ties > 0; ties--) {
    const reached = layers[ties]?.get(at)
    if (reached === undefined || reached.previous === null) throw new Error('a layer lost the way back')
    const { kind, strength, source } = reached.previous.tie
    hops.unshift({ from: reached.from, to: at, kind, strength, source })
    at = reached.from
  }
  return { strength: best, hops }
}

/** The strongest tie to each neighbour. Picked when a person is first asked about: of a large graph most never are. */
function edgesByPerson(ties: readonly ReviewTie[]): EdgesOf {
  const listed = new Map<string, ReviewTie[]>()
  const list = (person: string, tie: ReviewTie): void => {
    const own = listed.get(person)
    if (own === undefined) listed.set(person, [tie])
    else own.push(tie)
  }
  for (const tie of ties) {
    if (tie.a === tie.b) continue
    list(tie.a, tie)
    list(tie.b, tie)
  }
  const picked = new Map<string, readonly Edge[]>()
  return (person) => {
    let edges = picked.get(person)
    if (edges === undefined) {
      edges = strongestEdges(person, listed.get(person) ?? [])
      picked.set(person, edges)
    }
    return edges
  }
}

function strongestEdges(person: string, ties: readonly ReviewTie[]): readonly Edge[] {
  const edges = new Map<string, Edge>()
  for (const tie of ties) {
    const to = tie.a === person ? tie.b : tie.a
    const known = edges.get(to)
    const isStronger = known === undefined || known.tie.strength < tie.strength
    const isEqual = known !== undefined && known.tie.strength === tie.strength
    // of two equals the same one speaks, in whatever order the ties come
    if (isStronger || (isEqual && tie.kind < known.tie.kind)) edges.set(to, { to, tie })
  }
  return [...edges.values()]
}
