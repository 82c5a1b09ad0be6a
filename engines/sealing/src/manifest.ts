// The keys of a round, signed by a root that never touches a network. A phone takes one only if it is signed, in date, and not older
// than what it has seen: whoever runs the server can neither swap a key nor bring back one that was retired.
import { sha256 } from '@noble/hashes/sha2.js'
import { hex } from './bytes.ts'
import { recipientOf, verifyKeyOf } from './keys.ts'
import { isCount, isDay, isExactly, isHash, isRecipient, isText, readShape } from './shape.ts'
import { readLines, signLines } from './signed-lines.ts'

/** The version of the protocol that this code speaks. */
const PROTOCOL = 1

const SHAPE = {
  v: isExactly(1),
  /** The round it is for. */
  round: isText(64),
  /** Rises with every manifest of the round: it numbers the epochs of the team's key. */
  seq: isCount,
  /** First and last day on which a phone may seal with it. */
  from: isDay,
  until: isDay,
  /** Recipients: who reads reports, who opens them in need, who opens names. */
  team: isRecipient,
  escrow: isRecipient,
  custodian: isRecipient,
  /** The key that signs replies of this epoch. */
  verify: isHash,
  /** The key with which the server signs what it has received. */
  acknowledge: isHash,
  /** Phones that speak an older protocol must not seal. */
  minVersion: isCount,
}

/** The keys of one epoch of a round. */
export type Manifest = NonNullable<ReturnType<typeof readShape<typeof SHAPE>>>

/** What a phone remembers of the newest manifest that it took. */
export interface SeenManifest {
  readonly seq: number
  readonly hash: string
}

export type ManifestRefusal = 'not-signed' | 'other-round' | 'rolled-back' | 'forked' | 'not-yet' | 'expired' | 'too-new'

export type ManifestAnswer =
  | { readonly kind: 'accepted'; readonly manifest: Manifest; readonly seen: SeenManifest }
  | { readonly kind: 'refused'; readonly why: ManifestRefusal }

/** The signed manifest as it is published. The secret is the root's: 32 bytes in hexadecimal. */
export function signManifest(manifest: Manifest, rootSecret: string): Uint8Array {
  return signLines('shengmian-manifest/v1', manifest, rootSecret)
}

/** The manifest that the root signed; null where it did not, or it is none. Says nothing of dates: old ones prove old replies. */
export function readManifest(bytes: Uint8Array, root: string): Manifest | null {
  const lines = readLines(bytes, 'shengmian-manifest/v1')
  return lines?.isSignedBy(root) === true ? readShape(lines.json, SHAPE) : null
}

/**
 * The manifest that names keys which the caller holds himself: a team's identity and the secret that signs its replies. The root's word is
 * not needed to know that one's own keys are one's own; null where it names others.
 */
export function readOwnManifest(
  bytes: Uint8Array,
  own: { readonly identity: string; readonly replySecret: string },
): Manifest | null {
  const lines = readLines(bytes, 'shengmian-manifest/v1')
  const manifest = lines === null ? null : readShape(lines.json, SHAPE)
  const isOwn = manifest?.team === recipientOf(own.identity) && manifest.verify === verifyKeyOf(own.replySecret)
  return isOwn ? manifest : null
}

/** Whether a phone may seal with a manifest today, after what it has seen of this round (null: nothing yet). */
export function acceptManifest(
  bytes: Uint8Array,
  known: { readonly root: string; readonly round: string; readonly seen: SeenManifest | null; readonly today: string },
): ManifestAnswer {
  const manifest = readManifest(bytes, known.root)
  if (manifest === null) return { kind: 'refused', why: 'not-signed' }
  const why = whyNot(manifest, hashOf(bytes), known)
  if (why !== null) return { kind: 'refused', why }
  return { kind: 'accepted', manifest, seen: { seq: manifest.seq, hash: hashOf(bytes) } }
}

function whyNot(
  manifest: Manifest,
  hash: string,
  { round, seen, today }: { readonly round: string; readonly seen: SeenManifest | null; readonly today: string },
): ManifestRefusal | null {
  if (manifest.round !== round) return 'other-round'
  if (manifest.minVersion > PROTOCOL) return 'too-new'
  if (seen !== null && manifest.seq < seen.seq) return 'rolled-back'
  // Two manifests of one number: the root was made to sign twice, or somebody else did.
  if (seen !== null && manifest.seq === seen.seq && hash !== seen.hash) return 'forked'
  if (today < manifest.from) return 'not-yet'
  if (today > manifest.until) return 'expired'
  return null
}

function hashOf(bytes: Uint8Array): string {
  return hex(sha256(bytes))
}

/** The manifest of the next epoch: one higher, with what has changed. The custodian and the escrow stay unless they are named. */
export function nextManifest(
  before: Manifest,
  change: Pick<Manifest, 'team' | 'verify' | 'from' | 'until'> & Partial<Pick<Manifest, 'escrow' | 'custodian'>>,
): Manifest {
  return { ...before, ...change, seq: before.seq + 1 }
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** A root's key as it is printed: the first 80 bits of SHA-256 of its 32 bytes, as 16 characters of lower-case base32 (RFC 4648). */
export function rootFingerprint(root: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0]
  for (const byte of sha256(root).subarray(0, 10)) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32.charAt((held >> (bits - 5)) & 31)
    held &= 31
  }
  return text
}
