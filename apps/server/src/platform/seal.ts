// Keeps in the database what only this installation can read: AES-256-GCM under a key made from the secret of the data folder.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16
/** A shorter tag is sooner guessed: none is taken. */
const LENGTH = { authTagLength: TAG_BYTES } as const
/** The first byte says by what the rest was sealed, so that another cipher can come beside this one. Before it was written, a seal began with its nonce. */
const AES_256_GCM = Buffer.of(1)

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
    close: (text, place) => Buffer.concat([AES_256_GCM, encrypt(key, text, Buffer.concat([AES_256_GCM, Buffer.from(place)]))]),
    open: (sealed, place) => {
      if (sealed[0] !== AES_256_GCM[0]) return decrypt(key, sealed, Buffer.from(place))
      try {
        return decrypt(key, sealed.subarray(1), Buffer.concat([AES_256_GCM, Buffer.from(place)]))
      } catch {
        // one old nonce in 256 begins like this too
        return decrypt(key, sealed, Buffer.from(place))
      }
    },
  }
}

function encrypt(key: Buffer, text: string, checked: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, LENGTH).setAAD(checked)
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, sealed: Buffer, checked: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), LENGTH).setAAD(checked)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  return decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}
