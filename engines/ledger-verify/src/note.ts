// Reads signed notes and the checkpoints in them; refuses whatever the formats refuse.
import { bytesOfBase64, hexOfBytes } from './bytes.ts'

interface NoteSignature {
  readonly name: string
  readonly id: string
  /** What follows the key id. */
  readonly bytes: Uint8Array
}

export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** The parts of a signed note; null where it is none. */
export function readNote(note: string): Note | null {
  // oxlint-disable-next-line no-control-regex -- the format forbids exactly these
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.endsWith('\n')) return null
  const split = note.lastIndexOf('\n\n')
  if (split < 0) return null
  const signatures: NoteSignature[] = []
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name = '', encoded = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? []
    const bytes = bytesOfBase64(encoded)
    if (name === '' || bytes === null || bytes.length < 5) return null
    signatures.push({ name, id: hexOfBytes(bytes.subarray(0, 4)), bytes: bytes.subarray(4) })
  }
  return { text: note.slice(0, split + 1), signatures }
}

export interface Head {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** What a checkpoint's text states; null where it is none. */
export function readHead(text: string): Head | null {
  const [origin = '', size = '', encoded = '', ...rest] = text.split('\n')
  const root = bytesOfBase64(encoded)
  if (origin === '' || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return null
  // Extension lines may follow; none is empty but what stands after the last newline.
  if (rest.at(-1) !== '' || rest.slice(0, -1).includes('')) return null
  return { origin, size: Number(size), root }
}
