// A place as people write it: a code with or without the zeros that pad it, a name, or a path of names (湖北省荆州市荆州区).
import { placeNumber, wireCode } from '../../../platform/places.ts'
import { placeRegister } from '../places/place-register.ts'
import { shortName } from '../places/short-name.ts'
import { cellText, type CellReader, type Fault } from './cell-meaning.ts'

type Found = { readonly code: string } | { readonly fault: Fault }

/** Reads cells that name a place; a name that several places bear is taken for the one inside `within`, if that is one. */
export function placeReader(within: string): CellReader<string> {
  const known = new Map<string, Found>()
  return (cell, is1904) => {
    const text = cellText(cell, is1904)
    let found = known.get(text)
    if (found === undefined) known.set(text, (found = resolvePlace(text, within)))
    return 'code' in found ? { value: found.code } : found
  }
}

/** The code of a place that a text names, or what is wrong with it. */
export function resolvePlace(text: string, within: string): Found {
  const compact = text.replaceAll(/[\s/>·-]/g, '')
  if (/^\d+$/.test(compact)) return resolveCode(compact)
  const hits = descend(compact, '')
  const own = hits.filter((code) => code.startsWith(within))
  const nearest = shortest(own.length > 0 ? own : hits)
  const [only, second] = nearest
  if (only === undefined)
    return { fault: { zh: `没有叫“${text}”的地方，请填区划代码`, en: `no place is called "${text}": write its code` } }
  if (second === undefined) return { code: only }
  const some = nearest.slice(0, 3).map(
    (code) =>
      `${code}（${placeRegister()
        .path(code)
        .map(({ name }) => name)
        .join('')}）`,
  )
  return {
    fault: {
      zh: `叫“${text}”的地方有${nearest.length}个，请填区划代码，如${some.join('、')}`,
      en: `${nearest.length} places are called "${text}": write the code, such as ${nearest.slice(0, 3).join(', ')}`,
    },
  }
}

function resolveCode(digits: string): Found {
  if (placeRegister().find(digits) !== null) return { code: digits }
  // 421003000000 and 421000 are how statistics write a county and a city.
  if (digits.length <= 12 && digits.endsWith('00')) {
    const code = wireCode(placeNumber(digits))
    if (code.length < digits.length && placeRegister().find(code) !== null) return { code }
  }
  return { fault: { zh: `区划代码${digits}不存在`, en: `no place has the code ${digits}` } }
}

/** A city without counties and its one county bear one name: the county counts, since it is the finer of the two. */
function shortest(codes: readonly string[]): readonly string[] {
  const unique = [...new Set(codes)].filter((code) => !codes.includes(`${code}00`) || code.length !== 4)
  const length = Math.min(...unique.map((code) => code.length))
  return unique.filter((code) => code.length === length)
}

/** All places whose path ends with the text, beginning at any place inside `scope`. Villages are looked for inside a known scope only. */
function descend(text: string, scope: string): readonly string[] {
  const found: string[] = []
  for (let length = text.length; length >= 2; length--) {
    const name = text.slice(0, length)
    const rest = text.slice(length)
    for (const code of higherPlaces().get(name) ?? []) {
      if (!code.startsWith(scope) || (code.length === scope.length && scope !== '')) continue
      if (rest === '') found.push(code)
      else found.push(...descend(rest, code))
    }
    if (found.length > 0) return found
  }
  if (scope.length < 4) return found
  return placeRegister()
    .search({ text, within: scope, levels: ['village'], limit: 50 })
    .filter(({ name }) => name === text || shortName(name) === shortName(text))
    .map(({ code }) => code)
}

const lastWord = /(?:(?:壮族|回族|维吾尔)?自治区|自治州|自治县|地区|省|市|盟|区|县|旗|街道|镇|乡)$/

let kept: ReadonlyMap<string, readonly string[]> | null = null

/** Places down to townships by their whole name, and by the name without its last word (江陵 for 江陵县) where no other has that name. */
function higherPlaces(): ReadonlyMap<string, readonly string[]> {
  if (kept !== null) return kept
  const whole = new Map<string, string[]>()
  const short = new Map<string, string[]>()
  const visit = (above: string | null) => {
    for (const { code, level, name } of placeRegister().children(above)) {
      push(whole, name, code)
      const stem = name.replace(lastWord, '')
      if (stem !== name && stem.length >= 2) push(short, stem, code)
      if (level !== 'township') visit(code)
    }
  }
  visit(null)
  for (const [stem, codes] of short) if (!whole.has(stem)) whole.set(stem, codes)
  kept = whole
  return kept
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
