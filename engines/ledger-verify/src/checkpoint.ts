// Whether a signed checkpoint may be believed under a policy.
import type { Hashes } from './bytes.ts'
import { doesSignatureHold, secondsOf, type KnownKey } from './keys.ts'
import { readHead, readNote, type Head } from './note.ts'
import type { Policy } from './policy.ts'

export interface CheckedHead extends Head {
  /** Kinds of the log's signatures that hold. */
  readonly signedBy: readonly KnownKey['type'][]
  /** Names, in the policy, of the witnesses whose cosignature holds, with its time. */
  readonly cosigned: readonly { readonly name: string; readonly seconds: number }[]
  readonly isQuorum: boolean
}

export type Distrust =
  | { readonly why: 'unreadable' }
  /** No signature of a known key of the log, or one that does not hold. */
  | { readonly why: 'unsigned'; readonly head: Head }
  | { readonly why: 'forged'; readonly head: Head; readonly by: string }

/** What a checkpoint proves. A signature of a known key that fails rejects the whole note; unknown keys are passed over. */
export function checkCheckpoint(hashes: Hashes, policy: Policy, note: string): CheckedHead | Distrust {
  const parts = readNote(note)
  const head = parts === null ? null : readHead(parts.text)
  if (parts === null || head === null) return { why: 'unreadable' }
  const signedBy: KnownKey['type'][] = []
  const cosigned = new Map<string, number>()
  for (const { name, id, bytes } of parts.signatures) {
    const log = policy.logs.find((key) => key.name === name && key.id === id)
    const witness = policy.witnesses.find(({ key }) => key.name === name && key.id === id)
    const key = log ?? witness?.key
    if (key === undefined) continue
    if (!doesSignatureHold(hashes, key, parts.text, bytes)) return { why: 'forged', head, by: name }
    if (log !== undefined) signedBy.push(log.type)
    if (witness !== undefined) cosigned.set(witness.name, secondsOf(bytes) ?? 0)
  }
  // A log signs under its own name; a key of another log proves nothing here.
  if (signedBy.length === 0 || !policy.logs.some((key) => key.name === head.origin)) return { why: 'unsigned', head }
  return {
    ...head,
    signedBy,
    cosigned: [...cosigned].map(([name, seconds]) => ({ name, seconds })),
    isQuorum: policy.isEnough(new Set(cosigned.keys())),
  }
}
