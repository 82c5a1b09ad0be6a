// The text inside the division file. Small because it says nothing twice: villages follow their township and give their
// last three digits only where these do not count on by one; pinyin is a table of characters, plus the names that differ from it.
import { pinyin } from 'pinyin-pro'

export interface Division {
  readonly code: string
  readonly name: string
}

/** Lines: format, header (JSON), readings, exceptions, then the places in the order of their codes. */
export function divisionText(divisions: readonly Division[], source: string): string {
  const sorted = [...divisions].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const spoken = new Map(sorted.map(({ name }) => [name, syllables(name)]))
  const usual = usualReadings(spoken)
  const unusual = [...spoken].filter(([name, sounds]) => [...name].some((char, i) => usual.get(char) !== sounds[i]))
  const header = {
    source,
    counts: [2, 4, 6, 9, 12].map((digits) => divisions.filter(({ code }) => code.length === digits).length),
  }
  return [
    'shengmian.divisions/1',
    JSON.stringify(header),
    [...usual]
      .filter(([, sound]) => sound !== '')
      .map(([char, sound]) => char + sound)
      .join(' '),
    unusual.map(([name, sounds]) => `${name}=${sounds.join(' ')}`).join('\t'),
    ...placeLines(sorted),
    '',
  ].join('\n')
}

function placeLines(sorted: readonly Division[]): string[] {
  let last = 0
  return sorted.map(({ code, name }) => {
    if (/[\t\n=]/.test(name)) throw new Error(`${code}: a name with a separator in it`)
    if (code.length < 12) {
      last = 0
      return `=${code}\t${name}`
    }
    const number = Number(code.slice(9))
    const counts = number === last + 1
    last = number
    return counts ? name : `${code.slice(9)}\t${name}`
  })
}

/** One syllable a character, without tones, ü as v; letters and digits stand for themselves, everything else is silent. */
function syllables(name: string): readonly string[] {
  const chars = [...name]
  const sounds = pinyin(name, { toneType: 'none', type: 'array', v: true })
  if (sounds.length !== chars.length) throw new Error(`${name}: ${sounds.length} syllables for ${chars.length} characters`)
  return sounds.map((sound) =>
    /^[a-z0-9]+$/.test(sound.normalize('NFKC').toLowerCase()) ? sound.normalize('NFKC').toLowerCase() : '',
  )
}

function usualReadings(spoken: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const [name, sounds] of spoken) {
    for (const [i, char] of [...name].entries()) {
      const sound = sounds[i] ?? ''
      const ofChar = counts.get(char) ?? new Map<string, number>()
      counts.set(char, ofChar.set(sound, (ofChar.get(sound) ?? 0) + 1))
    }
  }
  return new Map(
    [...counts].map(([char, sounds]) => [char, [...sounds].reduce((best, one) => (one[1] > best[1] ? one : best))[0]]),
  )
}
