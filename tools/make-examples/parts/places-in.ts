import type { Divisions } from './divisions.ts'
import { positionOf, type Degrees } from './positions.ts'
import type { Random } from './random.ts'
import type { WorldRegion } from './world-types.ts'

/** Regions with approximate positions, and with the zone they are listed under where there is one. */
export function regionsAt(
  places: Divisions,
  at: Readonly<Record<string, Degrees>>,
  middle: number,
  zoneOf: (code: string) => string | null = () => null,
): WorldRegion[] {
  return Object.entries(at).map(([code, degrees]) => ({
    code,
    name: places.name(code),
    zone: zoneOf(code),
    at: positionOf(degrees, middle),
  }))
}

/** Villages of a township, communities of a township: by the last three digits of their code. */
export function isVillage(code: string): boolean {
  return code.slice(9) >= '200' && code.slice(9) < '400'
}

/** So many villages or communities of a place, of different townships as far as there are enough of them. */
export function spread(
  places: Divisions,
  random: Random,
  within: string,
  count: number,
  fits: (code: string) => boolean,
): string[] {
  const townships = within.length === 9 ? [within] : random.sample(places.children(within), 99)
  const found: string[] = []
  for (let pass = 0; found.length < count && pass < 9; pass += 1)
    for (const township of townships) {
      const left = places.villages(township).filter((code) => fits(code) && !found.includes(code))
      if (found.length < count && left.length > 0) found.push(random.pick(left))
    }
  return found.sort()
}
