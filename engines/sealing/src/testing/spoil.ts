// Hostile input for the readers: bytes of their own kind with a few changed, cut out, put in or doubled, and bytes of no kind.
import type { Random } from '../bytes.ts'
import { readHeader } from '../age/header.ts'
import { readManifest } from '../manifest.ts'
import { readLines } from '../signed-lines.ts'
import { unpadText } from '../padding.ts'

/** A spoilt copy of a sample; never the sample itself. */
export function spoil(sample: Uint8Array, random: Random): Uint8Array {
  const dice = new DataView(random(16).buffer)
  const at = dice.getUint32(0) % (sample.length + 1)
  const length = 1 + (dice.getUint32(4) % 40)
  const [before, after] = [sample.subarray(0, at), sample.subarray(at)]
  const kind = dice.getUint8(8) % 6
  const middle = kind === 0 ? random(length) : kind === 1 ? sample.subarray(Math.max(0, at - length), at) : new Uint8Array(0)
  const rest = kind === 2 ? after.subarray(Math.min(length, after.length)) : kind === 3 ? new Uint8Array(0) : after
  const spoilt = new Uint8Array(Buffer.concat([before, middle, rest]))
  // Printable bytes get further than random ones.
  if (kind >= 4 && spoilt.length > 0) spoilt[at % spoilt.length] = kind === 4 ? 0x20 + (dice.getUint8(9) % 95) : dice.getUint8(10)
  return Buffer.from(spoilt).equals(Buffer.from(sample)) ? spoil(sample, random) : spoilt
}

/** Feeds one input to every reader of foreign bytes. A reader may refuse, never throw; answers whether anything was believed. */
export function feed(bytes: Uint8Array, root: string): boolean {
  const header = readHeader(bytes)
  unpadText(bytes)
  const lines = (
    ['shengmian-manifest/v1', 'shengmian-report/v1', 'shengmian-reply/v1', 'shengmian-acknowledgement/v1'] as const
  ).map((kind) => readLines(bytes, kind))
  // A signature costs a thousand times what reading costs, so it is checked for manifests alone: they arrive unsealed.
  const isBelieved = lines[0] !== null && readManifest(bytes, root) !== null
  // What is read as a header must be all of the bytes up to its end: the writer's one form.
  if (header !== null && !Buffer.from(bytes.subarray(0, header.text.length)).equals(Buffer.from(header.text)))
    throw new Error('a header was read that is not what was there')
  return isBelieved
}
