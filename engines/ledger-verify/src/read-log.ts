// Goes through all entries of a log once: tiles, root, and whatever the caller wants done with each entry.
import { isSame, type Hashes } from './bytes.ts'
import { readEntry, type Entry } from './entry.ts'
import { entriesOf, readTile, rootOfTile, tileName, type LedgerFiles } from './files.ts'
import { nameOfRecord, type Report } from './finding.ts'
import { growRoot, leafHash } from './merkle.ts'

const WIDTH = 256

/** The tile hashes and entries that do not belong together. */
interface Mismatch {
  readonly index: number
  readonly entry: Entry | null
  readonly leaf: Uint8Array
  readonly tiled: Uint8Array
}

export interface ReadLog {
  /** Entries read in a row from the first: fewer than asked for where a file is missing or cut. */
  readonly size: number
  readonly root: Uint8Array
  /** The root at each size that was asked for and reached. */
  readonly rootAt: ReadonlyMap<number, Uint8Array>
}

/** Reads `size` entries; `visit` gets each that could be read. Faults of the files go to `report`. */
export async function readLog(
  hashes: Hashes,
  files: LedgerFiles,
  size: number,
  wanted: ReadonlySet<number>,
  visit: (entry: Entry, leaf: Uint8Array, index: number) => void,
  report: Report,
): Promise<ReadLog> {
  const { sha256 } = hashes
  const root = growRoot(sha256)
  const rootAt = new Map<number, Uint8Array>()
  if (wanted.has(0)) rootAt.set(0, root.root())
  const mismatches: Mismatch[] = []
  const upper = followUpperTiles(hashes, files, report)
  const load = (first: number) => {
    const [n, width] = [first / WIDTH, Math.min(WIDTH, size - first)]
    return Promise.all([readTile(files, 'entries', n, width), readTile(files, 0, n, width)])
  }
  // The next files are read while these are worked on.
  let next = size > 0 ? load(0) : null
  for (let first = 0; next !== null; first += WIDTH) {
    const [n, width] = [first / WIDTH, Math.min(WIDTH, size - first)]
    const [bundle, tile] = await next
    next = first + WIDTH < size ? load(first + WIDTH) : null
    const entries = bundle === null ? null : entriesOf(bundle, width)
    if (entries === null) {
      const name = tileName('entries', n)
      const what = bundle === null ? ['缺失', 'is missing'] : ['不完整', 'is cut']
      report({
        check: 'missing',
        subject: `entry ${first}`,
        zh: `文件${name}${what[0]}：第${first}至${first + width - 1}条无从核对`,
        en: `${name} ${what[1]}: entries ${first} to ${first + width - 1} cannot be checked`,
      })
      break
    }
    if (tile === null || tile.length < width * 32)
      report({ check: 'tile', subject: tileName(0, n), zh: '哈希块缺失或不完整', en: 'the tile is missing or cut' })
    const leaves = entries.map((entry) => leafHash(sha256, entry))
    // A full tile joins the tree as one subtree, unless somebody kept a checkpoint within it.
    const tileRoot = width === WIDTH ? rootOfTile(sha256, leaves) : null
    const isWhole = tileRoot !== null && !leaves.some((_, k) => k + 1 < WIDTH && wanted.has(first + k + 1))
    for (const [k, leaf] of leaves.entries()) {
      const index = first + k
      const entry = readEntry(entries[k] ?? new Uint8Array())
      if (!isWhole) root.add(leaf)
      if (!isWhole && wanted.has(index + 1)) rootAt.set(index + 1, root.root())
      const tiled = tile?.subarray(k * 32, k * 32 + 32) ?? leaf
      if (tiled.length === 32 && !isSame(tiled, leaf)) mismatches.push({ index, entry, leaf, tiled })
      if (entry === null)
        report({ check: 'unreadable', subject: `entry ${index}`, zh: '不是本格式的记录', en: 'it is no entry of this format' })
      else visit(entry, leaf, index)
    }
    if (tileRoot === null) continue
    if (isWhole) root.addSubtree(tileRoot, WIDTH)
    if (isWhole && wanted.has(first + WIDTH)) rootAt.set(first + WIDTH, root.root())
    await upper.add(tileRoot)
  }
  if (root.size() === size) await upper.finish()
  reportMismatches(mismatches, report)
  return { size: root.size(), root: root.root(), rootAt }
}

/** An entry that stands where the tile has another's hash was moved; one whose hash the tiles do not know was changed. */
function reportMismatches(mismatches: readonly Mismatch[], report: Report): void {
  for (const { index, entry, leaf } of mismatches) {
    const from = mismatches.find((other) => other.index !== index && isSame(other.tiled, leaf))
    const subject = entry === null ? `entry ${index}` : nameOfRecord(entry.table, entry.record)
    if (from === undefined)
      report({
        check: 'entry-changed',
        subject,
        zh: `第${index}条与其哈希不符，已被改动`,
        en: `entry ${index} is not the one whose hash the tile keeps`,
      })
    else
      report({
        check: 're-ordered',
        subject,
        zh: `第${index}条原为第${from.index}条，顺序被改`,
        en: `entry ${index} was entry ${from.index}: the order was changed`,
      })
  }
}

/** Builds the tiles above the leaves and holds each against its file. */
function followUpperTiles(hashes: Hashes, files: LedgerFiles, report: Report) {
  const levels: { hashes: Uint8Array[]; n: number }[] = []
  const compare = async (level: number, n: number, expected: readonly Uint8Array[]) => {
    const bytes = await readTile(files, level, n, expected.length)
    const isRight = bytes !== null && expected.every((hash, k) => isSame(bytes.subarray(k * 32, k * 32 + 32), hash))
    if (!isRight)
      report({
        check: 'tile',
        subject: tileName(level, n),
        zh: '哈希块缺失，或与其下各条不符',
        en: 'the tile is missing, or does not follow from what lies below it',
      })
  }
  const add = async (rootBelow: Uint8Array, level = 1): Promise<void> => {
    const here = (levels[level] ??= { hashes: [], n: 0 })
    here.hashes.push(rootBelow)
    if (here.hashes.length < WIDTH) return
    const [filled, n] = [here.hashes, here.n]
    levels[level] = { hashes: [], n: n + 1 }
    await compare(level, n, filled)
    await add(rootOfTile(hashes.sha256, filled), level + 1)
  }
  const finish = async (): Promise<void> => {
    for (let level = 1; level < levels.length; level++) {
      const here = levels[level]
      if (here !== undefined && here.hashes.length > 0) await compare(level, here.n, here.hashes)
    }
  }
  return { add: (rootBelow: Uint8Array) => add(rootBelow), finish }
}
