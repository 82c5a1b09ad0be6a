// Failures are counted in lanes, so that whoever knows a sign-in name slows himself down and not its person (decision 0098): a browser in
// which the account has signed in before has a lane of its own, known by a sealed cookie; of all others each address has one for the name.
import { createHash, randomBytes } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Seal } from '../../platform/seal.ts'

/** So long a browser is known after the last time that somebody signed in with it. */
const KNOWN_DAYS = 180
const DAY_MS = 86_400_000

export interface KnownDevices {
  /** The device by which a browser that brings this `cookie` header is known for the account; null where it is not. */
  readonly deviceOf: (signInName: string, cookie: string | undefined) => string | null
  /** The name and value of a cookie by which it will be known; it opens nothing. */
  readonly cookieFor: (signInName: string) => { readonly name: string; readonly value: string; readonly maxAge: number }
}

/** `prefix` begins the cookies' names; `now` answers milliseconds. */
export function makeKnownDevices(seal: Seal, prefix: string, now: () => number): KnownDevices {
  // One cookie an account, so that colleagues at one computer do not forget one another.
  const cookieName = (signInName: string) => `${prefix}-device-${hashOf(signInName).slice(0, 16)}`
  const place = (signInName: string) => `device of ${signInName}`
  return {
    deviceOf: (signInName, cookie) => {
      const value = valueOf(cookie ?? '', cookieName(signInName))
      if (value === undefined) return null
      const [device, since] = (opened(seal, value, place(signInName)) ?? '').split(' ')
      return device !== undefined && Number(since) > now() - KNOWN_DAYS * DAY_MS ? device : null
    },
    cookieFor: (signInName) => ({
      name: cookieName(signInName),
      value: seal.close(`${randomBytes(16).toString('hex')} ${now()}`, place(signInName)).toString('base64url'),
      maxAge: KNOWN_DAYS * 86_400,
    }),
  }
}

/** The lane in which an attempt on a name is counted. Of IPv6, a household or an office has a whole network (/64). */
export function laneOf(signInName: string, device: string | null, source: string): string {
  return device === null ? `${signInName} from ${networkOf(source)}` : `${signInName} on ${device}`
}

/** The value of a cookie in a `cookie` header. */
export function valueOf(cookie: string, name: string): string | undefined {
  return cookie
    .split(/; */)
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

function networkOf(source: string): string {
  const plain = source.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - groups.length - after.length) }, () => '0')
  return [...groups, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}

/** Null for whatever this installation has not sealed for this place. */
function opened(seal: Seal, value: string, place: string): string | null {
  try {
    return seal.open(Buffer.from(value, 'base64url'), place)
  } catch {
    return null
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
