// What a log signs (C2SP tlog-checkpoint), what it sends to witnesses (tlog-witness), and what they sign (tlog-cosignature).
import { base64, joined, utf8 } from './bytes.ts'

/** A state of the log: who it is, how many leaves, and their root. */
export interface TreeHead {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** The text of a checkpoint, which is what gets signed. */
export function checkpointText({ origin, size, root }: TreeHead): string {
  return `${origin}\n${size}\n${base64(root)}\n`
}

/** The body of add-checkpoint: the size that the witness knows, the proof from there, a blank line, the signed checkpoint. */
export function witnessRequest(older: number, proof: readonly Uint8Array[], note: string): string {
  return `old ${older}\n${proof.map((hash) => `${base64(hash)}\n`).join('')}\n${note}`
}

/** What a witness signs for a checkpoint text at a time in whole seconds. */
export function cosignedMessage(text: string, seconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`)
}

/** A cosignature as it stands in a note after the key id: eight bytes of time, the higher first, and the signature. */
export function timedSignature(seconds: number, signature: Uint8Array): Uint8Array {
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  return joined(time, signature)
}

/** A proof that an entry is in the log, as a file (C2SP tlog-proof). */
export function proofText(index: number, proof: readonly Uint8Array[], note: string): string {
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${proof.map((hash) => `${base64(hash)}\n`).join('')}\n${note}`
}
