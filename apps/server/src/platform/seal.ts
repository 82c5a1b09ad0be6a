// Keeps in the database what only this installation can read: AES-256-GCM under a key made from the secret of the data folder.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

export interface Seal {
  /** Seals a text for one place; `place` (an id) goes into the check, so that it opens nowhere else. */
  readonly close: (text: string, place: string) => Buffer
  /** The text again. Throws where the bytes were changed, moved to another place or sealed under another key. */
  readonly open: (sealed: Buffer, place: string) => string
}

/** A seal for one purpose: keys of two purposes have nothing to do with one another. */
export function makeSeal(secret: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, 'shengmian seal', purpose, 32))
  return {
    close: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()])
    },
    open: (sealed, place) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(place))
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
      return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      )
    },
  }
}
