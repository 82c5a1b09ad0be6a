// One entry of the log: what happened to one record, without what the record says. Its content is bound by salted commitments, so that
// nothing can be guessed from the log, and so that destroying salt and content erases it for good.
import { roomFor, utf8, type HexHash } from './bytes.ts'

const encoder = new TextEncoder()

export type RowOperation = 'insert' | 'update' | 'delete' | 'baseline'

/** What happened. `baseline`: the row was there before the ledger, or its table changed its shape. */
export type Happening =
  | { readonly kind: 'row'; readonly op: RowOperation; readonly sha256: string | null; readonly sm3: string | null }
  | { readonly kind: 'tombstone'; readonly basis: string; readonly approvers: readonly string[] }
  | { readonly kind: 'restore'; readonly from: number; readonly reason: string }

/** Where in its record's life an entry stands. */
export interface Place {
  /** `schema.table`. */
  readonly table: string
  /** The values of the primary key, as text. */
  readonly record: readonly string[]
  /** Counts the entries of this record from 1. */
  readonly seq: number
  /** Leaf hash of the record's entry before, in hexadecimal; null for the first. */
  readonly prev: string | null
  /** When it happened, by the database. */
  readonly at: string
  /** When it was given its place in the log. */
  readonly logged: string
}

/** The bytes of an entry: its text in UTF-8. */
export function entryBytes(place: Place, happening: Happening): Uint8Array {
  return utf8(entryText(place, happening))
}

/** The text of an entry: canonical JSON (RFC 8785), which is what JSON.stringify gives for members in order of their names. */
export function entryText({ table, record, seq, prev, at, logged }: Place, happening: Happening): string {
  const { kind } = happening
  if (kind === 'row') {
    const { op, sha256, sm3 } = happening
    return JSON.stringify({ at, kind, logged, op, prev, record, seq, sha256, sm3, table, v: 1 })
  }
  if (kind === 'tombstone') {
    const { approvers, basis } = happening
    return JSON.stringify({ approvers, at, basis, kind, logged, prev, record, seq, table, v: 1 })
  }
  const { from, reason } = happening
  return JSON.stringify({ at, from, kind, logged, prev, reason, record, seq, table, v: 1 })
}

/** What binds a content without showing it: both hashes over salt and content, in hexadecimal. */
export function commitTo(
  hashes: { readonly sha256: HexHash; readonly sm3: HexHash },
  salt: Uint8Array,
  content: string,
): { sha256: string; sm3: string } {
  // Three bytes hold any unit of the text, so that salt and content are written once, into one place.
  const room = roomFor(salt.length + content.length * 3)
  room.set(salt)
  const { written } = encoder.encodeInto(content, room.subarray(salt.length))
  const bytes = room.subarray(0, salt.length + written)
  return { sha256: hashes.sha256(bytes), sm3: hashes.sm3(bytes) }
}
