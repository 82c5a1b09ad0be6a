// All places in memory, for search by a part of the name, by pinyin, by initials or by code: no index of PostgreSQL helps
// with one Chinese character (docs/decisions/0010).
import { PLACE_LEVELS, placeCode, placeRange, type PlaceLevel } from '../../../platform/places.ts'
import type { Division } from './division-file.ts'
import { columnBuilder, entriesWith, entryAt, lowerBound, type TextColumn } from './text-column.ts'

export interface Place {
  readonly code: string
  readonly level: PlaceLevel
  readonly name: string
}

interface PlaceSearch {
  readonly text: string
  /** Only this place and what lies in it: a wire code. */
  readonly within?: string | undefined
  readonly levels?: readonly PlaceLevel[] | undefined
  readonly limit: number
}

export interface PlaceIndex {
  /** Places that fit, best first: the whole name, its beginning, any part; in each, higher levels before lower ones. */
  readonly search: (search: PlaceSearch) => readonly Place[]
  /** The place of a wire code, or null. */
  readonly find: (code: string) => Place | null
  /** From the province down to the place itself; a code that names no place is left out. */
  readonly path: (code: string) => readonly Place[]
  /** What lies directly in a place; `null` asks for the provinces. */
  readonly children: (code: string | null) => readonly Place[]
}

type Field = 'name' | 'pinyin' | 'initials'

interface Shelf {
  readonly level: PlaceLevel
  readonly places: Float64Array
  readonly columns: Readonly<Record<Field, TextColumn>>
}

/** Digits of the codes of each level. */
const digitsOf = [2, 4, 6, 9, 12]
/** Where a text is this common, only the best hits are looked for. */
const manyHits = 500

/** Characters of a name and letters of a syllable, on the average and a little more. */
const usualLength = 6.7
const usualSyllable = 3.13

/** Builds the index from all places in the order of their codes. */
export function buildPlaceIndex(divisions: Iterable<Division>, counts: readonly number[]): PlaceIndex {
  const building = PLACE_LEVELS.map((level, i) => ({
    level,
    places: new Float64Array(counts[i] ?? 0),
    size: 0,
    columns: {
      name: columnBuilder('utf16le', counts[i] ?? 0, usualLength),
      pinyin: columnBuilder('latin1', counts[i] ?? 0, usualLength * usualSyllable),
      initials: columnBuilder('latin1', counts[i] ?? 0, usualLength),
    },
  }))
  for (const { level, place, name, pinyin, initials } of divisions) {
    const shelf = building[PLACE_LEVELS.indexOf(level)]
    if (!shelf) continue
    shelf.places[shelf.size++] = place
    shelf.columns.name.add(name)
    shelf.columns.pinyin.add(pinyin)
    shelf.columns.initials.add(initials)
  }
  const shelves = building.map(({ level, places, columns }): Shelf => {
    const { name, pinyin, initials } = columns
    return { level, places, columns: { name: name.finish(), pinyin: pinyin.finish(), initials: initials.finish() } }
  })
  return {
    search: (search) => searchShelves(shelves, search),
    find: (code) => findPlace(shelves, code),
    path: (code) =>
      digitsOf.flatMap((digits) => (digits <= code.length ? (findPlace(shelves, code.slice(0, digits)) ?? []) : [])),
    children: (code) => {
      const shelf = shelves[code === null ? 0 : digitsOf.indexOf(code.length) + 1]
      return shelf ? [...stretchOf(shelf, code)].map((i) => placeAt(shelf, i)) : []
    },
  }
}

function placeAt(shelf: Shelf, i: number): Place {
  return { code: placeCode(shelf.places[i] ?? 0, shelf.level), level: shelf.level, name: entryAt(shelf.columns.name, i) }
}

function findPlace(shelves: readonly Shelf[], code: string): Place | null {
  const shelf = /^\d+$/.test(code) ? shelves[digitsOf.indexOf(code.length)] : undefined
  if (!shelf) return null
  const { lo } = placeRange(code)
  const i = lowerBound(shelf.places, lo)
  return shelf.places[i] === lo ? placeAt(shelf, i) : null
}

/** First and end index of what a scope holds: one stretch, since the places are in the order of their codes. */
function boundsOf(shelf: Shelf, within: string | null): readonly [first: number, end: number] {
  if (within === null) return [0, shelf.places.length]
  const { lo, hi } = placeRange(within)
  return [lowerBound(shelf.places, lo), lowerBound(shelf.places, hi + 1)]
}

function* stretchOf(shelf: Shelf, within: string | null): Generator<number> {
  const [first, end] = boundsOf(shelf, within)
  for (let i = first; i < end; i++) yield i
}

function searchShelves(shelves: readonly Shelf[], { text, within, levels, limit }: PlaceSearch): readonly Place[] {
  const terms = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s/,]+/)
    .filter(Boolean)
  const wanted = terms.pop()
  if (wanted === undefined) return []
  const scope = within ?? null
  // "江陵 沿河": what stands before names places around the one that is looked for.
  const scopes = terms.reduce<readonly (string | null)[]>(
    (around, term) => around.flatMap((outer) => fit(shelves.slice(0, 4), term, outer, 30).map(({ code }) => code)),
    [scope],
  )
  const allowed = shelves.filter(({ level }) => levels?.includes(level) ?? true)
  const found = new Map<string, Place>()
  for (const inner of scopes) {
    for (const place of fit(allowed, wanted, inner, limit)) found.set(place.code, place)
    if (found.size >= limit) break
  }
  return [...found.values()].slice(0, limit)
}

function fit(shelves: readonly Shelf[], term: string, within: string | null, limit: number): readonly Place[] {
  if (/^\d+$/.test(term)) return fitCode(shelves, term, within, limit)
  if (!/^[a-z0-9ü']+$/.test(term)) return fitText(shelves, ['name'], withoutCommittee(term), within, limit)
  const letters = term
    .replaceAll('ü', 'v')
    .replaceAll("'", '')
    .replaceAll(/([nl])yu/g, '$1v')
  return fitText(shelves, ['pinyin', 'initials'], letters, within, limit)
}

/** People type 沿河村村委会 where the register says 沿河村村民委员会. */
function withoutCommittee(term: string): string {
  return term.replace(/(?<=.)(?:村民委员会|村委会|居民委员会|居委会)$/, '')
}

interface Hit {
  readonly shelf: Shelf
  readonly i: number
}

/** How well an entry fits: it is the text, begins with it, or holds it. */
type Worth = 0 | 1 | 2

function fitText(
  shelves: readonly Shelf[],
  fields: readonly Field[],
  text: string,
  within: string | null,
  limit: number,
): readonly Place[] {
  const ranked = fields.flatMap((field) => fitField(shelves, field, text, within, limit)).sort((a, b) => a.worth - b.worth)
  const found = new Map<string, Hit>()
  for (const { hit } of ranked) {
    const key = `${hit.shelf.level} ${hit.i}`
    if (!found.has(key)) found.set(key, hit)
    if (found.size >= limit) break
  }
  return [...found.values()].map(({ shelf, i }) => placeAt(shelf, i))
}

/** One walk through a column is enough for a rare text; a common one is looked for whole and from the beginning first. */
function fitField(
  shelves: readonly Shelf[],
  field: Field,
  text: string,
  within: string | null,
  limit: number,
): readonly { readonly hit: Hit; readonly worth: Worth }[] {
  // A part of the initials says nothing to anybody: they count whole or from the beginning.
  const hits = take(shelves, field, field === 'initials' ? `\n${text}` : text, within, manyHits)
  if (hits.length < manyHits) return hits.map((hit) => ({ hit, worth: worthOf(hit, field, text) }))
  const best = [`\n${text}\n`, `\n${text}`].flatMap((needle) => take(shelves, field, needle, within, limit))
  return [...best, ...hits].map((hit) => ({ hit, worth: worthOf(hit, field, text) }))
}

function worthOf({ shelf, i }: Hit, field: Field, text: string): Worth {
  const entry = entryAt(shelf.columns[field], i)
  return entry === text ? 0 : entry.startsWith(text) ? 1 : 2
}

function take(shelves: readonly Shelf[], field: Field, needle: string, within: string | null, limit: number): readonly Hit[] {
  const hits: Hit[] = []
  for (const shelf of shelves) {
    const [first, end] = boundsOf(shelf, within)
    if (first >= end) continue
    for (const i of entriesWith(shelf.columns[field], needle, first, end)) {
      hits.push({ shelf, i })
      if (hits.length >= limit) return hits
    }
  }
  return hits
}

/** Every place whose code begins with the digits. */
function fitCode(shelves: readonly Shelf[], digits: string, within: string | null, limit: number): readonly Place[] {
  const found: Place[] = []
  if (digits.length > 12) return found
  const lo = Number(digits.padEnd(12, '0'))
  const hi = Number(digits.padEnd(12, '9'))
  for (const shelf of shelves) {
    const [first, end] = boundsOf(shelf, within)
    for (let i = Math.max(first, lowerBound(shelf.places, lo)); i < end && (shelf.places[i] ?? Infinity) <= hi; i++) {
      const place = placeAt(shelf, i)
      if (!place.code.startsWith(digits)) continue
      found.push(place)
      if (found.length >= limit) return found
    }
  }
  return found
}
