// Bodies that cosign the log, from a file of lines: `witness NAME KEY ADDRESS` and `quorum N`. The words are those of C2SP tlog-policy.
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { cosignedMessage, keyId, type SignerKey } from '@shengmian/ledger'
import { hashes } from './hashes.ts'

export interface Witness {
  readonly name: string
  /** As configured, for the policy that goes with an export. */
  readonly verifierKey: string
  readonly address: string
  readonly key: SignerKey
}

export interface Witnesses {
  readonly all: readonly Witness[]
  /** How many cosignatures make a checkpoint a witnessed one. */
  readonly quorum: number
}

/** Reads the file; none is no witness. @throws Error naming the line that cannot be read */
export function readWitnesses(file: string): Witnesses {
  const all: Witness[] = []
  let quorum: number | null = null
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  for (const [k, line] of lines.entries()) {
    const [word, ...rest] = line.trim().split(/\s+/)
    if (word === '' || word?.startsWith('#') === true) continue
    const witness = word === 'witness' ? readWitness(rest) : null
    const count = word === 'quorum' ? Number(rest[0]) : Number.NaN
    if (witness !== null) all.push(witness)
    else if (Number.isInteger(count) && count >= 0) quorum = count
    else throw new Error(`${file}:${k + 1}: expected "witness NAME KEY ADDRESS" or "quorum N"`)
  }
  if ((quorum ?? 0) > all.length) throw new Error(`${file}: a quorum of ${quorum} needs as many witnesses`)
  return { all, quorum: quorum ?? all.length }
}

function readWitness([name = '', verifierKey = '', address = '']: readonly string[]): Witness | null {
  const [keyName = '', id, encoded = ''] = verifierKey.split('+').length > 3 ? splitKey(verifierKey) : verifierKey.split('+')
  const bytes = new Uint8Array(Buffer.from(encoded, 'base64'))
  if (name === '' || bytes.length !== 33 || bytes[0] !== 4 || !URL.canParse(address)) return null
  const key: SignerKey = { name: keyName, type: 'cosignature', publicKey: bytes.subarray(1) }
  if (Buffer.from(keyId(hashes.sha256, key)).toString('hex') !== id) return null
  return { name, verifierKey, address: address.replace(/\/$/, ''), key }
}

/** Base64 may hold pluses of its own. */
function splitKey(text: string): string[] {
  const [name = '', id = '', ...rest] = text.split('+')
  return [name, id, rest.join('+')]
}

/** The line of this witness for a checkpoint, out of what it answered; null where it signed nothing that holds. */
export function findCosignature(witness: Witness, answer: string, text: string): string | null {
  for (const line of answer.split('\n')) {
    const [, name, encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? []
    const bytes = Buffer.from(encoded, 'base64')
    if (name !== witness.key.name || bytes.length !== 76) continue
    if (!bytes.subarray(0, 4).equals(Buffer.from(keyId(hashes.sha256, witness.key)))) continue
    const seconds = Number(bytes.readBigUInt64BE(4))
    if (verify(null, cosignedMessage(text, seconds), keyOf(witness.key.publicKey), bytes.subarray(12))) return `${line}\n`
  }
  return null
}

function keyOf(publicKey: Uint8Array): KeyObject {
  const prefix = Buffer.from('302a300506032b6570032100', 'hex')
  return createPublicKey({ key: Buffer.concat([prefix, publicKey]), format: 'der', type: 'spki' })
}

/** Whom a verifier should believe, as C2SP tlog-policy. */
export function policyText(logKeys: readonly string[], { all, quorum }: Witnesses): string {
  const names = all.map((witness) => witness.name)
  return [
    ...logKeys.map((key) => `log ${key}`),
    ...all.map((witness) => `witness ${witness.name} ${witness.verifierKey} ${witness.address}`),
    ...(quorum === 0 ? ['quorum none'] : [`group witnesses ${quorum} ${names.join(' ')}`, 'quorum witnesses']),
    '',
  ].join('\n')
}
