// A file says by its length only which class it is in.
import { joined } from './bytes.ts'

const SMALLEST_TEXT = 8_192
const LARGEST_TEXT = 131_072
const ATTACHMENT_STEP = 262_144
/** 6 MiB: 24 steps. */
const LARGEST_ATTACHMENT = 24 * ATTACHMENT_STEP
const SPACE = 0x20

/** A text with spaces behind it, up to 8 KiB or the next doubling (largest 128 KiB); null where it is longer than that. */
export function padText(text: Uint8Array): Uint8Array | null {
  let size = SMALLEST_TEXT
  while (size < text.length) size *= 2
  return size > LARGEST_TEXT ? null : joined(text, new Uint8Array(size - text.length).fill(SPACE))
}

/** A padded text without its spaces; null where its length is no class of texts. */
export function unpadText(padded: Uint8Array): Uint8Array | null {
  const doublings = Math.log2(padded.length / SMALLEST_TEXT)
  if (!Number.isInteger(doublings) || doublings < 0 || padded.length > LARGEST_TEXT) return null
  let end = padded.length
  while (end > 0 && padded[end - 1] === SPACE) end -= 1
  return padded.subarray(0, end)
}

/** Bytes with zeros behind them, up to a multiple of 256 KiB (largest 6 MiB); null where they are none or longer than that. */
export function padAttachment(bytes: Uint8Array): Uint8Array | null {
  const size = Math.ceil(bytes.length / ATTACHMENT_STEP) * ATTACHMENT_STEP
  return size === 0 || size > LARGEST_ATTACHMENT ? null : joined(bytes, new Uint8Array(size - bytes.length))
}

/** The first `length` bytes of a padded attachment; null where the class is not that of the length or something follows them. */
export function unpadAttachment(padded: Uint8Array, length: number): Uint8Array | null {
  if (length < 1 || padded.length !== Math.ceil(length / ATTACHMENT_STEP) * ATTACHMENT_STEP) return null
  return padded.subarray(length).some((byte) => byte !== 0) ? null : padded.slice(0, length)
}
