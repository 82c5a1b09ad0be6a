// Where the places of a zone stand and how the arrows between them run. Pure geometry, in the units of the drawing.
export interface Point {
  readonly x: number
  readonly y: number
}

export interface Edge {
  readonly from: string
  readonly to: string
  /** Teams that take this way. */
  readonly count: number
}

export const BOX = { height: 26, perLetter: 14, padding: 20 } as const

/** Width of the box of a name. */
export function boxWidth(name: string): number {
  return name.length * BOX.perLetter + BOX.padding
}

/** Half the width and half the height of the ring on which `count` places stand. */
export function ringSize(count: number): Point {
  const radius = count <= 2 ? 90 : Math.max(112, count * 19)
  return { x: radius * 1.06, y: radius }
}

/** Places on a ring, clockwise from the top. Their order is the caller's, so a place keeps its spot from round to round. */
export function placeOnRing(codes: readonly string[]): ReadonlyMap<string, Point> {
  const size = ringSize(codes.length)
  return new Map(
    codes.map((code, index) => {
      const angle = (index / codes.length) * 2 * Math.PI - Math.PI / 2
      return [code, { x: Math.round(size.x * Math.cos(angle)), y: Math.round(size.y * Math.sin(angle)) }]
    }),
  )
}

/** Same ways counted together. */
export function countEdges(pairs: readonly { readonly from: string; readonly to: string }[]): readonly Edge[] {
  const counts = new Map<string, Edge>()
  for (const { from, to } of pairs) {
    const key = `${from} ${to}`
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()]
}

/**
 * A bowed line from box to box as an SVG path, with the point half way. `side` +1 bows to the left of the way, −1 to the right: the two
 * rounds bow to different sides, so that their heads never meet.
 */
export function bow(
  from: Point,
  to: Point,
  widths: readonly [number, number],
  side: 1 | -1,
): { readonly path: string; readonly middle: Point } {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.max(1, Math.hypot(dx, dy))
  const bend = side * Math.min(26, length * 0.12)
  const control = { x: (from.x + to.x) / 2 + (dy / length) * bend, y: (from.y + to.y) / 2 - (dx / length) * bend }
  const start = edgeOfBox(from, control, widths[0], 4)
  const end = edgeOfBox(to, control, widths[1], 4)
  const middle = { x: (start.x + 2 * control.x + end.x) / 4, y: (start.y + 2 * control.y + end.y) / 4 }
  return { path: `M${show(start)} Q${show(control)} ${show(end)}`, middle }
}

/** Where the line from the middle of a box towards a point leaves the box, `gap` outside it. */
function edgeOfBox(middle: Point, towards: Point, width: number, gap: number): Point {
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y]
  const scale = Math.min(
    dx === 0 ? Infinity : (width / 2 + gap) / Math.abs(dx),
    dy === 0 ? Infinity : (BOX.height / 2 + gap) / Math.abs(dy),
  )
  return Number.isFinite(scale) ? { x: middle.x + dx * scale, y: middle.y + dy * scale } : middle
}

const show = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`
