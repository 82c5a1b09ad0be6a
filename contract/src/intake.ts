// What the villager's page and the server say to each other. It stands outside `/api`: no session, no cookie, bodies are sealed bytes,
// and nothing of it may end in a log. Every refusal is a problem document (problem.ts); a phone repeats what it may and keeps the rest.
import { Type, type Static } from 'typebox'

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** A desk: where one round takes reports. It stands in the printed code (`/b/DESK`, engines/sealing printed.ts), and as `round` in sealed reports. */
export const DeskCode = Type.String({ pattern: '^[a-z0-9]{4,32}$' })

/** `GET /intake`: the key with which this server acknowledges. The ceremony writes it into manifests; a phone believes the manifest alone. */
export const IntakeServer = Type.Object({ acknowledge: Hash }, { title: 'IntakeServer' })
export type IntakeServer = Static<typeof IntakeServer>

/** `GET /intake/:desk`: what a phone must know before it seals. Not a secret; the same for everybody. */
export const IntakeDesk = Type.Object(
  {
    desk: DeskCode,
    /** The last day on which reports are taken. */
    until: Type.String({ format: 'date' }),
    isOpen: Type.Boolean(),
    /** The root's public key, or empty; believed only where the printed fingerprint, or one that a person compared, is its own. */
    root: Type.String({ pattern: '^([0-9a-f]{64})?$', default: '' }),
    /** Who sends the team, whom it inspects, and the telephone on duty; empty where nobody has said, and then not shown. */
    names: Type.Object({
      sender: Type.String({ default: '' }),
      host: Type.String({ default: '' }),
      phone: Type.String({ default: '' }),
    }),
    /** Signed manifests, oldest first: the last is the one to seal with, the others prove old replies. */
    manifests: Type.Array(Type.String()),
    /** Codes of posters and cards that were revoked; the page compares, so that the server does not learn which was scanned. */
    revoked: Type.Array(Type.String()),
    /** What the round inspects: the same for every phone, which finds its own among them (decision 0094). */
    villages: Type.Array(Type.Object({ code: Type.String({ pattern: '^[0-9]{12}$' }), name: Type.String() })),
    /** How many reports the register holds, and the root over them. */
    /** As it stood when the last day was over: who saw it grow would know when each report arrived (decision 0092). */
    register: Type.Object({ size: Type.Integer({ minimum: 0 }), root: Hash }),
  },
  { title: 'IntakeDesk' },
)
export type IntakeDesk = Static<typeof IntakeDesk>

/** `GET /intake/:desk/challenge?bytes=N`: work to be done for a report, or an upload, of so many bytes. Good for ten minutes and once. */
export const IntakeChallenge = Type.Object(
  {
    text: Type.String(),
    /** Hashes that each of the eight puzzles takes on average; follows what everybody sends, never who asks. */
    tries: Type.Integer({ minimum: 1 }),
    /** Seconds from now. */
    seconds: Type.Integer({ minimum: 1 }),
  },
  { title: 'IntakeChallenge' },
)
export type IntakeChallenge = Static<typeof IntakeChallenge>

/**
 * `PUT /intake/:desk/parts/:id` (octet-stream; id = SHA-256 of the sealed attachment) and `GET` of the same: what has arrived for good.
 * A link that breaks loses nothing that the server has received: the phone asks, and goes on at `offset`.
 */
export const IntakePart = Type.Object(
  { offset: Type.Integer({ minimum: 0 }), isWhole: Type.Boolean() },
  { additionalProperties: false, title: 'IntakePart' },
)
export type IntakePart = Static<typeof IntakePart>

/**
 * `POST /intake/:desk/reports` (octet-stream: the envelope) answers `text/plain`: the acknowledgement, signed by the key that the manifest
 * names (`readAcknowledgement` of the sealing engine). It is sent only when the report is on the disk; only then may a phone forget it.
 */
export const MAX_ENVELOPE = 140_000
/** The largest sealed attachment: 6 MiB and what sealing adds. */
export const MAX_ATTACHMENT = 6 * 1_048_576 + 4_096

/** `POST /intake/:desk/mailbox`: the body. The token never stands in an address. */
export const MailboxQuestion = Type.Object({ fetch: Hash }, { additionalProperties: false, title: 'MailboxQuestion' })

/** The answer, of the same length for nothing, an unknown receipt and a first reply: the next class is twice as long. */
export const Mailbox = Type.Object(
  {
    /** Sealed replies in base64, oldest first. */
    replies: Type.Array(Type.String()),
    /** SHA-256 of the envelopes received under this receipt, oldest first. */
    reports: Type.Array(Hash),
    padding: Type.String(),
  },
  { title: 'Mailbox' },
)
export type Mailbox = Static<typeof Mailbox>

/** `GET /intake/:desk/register/:number`: the way from a report's place to the root of the register as it stood when the last day was over. */
export const RegisterProof = Type.Object(
  { number: Type.Integer({ minimum: 1 }), size: Type.Integer({ minimum: 1 }), root: Hash, path: Type.Array(Hash) },
  { title: 'RegisterProof' },
)
export type RegisterProof = Static<typeof RegisterProof>
