// The header of an age file (C2SP age.md, version 1): lines of stanzas, each one wrapping of the file key, and a MAC over them all.
// Written and read in its one canonical form: whatever differs by a byte is no header.
import { base64Bare, fromBase64Bare } from '../bytes.ts'

const VERSION = 'age-encryption.org/v1'
const COLUMNS = 64
/** No header of ours or of the stock tool comes near; it bounds what a hostile file can cost. */
const LONGEST = 65_536

/** One wrapping of the file key: a type with its arguments, and bytes. */
export interface Stanza {
  readonly words: readonly string[]
  readonly body: Uint8Array
}

interface Header {
  readonly stanzas: readonly Stanza[]
  readonly mac: Uint8Array
  /** What the MAC is over. */
  readonly text: string
  /** Where the payload begins. */
  readonly length: number
}

/** The header without its MAC, ending in `---`: what the MAC is over. */
export function headerText(stanzas: readonly Stanza[]): string {
  return `${VERSION}\n${stanzas.map(stanzaText).join('')}---`
}

/** The end of the header: a space, the MAC of 32 bytes, a newline. */
export function macText(mac: Uint8Array): string {
  return ` ${base64Bare(mac)}\n`
}

/** The header that a file begins with; null where it is not exactly what the format says. */
export function readHeader(file: Uint8Array): Header | null {
  const [first, ...lines] = headerLines(file)
  const last = lines.pop()
  if (first !== VERSION || last === undefined || !last.startsWith('--- ')) return null
  const mac = fromBase64Bare(last.slice(4))
  const stanzas = readStanzas(lines)
  if (mac?.length !== 32 || stanzas === null) return null
  const text = headerText(stanzas)
  return { stanzas, mac, text, length: text.length + macText(mac).length }
}

/** Lines of printable ASCII up to the one that begins with `---`; fewer where something else comes first. */
function headerLines(file: Uint8Array): string[] {
  const lines: string[] = []
  let line = ''
  for (const byte of file.subarray(0, LONGEST)) {
    if (byte !== 0x0a) {
      if (byte < 0x20 || byte > 0x7e) return []
      line += String.fromCharCode(byte)
      continue
    }
    lines.push(line)
    if (line.startsWith('---')) return lines
    line = ''
  }
  return []
}

function stanzaText({ words, body }: Stanza): string {
  const text = base64Bare(body)
  let lines = ''
  // The last line is shorter than 64 characters, empty if need be: that is how a reader knows it for the last.
  for (let at = 0; at <= text.length; at += COLUMNS) lines += `${text.slice(at, at + COLUMNS)}\n`
  return `-> ${words.join(' ')}\n${lines}`
}

function readStanzas(lines: readonly string[]): Stanza[] | null {
  const stanzas: Stanza[] = []
  for (let at = 0; at < lines.length;) {
    const head = lines[at] ?? ''
    const words = head.slice(3).split(' ')
    if (!head.startsWith('-> ') || words.includes('')) return null
    let text = ''
    let line: string | undefined
    do {
      at += 1
      line = lines[at]
      if (line === undefined || line.length > COLUMNS) return null
      text += line
    } while (line.length === COLUMNS)
    at += 1
    const body = fromBase64Bare(text)
    if (body === null) return null
    stanzas.push({ words, body })
  }
  return stanzas.length === 0 ? null : stanzas
}
