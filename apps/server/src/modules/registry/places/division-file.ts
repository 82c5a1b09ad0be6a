// Reads the compressed division file that comes with the product: every place of China with its name and its pinyin.
import { readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { brotliDecompressSync } from 'node:zlib'
import { levelOf, placeNumber, type PlaceLevel } from '../../../platform/places.ts'

export interface Division {
  /** 12 digits as a number. */
  readonly place: number
  readonly level: PlaceLevel
  readonly name: string
  /** Without tones and spaces, ü as v: 弥市镇 → mishizhen. */
  readonly pinyin: string
  /** First letters: 弥市镇 → msz. */
  readonly initials: string
}

export interface DivisionFile {
  /** Package and version that the places come from. */
  readonly source: string
  /** SHA-256 of the file: which edition a database was filled from. */
  readonly edition: string
  /** How many places each level has: provinces, cities, counties, townships, villages and communities. */
  readonly counts: readonly number[]
  /** All places in the order of their codes, a parent before what lies in it. */
  readonly divisions: () => Generator<Division>
}

const divisionFile = new URL('../../../../data/divisions.txt.br', import.meta.url)

/** Reads the whole file; a file of another format is a fault of the installation and ends the start. */
export function readDivisionFile(file: URL = divisionFile): DivisionFile {
  const bytes = readFileSync(file)
  // Read line by line from the bytes: as one string the text would take twenty megabytes more.
  const text = brotliDecompressSync(bytes)
  const ends = [0, 1, 2, 3].reduce<number[]>((found) => [...found, text.indexOf(lineFeed, (found.at(-1) ?? -1) + 1)], [])
  const [format, header, readings, exceptions] = ends.map((end, i) =>
    text.toString('utf8', i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end),
  )
  if (format !== 'shengmian.divisions/1') throw new Error(`${file.pathname} is not a division file`)
  const { source, counts } = JSON.parse(header ?? '') as { source: string; counts: number[] }
  const speak = speaker(readings ?? '', exceptions ?? '')
  const start = (ends[3] ?? 0) + 1
  return {
    source,
    edition: createHash('sha256').update(bytes).digest('hex'),
    counts,
    divisions: () => readPlaces(text, start, speak),
  }
}

const lineFeed = 10

function* readPlaces(text: Buffer, start: number, speak: Speaker): Generator<Division> {
  let township = 0
  let last = 0
  for (let from = start, end = text.indexOf(lineFeed, from); end !== -1; from = end + 1, end = text.indexOf(lineFeed, from)) {
    const line = text.toString('utf8', from, end)
    const tab = line.indexOf('\t')
    const name = line.slice(tab + 1)
    if (line.startsWith('=')) {
      const code = line.slice(1, tab)
      township = placeNumber(code)
      last = 0
      yield { place: township, level: levelOf(code), name, ...speak(name) }
      continue
    }
    last = tab === -1 ? last + 1 : Number(line.slice(0, tab))
    yield { place: township + last, level: 'village', name, ...speak(name) }
  }
}

type Speaker = (name: string) => { readonly pinyin: string; readonly initials: string }

/** Pinyin by a table of characters, but for the names (重庆, 大城) in which a character sounds otherwise. */
function speaker(readings: string, exceptions: string): Speaker {
  const usual = new Map<string, string>()
  for (const reading of readings.split(' ')) {
    const char = String.fromCodePoint(reading.codePointAt(0) ?? 0)
    usual.set(char, reading.slice(char.length))
  }
  const unusual = new Map(
    exceptions.split('\t').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).split(' ')]),
  )
  return (name) => {
    const sounds = unusual.get(name)
    let pinyin = ''
    let initials = ''
    if (sounds) return { pinyin: sounds.join(''), initials: sounds.map((sound) => sound[0] ?? '').join('') }
    for (const char of name) {
      const sound = usual.get(char)
      if (sound === undefined) continue
      pinyin += sound
      initials += sound[0] ?? ''
    }
    return { pinyin, initials }
  }
}
