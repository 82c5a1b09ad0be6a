// The places of China as the whole server knows them: read from the division file once, when first asked for.
import { Problem, type NamedPlace } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import { readDivisionFile } from './division-file.ts'
import { buildPlaceIndex, type PlaceIndex } from './place-index.ts'
import { shortName } from './short-name.ts'

let kept: PlaceIndex | null = null

/** The index of all places; the first call reads them, which takes about a second. */
export function placeRegister(): PlaceIndex {
  if (kept === null) {
    const file = readDivisionFile()
    kept = buildPlaceIndex(file.divisions(), file.counts)
  }
  return kept
}

/** A place with the name that pages show; a code that names no place is shown as it is, so that nothing is hidden. */
export function namedPlace(code: string): NamedPlace {
  return { code, name: spokenName(code) ?? code }
}

/** What people call a place. The city level of a municipality is a bracket in the register (市辖区): people say 天津市. */
function spokenName(code: string): string | null {
  const place = placeRegister().find(code)
  if (place === null) return null
  const isBracket = code.length === 4 && (place.name === '市辖区' || place.name === '县')
  return isBracket ? spokenName(code.slice(0, 2)) : shortName(place.name)
}

/** The same for the number that the database keeps; `null` stays unknown. */
export function namedPlaceOf(number: number): NamedPlace
export function namedPlaceOf(number: number | null): NamedPlace | null
export function namedPlaceOf(number: number | null): NamedPlace | null {
  return number === null ? null : namedPlace(wireCode(number))
}

/** Refuses a code that names no place of China. `00`, the whole country, is one where an authority is asked for. */
export function demandPlace(code: string, at: string): void {
  if (code === '00' || placeRegister().find(code) !== null) return
  throw new Problem('unknown-place', { errors: [{ at, zh: `区划代码${code}不存在`, en: `no place has the code ${code}` }] })
}

/** Short names of places by code; a code that names no place is absent. */
export function nameOfPlaces(codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    codes.flatMap((code) => {
      const name = spokenName(code)
      return name === null ? [] : [[code, name] as const]
    }),
  )
}
