// The names of real places, from the project's own division file. Pinyin is not needed here, so this reads only the place lines.
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

const FILE = new URL('../../../apps/server/data/divisions.txt.br', import.meta.url)

export type Divisions = {
  /** The official name, as in the file. */
  readonly name: (code: string) => string
  /** The name people use: 合兴村 for 合兴村村民委员会. */
  readonly short: (code: string) => string
  /** The codes one level below, in order. */
  readonly children: (code: string) => readonly string[]
  /** Villages and communities in a place of any level; codes ending 400 and above (farms, estates, industrial parks) left out. */
  readonly villages: (code: string) => readonly string[]
}

export function readDivisions(): Divisions {
  const names = readNames()
  const below = new Map<string, string[]>()
  for (const code of names.keys()) {
    const parent = code.slice(0, code.length > 6 ? code.length - 3 : code.length - 2)
    below.set(parent, [...(below.get(parent) ?? []), code])
  }
  const children = (code: string) => below.get(code) ?? []
  const villages = (code: string): readonly string[] =>
    code.length === 9 ? children(code).filter((village) => Number(village.slice(9)) < 400) : children(code).flatMap(villages)
  const name = (code: string) => {
    const found = names.get(code)
    if (found === undefined) throw new Error(`no division has the code ${code}`)
    return found
  }
  return { name, short: (code) => shorten(name(code)), children, villages }
}

/** One line a place: `=CODE\tNAME` down to townships, then villages with their last three digits where these do not count on by one. */
function readNames(): Map<string, string> {
  const names = new Map<string, string>()
  const lines = brotliDecompressSync(readFileSync(FILE)).toString('utf8').split('\n')
  let township = ''
  let last = 0
  for (const line of lines.slice(4)) {
    const [left, right] = line.split('\t')
    if (left === undefined || left === '') continue
    if (left.startsWith('=')) {
      township = left.slice(1)
      last = 0
      names.set(township, right ?? '')
    } else {
      last = right === undefined ? last + 1 : Number(left)
      names.set(township + String(last).padStart(3, '0'), right ?? left)
    }
  }
  return names
}

function shorten(name: string): string {
  const village = /^(.+?)村?(?:村民委员会|村委会|民委会)$/.exec(name)
  if (village?.[1]) return `${village[1]}村`
  const community = /^(.+?)(?:社区)?(?:居民委员会|居委会)$/.exec(name)
  return community?.[1] ? `${community[1]}社区` : name
}
