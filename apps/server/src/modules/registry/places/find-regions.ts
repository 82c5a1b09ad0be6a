import { Problem, type NamedPlace, type Region, type RegionDetail } from '@shengmian/contract'
import type { PlaceLevel } from '../../../platform/places.ts'
import type { Place } from './place-index.ts'
import { namedPlace, placeRegister } from './place-register.ts'

export interface RegionQuery {
  readonly q: string
  readonly within?: string | undefined
  readonly level?: PlaceLevel | undefined
  readonly limit?: number | undefined
}

/** Places by a part of the name, pinyin, initials or code, best first. */
export function findRegions({ q, within, level, limit }: RegionQuery): readonly Region[] {
  return placeRegister()
    .search({ text: q, within, levels: level === undefined ? undefined : [level], limit: limit ?? 20 })
    .map((place) => withAncestors(place))
}

/** A place with its ancestors and its children. Throws `unknown-place`. */
export function describeRegion(code: string): RegionDetail {
  const place = placeRegister().find(code)
  if (place === null)
    throw new Problem('unknown-place', {
      errors: [{ at: 'params/code', zh: `区划代码${code}不存在`, en: `no place has the code ${code}` }],
    })
  const children = placeRegister()
    .children(code)
    .map(({ code, name }) => ({ code, name }))
  return { ...withAncestors(place), children }
}

export function listProvinceNames(): NamedPlace[] {
  return placeRegister()
    .children(null)
    .map(({ code, name }) => ({ code, name }))
}

/** The names from the province down to the place above a place. */
export function ancestorsOf(code: string): NamedPlace[] {
  return placeRegister()
    .path(code)
    .filter((place) => place.code !== code)
    .map((place) => namedPlace(place.code))
}

function withAncestors({ code, level, name }: Place): Region {
  return { code, level, name, called: namedPlace(code).name, ancestors: ancestorsOf(code) }
}
