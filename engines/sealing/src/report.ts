// A report: signed by its reporter, padded, sealed to exactly two recipients, the team of the epoch and the escrow. The server sees a
// length class and nothing else. Signed, so that what comes later under the same receipt is known to be from the same person.
import { sha256 } from '@noble/hashes/sha2.js'
import { countRecipients, openFile, sealFile } from './age/file.ts'
import { hex, type Random } from './bytes.ts'
import type { Manifest } from './manifest.ts'
import { padText, unpadText } from './padding.ts'
import type { Reporter } from './receipt/reporter.ts'
import {
  isBase64,
  isCount,
  isDay,
  isExactly,
  isHash,
  isIdentity,
  isListOf,
  isOrNull,
  isRecipient,
  isShape,
  isText,
  readShape,
} from './shape.ts'
import { readLines, signLines } from './signed-lines.ts'

export const ATTACHMENT_TYPES = [
  'image/jpeg',
  'image/png',
  'image/heic',
  'audio/webm',
  'audio/mp4',
  'audio/ogg',
  'audio/wav',
] as const

const TOLD = {
  /** Twelve digits of the village's code; null where the card named none. */
  village: isOrNull(isText(12)),
  /** The code of the poster or card; null where it was opened without one. */
  poster: isOrNull(isText(32)),
  /** The day, never the hour. */
  day: isDay,
  /** 1 for the first message under a receipt; `prev` is then null, else the hash of the envelope before. */
  seq: isCount,
  prev: isOrNull(isHash),
  /** Who wrote it down: the reporter on the page, or an inspector from a letter, a visit, a call, the report box. */
  channel: isExactly('page', 'letter', 'visit', 'call', 'box'),
  /** Whether the reporter lives in the village or is away; null where it was not said. */
  lives: isOrNull(isExactly('here', 'away')),
  category: isOrNull(isText(32)),
  text: isText(100_000),
  attachments: isListOf(
    isShape({
      /** SHA-256 of the sealed attachment: by it the server knows the file. */
      id: isHash,
      /** The one-off identity that opens this one and no other. */
      key: isIdentity,
      /** SHA-256 and length of what was sealed. */
      sha256: isHash,
      bytes: isCount,
      type: isExactly(...ATTACHMENT_TYPES),
    }),
    24,
  ),
  /** The household's code from the card; a report without one counts as much. */
  card: isOrNull(isText(32)),
  /** Name and number, sealed once more: see named.ts. */
  named: isOrNull(isBase64(4_096)),
  /** What the reporter thinks of what was done; the last one counts. */
  rating: isOrNull(isExactly('done', 'half', 'none', 'unclear')),
  /** A questionnaire that was filled in. */
  answers: isOrNull(
    isShape({ form: isText(64), given: isListOf(isShape({ question: isText(64), answer: isText(4_000) }), 300) }),
  ),
}

const SHAPE = {
  ...TOLD,
  v: isExactly(1),
  round: isText(64),
  /** Where replies are sealed to, and what later messages are signed with: both derived from the receipt. */
  reply: isRecipient,
  verify: isHash,
}

/** Whether a value is what a reporter can say: every field there, none too many. */
export const isTold = isShape(TOLD)

export type Report = NonNullable<ReturnType<typeof readShape<typeof SHAPE>>>
export type Attachment = Report['attachments'][number]

/** What the reporter says; the rest comes from the receipt and the manifest. */
export type Told = Omit<Report, 'v' | 'round' | 'reply' | 'verify'>

export interface SealedReport {
  readonly envelope: Uint8Array
  /** SHA-256 of the envelope, hexadecimal: its name in the register and in the chain. */
  readonly hash: string
}

/** A report as it leaves the phone, or null where it is longer than the largest class (128 KiB). The manifest must have been accepted. */
export function sealReport(told: Told, reporter: Reporter, manifest: Manifest, random: Random): SealedReport | null {
  const report: Report = { v: 1, round: manifest.round, reply: reporter.recipient, verify: reporter.verify, ...told }
  // Checked as the reader will: what could not be opened must not be sent.
  if (readShape(JSON.stringify(report), SHAPE) === null) throw new Error('this is no report')
  const padded = padText(signLines('shengmian-report/v1', report, reporter.signSecret))
  if (padded === null) return null
  const envelope = sealFile(padded, [manifest.team, manifest.escrow], random)
  return { envelope, hash: envelopeHash(envelope) }
}

export type ReportRefusal = 'not-two-recipients' | 'not-opened' | 'not-padded' | 'malformed' | 'not-signed' | 'other-round'

export type ReportAnswer =
  | { readonly kind: 'opened'; readonly report: Report; readonly hash: string }
  | { readonly kind: 'refused'; readonly why: ReportRefusal }

/** A report of the round, opened with any of the identities; or why not. One changed byte refuses the whole. */
export function openReport(envelope: Uint8Array, identities: readonly string[], round: string): ReportAnswer {
  if (countRecipients(envelope) !== 2) return refused('not-two-recipients')
  const padded = openFile(envelope, identities)
  if (padded === null) return refused('not-opened')
  const bytes = unpadText(padded)
  if (bytes === null) return refused('not-padded')
  const lines = readLines(bytes, 'shengmian-report/v1')
  const report = lines === null ? null : readShape(lines.json, SHAPE)
  if (lines === null || report === null) return refused('malformed')
  if (!lines.isSignedBy(report.verify)) return refused('not-signed')
  if (report.round !== round) return refused('other-round')
  return { kind: 'opened', report, hash: envelopeHash(envelope) }
}

/** SHA-256 of an envelope, hexadecimal. */
export function envelopeHash(envelope: Uint8Array): string {
  return hex(sha256(envelope))
}

function refused(why: ReportRefusal): ReportAnswer {
  return { kind: 'refused', why }
}
