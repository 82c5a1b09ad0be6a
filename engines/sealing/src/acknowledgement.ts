// What the server signs once a report is safe on its disk: which envelope, under which number of the register, on which day.
import { isCount, isDay, isExactly, isHash, isText, readShape } from './shape.ts'
import { readLines, signLinesWith } from './signed-lines.ts'

const SHAPE = {
  v: isExactly(1),
  round: isText(64),
  /** SHA-256 of the envelope. */
  envelope: isHash,
  /** Its number, from 1; its leaf is SHA-256 of a zero byte and the envelope's hash, at the place one lower. */
  number: isCount,
  day: isDay,
  /** The register right after: how many reports, and the root over them (RFC 6962). */
  size: isCount,
  root: isHash,
}

export type Acknowledgement = NonNullable<ReturnType<typeof readShape<typeof SHAPE>>>

/** The acknowledgement as it is sent; `sign` is Ed25519. */
export function signAcknowledgement(acknowledgement: Acknowledgement, sign: (bytes: Uint8Array) => Uint8Array): string {
  return signLinesWith('shengmian-acknowledgement/v1', acknowledgement, sign)
}

/** What was acknowledged, if the key that the manifest names signed it; null where it did not. */
export function readAcknowledgement(bytes: Uint8Array, verify: string): Acknowledgement | null {
  const lines = readLines(bytes, 'shengmian-acknowledgement/v1')
  return lines?.isSignedBy(verify) === true ? readShape(lines.json, SHAPE) : null
}
