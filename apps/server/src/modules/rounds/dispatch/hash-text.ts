import { createHash } from 'node:crypto'

/** The fingerprint of a file as downloaded: `sha256:` and 64 hexadecimal digits. */
export function hashText(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`
}
