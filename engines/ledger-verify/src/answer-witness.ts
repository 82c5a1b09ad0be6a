// A witness (C2SP tlog-witness): cosigns a checkpoint only if it continues the last one cosigned. It keeps one size and one root a log.
import { base64OfBytes, bytesOfBase64, bytesOfHex, bytesOfText, chain, isSame, type Hashes } from './bytes.ts'
import { checkCheckpoint } from './checkpoint.ts'
import type { KnownKey } from './keys.ts'
import { isConsistent } from './merkle.ts'
import { readNote } from './note.ts'
import type { Policy } from './policy.ts'

/** The last checkpoint cosigned for a log. */
export interface Seen {
  readonly size: number
  readonly root: Uint8Array
}

export interface WitnessAnswer {
  /** Of HTTP. */
  readonly status: 200 | 400 | 403 | 404 | 409 | 422
  readonly body: string
  /** What must be kept for good before the answer leaves; null where nothing changed. */
  readonly seen: { readonly origin: string; readonly head: Seen } | null
}

export interface Witness {
  readonly hashes: Hashes
  /** The logs that it serves. */
  readonly policy: Policy
  readonly key: KnownKey
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Answers one add-checkpoint request at a time in seconds; `seen` finds what was cosigned last for an origin. */
export function answerWitness(
  { hashes, policy, key, sign }: Witness,
  seen: (origin: string) => Seen | null,
  body: string,
  seconds: number,
): WitnessAnswer {
  const refuse = (status: 400 | 403 | 404 | 409 | 422, text: string): WitnessAnswer => ({ status, body: `${text}\n`, seen: null })
  const split = body.indexOf('\n\n')
  const [first = '', ...lines] = body.slice(0, Math.max(split, 0)).split('\n')
  const [, oldText] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? []
  const proof = lines.map(bytesOfBase64)
  const note = body.slice(split + 2)
  if (oldText === undefined || proof.length > 63 || proof.some((hash) => hash?.length !== 32)) return refuse(400, 'not a request')
  const checked = checkCheckpoint(hashes, policy, note)
  if ('why' in checked) {
    if (checked.why === 'unreadable') return refuse(400, 'not a checkpoint')
    const isKnown = policy.logs.some((log) => log.name === checked.head.origin)
    return isKnown ? refuse(403, 'no signature of this log holds') : refuse(404, 'this log is not known here')
  }
  const [old, last] = [Number(oldText), seen(checked.origin)]
  if (old > checked.size) return refuse(400, 'the old size is larger than the new one')
  if (old !== (last?.size ?? 0)) return refuse(409, String(last?.size ?? 0))
  const root = last?.root ?? hashes.sha256(new Uint8Array())
  if (old === checked.size && !isSame(root, checked.root)) return refuse(409, String(old))
  const hashesOfProof = proof.flatMap((hash) => hash ?? [])
  if (!isConsistent(hashes.sha256, [old, root], [checked.size, checked.root], hashesOfProof))
    return refuse(422, 'the log does not continue what was cosigned')
  const text = readNote(note)?.text ?? ''
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  const signature = sign(bytesOfText(`cosignature/v1\ntime ${seconds}\n${text}`))
  const line = `— ${key.name} ${base64OfBytes(chain([bytesOfHex(key.id) ?? new Uint8Array(), time, signature]))}\n`
  return { status: 200, body: line, seen: { origin: checked.origin, head: { size: checked.size, root: checked.root } } }
}
