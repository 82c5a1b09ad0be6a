// A photo or a piece of voice: an age file to a key of its own, which travels in the report. It can be uploaded before the report is
// finished, and handed on alone without opening anything else.
import { sha256 } from '@noble/hashes/sha2.js'
import { openFile, sealFile } from './age/file.ts'
import { hex, type Random } from './bytes.ts'
import { makeIdentity, recipientOf } from './keys.ts'
import { padAttachment, unpadAttachment } from './padding.ts'
import type { Attachment } from './report.ts'

interface SealedAttachment {
  readonly file: Uint8Array
  readonly attachment: Attachment
}

/** A sealed file and what the report must say of it; null where there is nothing in it or more than 6 MiB. */
export function sealAttachment(bytes: Uint8Array, type: Attachment['type'], random: Random): SealedAttachment | null {
  const padded = padAttachment(bytes)
  const key = makeIdentity(random)
  const recipient = recipientOf(key)
  if (padded === null || recipient === null) return null
  const file = sealFile(padded, [recipient], random)
  return { file, attachment: { id: hex(sha256(file)), key, sha256: hex(sha256(bytes)), bytes: bytes.length, type } }
}

/** The bytes of an attachment as the report describes it; null where the file is another one or was changed. */
export function openAttachment(file: Uint8Array, { id, key, sha256: hash, bytes }: Attachment): Uint8Array | null {
  if (hex(sha256(file)) !== id) return null
  const padded = openFile(file, [key])
  const plain = padded === null ? null : unpadAttachment(padded, bytes)
  return plain !== null && hex(sha256(plain)) === hash ? plain : null
}
