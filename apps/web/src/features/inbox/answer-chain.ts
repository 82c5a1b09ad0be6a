// The answers of one reporter's box, from this team's own side: what was said so far, and the next of the chain, sealed on this device.
import { listSealedReplies, postReply, type IntakeDesk } from '@shengmian/contract'
import {
  envelopeHash,
  openOwnReply,
  readOwnManifest,
  sealReply,
  verifyKeyOf,
  type Manifest,
  type Reply,
} from '@shengmian/sealing'
import { call } from '../../lib/api.ts'
import { isoDay } from '../../lib/dates.ts'
import type { Keys } from './key-files.ts'
import type { Opened } from './opened-reports.ts'

export interface Answer {
  readonly seq: number
  readonly day: string
  /** Null: sealed under keys that are not here. */
  readonly reply: Reply | null
  readonly hash: string
}

export async function readAnswers(desk: string, number: number, keys: Keys): Promise<readonly Answer[]> {
  const verify = keys.replySecrets.flatMap((secret) => verifyKeyOf(secret) ?? [])
  const { items } = await call(listSealedReplies, { params: { desk, number } })
  return items.map(({ seq, day, envelope }) => {
    const bytes = Uint8Array.from(atob(envelope), (character) => character.codePointAt(0) ?? 0)
    return { seq, day, reply: openOwnReply(bytes, keys.identities, verify), hash: envelopeHash(bytes) }
  })
}

/** The newest published manifest that names keys held here, with the secret it belongs to; null where none does. */
async function ownManifest(desk: string, keys: Keys): Promise<{ manifest: Manifest; replySecret: string } | null> {
  const response = await fetch(`/intake/${desk}`, { credentials: 'omit' })
  if (!response.ok) return null
  const { manifests } = (await response.json()) as IntakeDesk
  const today = isoDay(new Date())
  for (const signed of manifests.toReversed())
    for (const replySecret of keys.replySecrets)
      for (const identity of keys.identities) {
        const manifest = readOwnManifest(new TextEncoder().encode(signed), { identity, replySecret })
        // A reply of a day outside its epoch would be refused by the reporter.
        if (manifest?.round === desk && manifest.from <= today && today <= manifest.until) return { manifest, replySecret }
      }
  return null
}

export type AnswerFault = 'no-key' | 'too-long'

/** Seals a text as the next reply and lays it into the box. Throws what the server refuses: somebody may have answered meanwhile. */
export async function answer(
  desk: string,
  { shown, keys, before }: { readonly shown: Opened; readonly keys: Keys; readonly before: readonly Answer[] },
  said: { readonly text: string; readonly accepted: string | null },
): Promise<AnswerFault | { readonly seq: number; readonly day: string }> {
  const own = await ownManifest(desk, keys)
  if (own === null) return 'no-key'
  const last = before.at(-1)
  const next = { seq: (last?.seq ?? 0) + 1, prev: last?.hash ?? null, day: isoDay(new Date()) }
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))
  const sealed = sealReply({ ...next, ...said, about: shown.hash }, shown.report, own.manifest, {
    replySecret: own.replySecret,
    random,
  })
  if (sealed === null) return 'too-long'
  const envelope = btoa(Array.from(sealed.envelope, (byte) => String.fromCodePoint(byte)).join(''))
  await call(postReply, { params: { desk, number: shown.number }, body: { seq: next.seq, prev: next.prev, envelope } })
  return { seq: next.seq, day: next.day }
}
