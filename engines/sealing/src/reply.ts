// What the team answers: sealed to the reporter, signed with the key of the epoch, numbered from 1, each naming the envelope before it.
// Whoever runs the server can keep back the newest ones, but not forge, swap, repeat, re-order or drop one unseen.
import { openFile, sealFile } from './age/file.ts'
import type { Random } from './bytes.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { padText, unpadText } from './padding.ts'
import type { Reporter } from './receipt/reporter.ts'
import { envelopeHash, type Report } from './report.ts'
import { isCount, isDay, isExactly, isHash, isOrNull, isText, readShape } from './shape.ts'
import { readLines, signLines } from './signed-lines.ts'

const SHAPE = {
  v: isExactly(1),
  round: isText(64),
  /** Number of the manifest whose key signs it. */
  epoch: isCount,
  /** The reporter's key: an answer to one is no answer to another. */
  to: isHash,
  seq: isCount,
  /** SHA-256 of the reply's envelope before; null for the first. */
  prev: isOrNull(isHash),
  /** SHA-256 of the report's envelope that it answers. */
  about: isHash,
  day: isDay,
  text: isText(100_000),
  /** The number under which the report was accepted; null where it was not, or not yet. */
  accepted: isOrNull(isText(40)),
}

export type Reply = NonNullable<ReturnType<typeof readShape<typeof SHAPE>>>
/** What the team says; the rest comes from the report and the manifest. */
export type Answered = Pick<Reply, 'seq' | 'prev' | 'about' | 'day' | 'text' | 'accepted'>

/** The signed and padded text of a reply: what any `age` may then seal to the reporter. Null where it is longer than 128 KiB. */
export function replyText(answered: Answered, report: Report, manifest: Manifest, replySecret: string): Uint8Array | null {
  const reply: Reply = { v: 1, round: manifest.round, epoch: manifest.seq, to: report.verify, ...answered }
  if (readShape(JSON.stringify(reply), SHAPE) === null) throw new Error('this is no reply')
  return padText(signLines('shengmian-reply/v1', reply, replySecret))
}

/** A reply sealed to the reporter and, for the team's own files, to the team. */
export function sealReply(
  answered: Answered,
  report: Report,
  manifest: Manifest,
  { replySecret, random }: { readonly replySecret: string; readonly random: Random },
): { readonly envelope: Uint8Array; readonly hash: string } | null {
  const padded = replyText(answered, report, manifest, replySecret)
  if (padded === null) return null
  const envelope = sealFile(padded, [report.reply, manifest.team], random)
  return { envelope, hash: envelopeHash(envelope) }
}

/** A reply that the team made, from its own files: opened with its identity and signed by one of its keys; null where it is another's. */
export function openOwnReply(envelope: Uint8Array, identities: readonly string[], verify: readonly string[]): Reply | null {
  const padded = openFile(envelope, identities)
  const bytes = padded === null ? null : unpadText(padded)
  const lines = bytes === null ? null : readLines(bytes, 'shengmian-reply/v1')
  return lines !== null && verify.some(lines.isSignedBy) ? readShape(lines.json, SHAPE) : null
}

export type ReplyFault = 'not-opened' | 'malformed' | 'not-signed' | 'other-reporter' | 'other-round' | 'out-of-order'

export interface Replies {
  /** Those that hold, up to the first that does not. */
  readonly replies: readonly Reply[]
  /** The first envelope that does not hold, counted from 0, and why; null where all do. */
  readonly fault: { readonly at: number; readonly why: ReplyFault } | null
}

/** The replies in a mailbox, in the order received. `manifests`: all of the round so far, as published. */
export function readReplies(
  envelopes: readonly Uint8Array[],
  reporter: Reporter,
  { root, round, manifests }: { readonly root: string; readonly round: string; readonly manifests: readonly Uint8Array[] },
): Replies {
  const epochs = manifests.map((bytes) => readManifest(bytes, root)).filter((manifest) => manifest?.round === round)
  const replies: Reply[] = []
  let prev: string | null = null
  for (const [at, envelope] of envelopes.entries()) {
    const read = readReply(envelope, reporter, (reply) => {
      const epoch = epochs.filter(
        (manifest) => manifest?.seq === reply.epoch && manifest.from <= reply.day && reply.day <= manifest.until,
      )
      return epoch.flatMap((manifest) => (manifest === null ? [] : [manifest.verify]))
    })
    if (typeof read === 'string') return { replies, fault: { at, why: read } }
    if (read.round !== round) return { replies, fault: { at, why: 'other-round' } }
    if (read.seq !== at + 1 || read.prev !== prev) return { replies, fault: { at, why: 'out-of-order' } }
    replies.push(read)
    prev = envelopeHash(envelope)
  }
  return { replies, fault: null }
}

function readReply(envelope: Uint8Array, reporter: Reporter, keysFor: (reply: Reply) => readonly string[]): Reply | ReplyFault {
  const padded = openFile(envelope, [reporter.identity])
  if (padded === null) return 'not-opened'
  const bytes = unpadText(padded)
  const lines = bytes === null ? null : readLines(bytes, 'shengmian-reply/v1')
  const reply = lines === null ? null : readShape(lines.json, SHAPE)
  if (lines === null || reply === null) return 'malformed'
  if (!keysFor(reply).some(lines.isSignedBy)) return 'not-signed'
  return reply.to === reporter.verify ? reply : 'other-reporter'
}
