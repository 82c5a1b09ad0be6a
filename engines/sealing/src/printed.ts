// What a printed code says: the desk in the address, and behind the `#`, which no browser sends to a server, the poster's own code and the
// fingerprint of the root. So the paper, and not the server, tells a phone whose keys to believe (decision 0087).

/** What stands behind the `#` of a printed address. */
export interface Printed {
  /** The code of the poster or card: 1 to 32 lower-case letters, digits and hyphens. */
  readonly poster: string
  /** `rootFingerprint` of the root that signs this desk's manifests. */
  readonly fingerprint: string
}

const POSTER = /^[a-z0-9-]{1,32}$/
const FINGERPRINT = /^[a-z2-7]{16}$/

/** The address that a QR code holds, under an origin such as `https://host`. Throws where a part is none. */
export function printedAddress(origin: string, desk: string, { poster, fingerprint }: Printed): string {
  if (!POSTER.test(poster) || !FINGERPRINT.test(fingerprint)) throw new Error('this is no code of a poster, or no fingerprint')
  return `${origin}/b/${desk}#${poster}.${fingerprint}`
}

/** Reads what stands behind the `#`, with it or without; null where it is none, as in an address typed by hand. */
export function readPrinted(fragment: string): Printed | null {
  const [poster = '', fingerprint = '', ...more] = fragment.replace(/^#/, '').split('.')
  return POSTER.test(poster) && FINGERPRINT.test(fingerprint) && more.length === 0 ? { poster, fingerprint } : null
}

/** A fingerprint as people compare it: four groups of four. */
export function fingerprintGroups(fingerprint: string): readonly string[] {
  return fingerprint.match(/.{4}/g) ?? []
}
