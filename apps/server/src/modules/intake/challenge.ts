// Challenges without a memory: what was asked is signed and comes back with the answer. The key lives as long as the process, so a
// restart makes all open challenges void; a phone fetches a new one, and its idempotency key keeps the report single.
import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import { Problem } from '@shengmian/contract'
import { isSolution } from '@shengmian/sealing'
import type { Clock } from '../../platform/clock.ts'
import type { Load } from './load.ts'

const SECONDS = 600

export interface Challenges {
  readonly ask: (desk: string, bytes: number) => { readonly text: string; readonly tries: number; readonly seconds: number }
  /** The challenge's own name, once its work was checked for this desk and length; it may have been used. Throws `work-needed`. */
  readonly check: (work: string, desk: string, bytes: number) => string
  /** Whether this is the first use of the name; marks it used. */
  readonly use: (name: string) => boolean
}

export function openChallenges(clock: Clock, load: Load): Challenges {
  const used = rememberFor(SECONDS, clock)
  const seconds = () => Math.floor(clock.now().getTime() / 1_000)
  // Every field is of digits and lower-case letters, and the dot is none of them: two lists of fields never give one text.
  const sign = macWith(randomBytes(32))
  return {
    ask: (desk, bytes) => {
      const tries = load.tries(bytes)
      const fields = `${desk}.${bytes}.${tries}.${seconds() + SECONDS}.${randomBytes(8).toString('hex')}`
      return { text: `${fields}.${sign(fields)}`, tries, seconds: SECONDS }
    },
    check: (work, desk, bytes) => {
      const [text = '', solution = ''] = work.split(';')
      const [, fields = '', ofDesk, most, tries, until, name = '', mac = ''] =
        /^(([a-z0-9]+)\.(\d{1,8})\.(\d{1,12})\.(\d{1,12})\.([0-9a-f]{16}))\.([0-9a-f]{32})$/.exec(text) ?? []
      const isOurs = mac !== '' && timingSafeEqual(Buffer.from(mac), Buffer.from(sign(fields)))
      if (!isOurs || ofDesk !== desk || Number(most) < bytes || Number(until) < seconds()) throw new Problem('work-needed')
      if (!isSolution({ text, tries: Number(tries) }, solution, sha256)) throw new Problem('work-needed')
      return name
    },
    use: used,
  }
}

/** HMAC-SHA-256 (RFC 2104) by the one-shot hash, a fifth of what a Hmac object costs; the first half of it. */
function macWith(key: Buffer): (text: string) => string {
  const padded = (pad: number) => Buffer.from([...key, ...Buffer.alloc(64 - key.length)].map((byte) => byte ^ pad))
  const [inner, outer] = [padded(0x36), padded(0x5c)]
  return (text) => {
    const within = hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')
    return hash('sha256', Buffer.concat([outer, within]), 'hex').slice(0, 32)
  }
}

function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** A set that forgets: two halves, of which the older is dropped when the newer has lasted its time. */
function rememberFor(lasting: number, clock: Clock): (name: string) => boolean {
  let [newer, older] = [new Set<string>(), new Set<string>()]
  let since = clock.now().getTime()
  return (name) => {
    if (clock.now().getTime() - since > lasting * 1_000) {
      older = newer
      newer = new Set()
      since = clock.now().getTime()
    }
    if (newer.has(name) || older.has(name)) return false
    newer.add(name)
    return true
  }
}
