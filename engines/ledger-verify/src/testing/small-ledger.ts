// A log as its writer makes it, in memory, for tests: steps of records become entries, tiles, a signed checkpoint, rows and salts.
import { generateKeyPairSync, hash, sign, type KeyObject } from 'node:crypto'
import {
  EMPTY_EDGE,
  appendLeaves,
  bundleOf,
  checkpointText,
  commitTo,
  cosignedMessage,
  entryBytes,
  hashLeaf,
  hex,
  partialTiles,
  pathOfTile,
  rootOfEdge,
  signNote,
  timedSignature,
  verifierKey,
  type Edge,
  type RowOperation,
  type Signer,
  type Tile,
} from '@shengmian/ledger'
import type { LedgerFiles } from '../files.ts'

const named = (name: string) => (bytes: Uint8Array) => new Uint8Array(hash(name, bytes, 'buffer'))
const written = (name: string) => (bytes: Uint8Array) => hash(name, bytes, 'hex')
export const hashes = { sha256: named('sha256'), sm3: named('sm3') }
const hexHashes = { sha256: written('sha256'), sm3: written('sm3') }

/** One step of a record; content null for a removal. `erase` is a tombstone. */
export interface Step {
  readonly key: string
  readonly op: RowOperation | 'erase'
  readonly content: string | null
  readonly at?: string
}

export function makeSigner(name: string, type: 'ed25519' | 'cosignature', seconds = 1_790_000_000): Signer {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const bare = (message: Uint8Array, key: KeyObject) => new Uint8Array(sign(null, message, key))
  return {
    key: { name, type, publicKey: raw },
    sign: (message) =>
      type === 'ed25519'
        ? bare(message, privateKey)
        : timedSignature(seconds, bare(cosignedMessage(new TextDecoder().decode(message), seconds), privateKey)),
  }
}

export interface SmallLedger {
  readonly files: Map<string, Uint8Array>
  readonly entries: readonly Uint8Array[]
  readonly edge: Edge
}

/** Builds the files of a log of these steps, signed by `signers`. */
export function buildLedger(steps: readonly Step[], signers: readonly Signer[], origin = 'example.com/log'): SmallLedger {
  const files = new Map<string, Uint8Array>()
  const last = new Map<string, { seq: number; leaf: Uint8Array }>()
  const rows = new Map<string, string>()
  const entries: Uint8Array[] = []
  const salts = new Uint8Array(steps.length * 32)
  const indices = new Map<string, number[]>()
  for (const [k, { key, op, content, at }] of steps.entries()) {
    const before = last.get(key)
    const time = new Date(Date.parse('2026-11-01T00:00:00Z') + k * 1000).toISOString()
    const salt = Uint8Array.from({ length: 32 }, (_, byte) => (k * 31 + byte * 7 + 1) % 256)
    const place = {
      table: 'rounds.team',
      record: ['420000000000', key],
      seq: (before?.seq ?? 0) + 1,
      prev: before === undefined ? null : hex(before.leaf),
      at: at ?? time,
      logged: time,
    }
    const bound = content === null ? { sha256: null, sm3: null } : commitTo(hexHashes, salt, content)
    const bytes =
      op === 'erase'
        ? entryBytes(place, { kind: 'tombstone', basis: '个人信息保护法第四十七条', approvers: ['a', 'b'] })
        : entryBytes(place, { kind: 'row', op, ...bound })
    if (content !== null) salts.set(salt, k * 32)
    indices.set(key, [...(indices.get(key) ?? []), k])
    if (op === 'erase') for (const index of indices.get(key) ?? []) salts.fill(0, index * 32, index * 32 + 32)
    if (content === null) rows.delete(key)
    else rows.set(key, content)
    entries.push(bytes)
    last.set(key, { seq: place.seq, leaf: hashLeaf(hashes.sha256, bytes) })
  }
  const edge = layOut(entries, files)
  files.set(
    'checkpoint',
    encode(signNote(hashes.sha256, checkpointText({ origin, size: edge.size, root: rootOfEdge(hashes.sha256, edge) }), signers)),
  )
  const lines = [...rows].map(([key, content]) =>
    JSON.stringify({ table: 'rounds.team', record: ['420000000000', key], content }),
  )
  files.set('rows.jsonl', encode(lines.map((line) => `${line}\n`).join('')))
  files.set('salts.bin', salts)
  return { files, entries, edge }
}

/** Writes tiles and bundles of entries into `files`. */
export function layOut(entries: readonly Uint8Array[], files: Map<string, Uint8Array>): Edge {
  const { edge, full } = appendLeaves(
    hashes.sha256,
    EMPTY_EDGE,
    entries.map((entry) => hashLeaf(hashes.sha256, entry)),
  )
  const keep = ({ level, n, bytes }: Tile) => files.set(pathOfTile(level, n, bytes.length / 32), bytes)
  for (const tile of [...full, ...partialTiles(edge)]) keep(tile)
  for (let at = 0; at < entries.length; at += 256) {
    const part = entries.slice(at, at + 256)
    files.set(pathOfTile('entries', at / 256, part.length), bundleOf(part))
  }
  return edge
}

export function policyOf(log: Signer, witnesses: readonly Signer[], needed: number): string {
  const names = witnesses.map((_, k) => `w${k}`)
  return [
    `log ${verifierKey(hashes.sha256, log.key)}`,
    ...witnesses.map((witness, k) => `witness w${k} ${verifierKey(hashes.sha256, witness.key)}`),
    ...(needed === 0 ? ['quorum none'] : [`group all-of-them ${needed} ${names.join(' ')}`, 'quorum all-of-them']),
    '',
  ].join('\n')
}

export function inMemory(files: ReadonlyMap<string, Uint8Array>): LedgerFiles {
  async function* portions(bytes: Uint8Array) {
    yield new TextDecoder()
      .decode(bytes)
      .split('\n')
      .filter((line) => line !== '')
  }
  return {
    read: async (path) => files.get(path) ?? null,
    lines: (path) => {
      const bytes = files.get(path)
      return bytes === undefined ? null : portions(bytes)
    },
  }
}

export function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
