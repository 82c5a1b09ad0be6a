// Names for the places that a page shows; an unknown place is called by its code, so that nothing is hidden.
import { Problem, type NamedPlace } from '@shengmian/contract'
import { wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { nameOfPlaces } from '../../registry/index.ts'

export type NamePlace = (place: string | number) => NamedPlace

/** What the register writes where a level is only a heading. */
const COLLECTIVE = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** Looks all the names up at once. */
export async function placeNames(tx: Transaction, places: Iterable<string | number | null>): Promise<NamePlace> {
  const codes = new Set<string>()
  for (const place of places) if (place !== null) codes.add(typeof place === 'number' ? wireCode(place) : place)
  const names = await nameOfPlaces(
    tx,
    [...codes].flatMap((code) => [code, code.slice(0, 2)]),
  )
  return (place) => {
    const code = typeof place === 'number' ? wireCode(place) : place
    const name = names.get(code) ?? code
    // the city level of a municipality has no name of its own: 1201 is 天津市 itself
    return { code, name: code.length === 4 && COLLECTIVE.has(name) ? (names.get(code.slice(0, 2)) ?? name) : name }
  }
}

/** Refuses codes that are no place of China. */
export async function demandPlaces(tx: Transaction, codes: readonly string[]): Promise<void> {
  const names = await nameOfPlaces(tx, codes)
  const unknown = codes.filter((code) => !names.has(code))
  if (unknown.length > 0) {
    throw new Problem('unknown-place', {
      errors: unknown.map((code) => ({ at: code, zh: `区划代码${code}不存在`, en: `no place has the code ${code}` })),
    })
  }
}
