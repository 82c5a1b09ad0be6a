// A text file line by line, however long it is: decoded a block at a time, because a call for each line would take most of the time.
import { createReadStream } from 'node:fs'

const BLOCK = 1 << 20

/** The lines of a file without their ends, also the empty ones. A line itself must fit a string. Throws what `whyUnreadable` puts in words. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK })) {
    const block: Buffer = chunk
    const end = block.lastIndexOf(0x0a)
    if (end < 0) {
      rest.push(block)
      continue
    }
    yield* decoder.decode(Buffer.concat([...rest, block.subarray(0, end)])).split(/\r?\n/)
    rest = [block.subarray(end + 1)]
  }
  const last = decoder.decode(Buffer.concat(rest))
  if (last !== '') yield last
}

/** The first line, if it is at most `most` bytes long and something other than blanks follows it; else null. */
export async function firstLineOf(path: string, most: number): Promise<string | null> {
  const seen: Buffer[] = []
  let [length, end] = [0, -1]
  for await (const chunk of createReadStream(path, { highWaterMark: BLOCK })) {
    const block: Buffer = chunk
    if (end < 0) {
      const at = block.indexOf(0x0a)
      if (at < 0 && length + block.length > most) return null
      seen.push(at < 0 ? block : block.subarray(0, at))
      length += block.length
      if (at < 0) continue
      end = at
      if (hasMore(block.subarray(at))) return new TextDecoder().decode(Buffer.concat(seen))
    } else if (hasMore(block)) return new TextDecoder().decode(Buffer.concat(seen))
  }
  return null
}

function hasMore(block: Buffer): boolean {
  return block.some((byte) => byte !== 0x0a && byte !== 0x0d && byte !== 0x20 && byte !== 0x09)
}
