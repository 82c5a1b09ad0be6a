// A log as files (C2SP tlog-tiles), wherever they are: a folder, or what a browser was given.
import type { Hashes } from './bytes.ts'
import { parentHash } from './merkle.ts'

export interface LedgerFiles {
  /** The bytes of a file; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>
  /** The lines of a text file in portions; null where there is none. */
  readonly lines: (path: string) => AsyncIterable<readonly string[]> | null
}

const WIDTH = 256

/** The tile or bundle `n` with at least `width` parts: the one of just that width, or the full one in its stead. */
export async function readTile(
  files: LedgerFiles,
  level: number | 'entries',
  n: number,
  width: number,
): Promise<Uint8Array | null> {
  const path = tileName(level, n)
  const partial = width === WIDTH ? null : await files.read(`${path}.p/${width}`)
  return partial ?? (await files.read(path))
}

/** `tile/0/x001/234` for tile 1234. */
export function tileName(level: number | 'entries', n: number): string {
  const digits = n < 1000 ? String(n).padStart(3, '0') : String(n)
  const padded = digits.padStart(digits.length + ((3 - (digits.length % 3)) % 3), '0')
  return `tile/${level}/${padded.replaceAll(/\d{3}(?=\d)/g, 'x$&/')}`
}

/** The first `width` entries of a bundle; null where it holds fewer or is cut. */
export function entriesOf(bundle: Uint8Array, width: number): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = []
  let at = 0
  while (entries.length < width) {
    const [high, low] = [bundle[at], bundle[at + 1]]
    if (high === undefined || low === undefined) return null
    const end = at + 2 + high * 256 + low
    if (end > bundle.length) return null
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return entries
}

/** The root of a full tile's 256 hashes. */
export function rootOfTile(sha256: Hashes['sha256'], hashes: readonly Uint8Array[]): Uint8Array {
  const none = new Uint8Array(32)
  const row = [...hashes]
  for (let width = row.length; width > 1; width /= 2)
    for (let k = 0; k < width / 2; k++) row[k] = parentHash(sha256, row[2 * k] ?? none, row[2 * k + 1] ?? none)
  return row[0] ?? none
}
