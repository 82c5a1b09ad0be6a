// What a printed code says: the desk in the address, and behind the `#`, which no browser sends to a server, the poster's own code, the
// fingerprint of the root, the village and the household's card. So the paper, and not the server, tells a phone whose keys to believe and
// which village it stands in (decisions 0087, 0094).

/** What stands behind the `#` of a printed address. */
export interface Printed {
  /** The code of the poster or card: 1 to 32 lower-case letters, digits and hyphens. */
  readonly poster: string
  /** `rootFingerprint` of the root that signs this desk's manifests. */
  readonly fingerprint: string
  /** Twelve digits; null for a place that is no village. */
  readonly village: string | null
  /** The household's code (`makeCardCode`), unchecked; null on all that is no card. */
  readonly card: string | null
}

const POSTER = /^[a-z0-9-]{1,32}$/
const FINGERPRINT = /^[a-z2-7]{16}$/
const VILLAGE = /^(\d{12})?$/
const CARD = /^(\w{11})?$/

/** The address that a QR code holds, under an origin such as `https://host`. Throws where a part is none. */
export function printedAddress(
  origin: string,
  desk: string,
  { poster, fingerprint, village = null, card = null }: Pick<Printed, 'poster' | 'fingerprint'> & Partial<Printed>,
): string {
  const parts = [
    poster,
    fingerprint,
    ...(village === null && card === null ? [] : [village ?? '']),
    ...(card === null ? [] : [card]),
  ]
  const fragment = parts.join('.')
  if (readPrinted(fragment) === null) throw new Error('this is no code of a poster, no fingerprint, no village or no card')
  return `${origin}/b/${desk}#${fragment}`
}

/** Reads what stands behind the `#`, with it or without; null where it is none, as in an address typed by hand. */
export function readPrinted(fragment: string): Printed | null {
  const [poster = '', fingerprint = '', village = '', card = '', ...more] = fragment.replace(/^#/, '').split('.')
  const isPrinted = POSTER.test(poster) && FINGERPRINT.test(fingerprint) && VILLAGE.test(village) && CARD.test(card)
  return isPrinted && more.length === 0 ? { poster, fingerprint, village: village || null, card: card || null } : null
}

/** A fingerprint as people compare it: four groups of four. */
export function fingerprintGroups(fingerprint: string): readonly string[] {
  return fingerprint.match(/.{4}/g) ?? []
}
