import type { Position } from './world-types.ts'

/** Approximate degrees, east and north, of the seat of a region. */
export type Degrees = readonly [east: number, north: number]

/** Kilometres in a plane around a middle longitude, 500 km east of the origin there. Good to a few kilometres, which is all that travel needs. */
export function positionOf([east, north]: Degrees, middle: number): Position {
  const kmEast = 500 + (east - middle) * 111.32 * Math.cos((north * Math.PI) / 180)
  return [Math.round(kmEast), Math.round(north * 110.95)]
}
