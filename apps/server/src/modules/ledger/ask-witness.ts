// Asks one witness for its cosignature (C2SP tlog-witness): first from the size that it is thought to know, then from the one it names.
import { consistencyRanges, hashesOf, nodesOfRanges, readFromTiles, tileOfNode, witnessRequest } from '@shengmian/ledger'
import { hashes } from './hashes.ts'
import { findCosignature, type Witness } from './witnesses.ts'

export type WitnessReply =
  | { readonly kind: 'cosigned'; readonly line: string }
  /** It has seen a larger log: this one is older than what was shown before. */
  | { readonly kind: 'ahead'; readonly size: number }
  /** It refuses, for good: the log does not continue what it saw. */
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'silent'; readonly why: string }

export interface Signed {
  readonly size: number
  readonly text: string
  readonly note: string
}

export type ReadTileBytes = (level: number, n: number, width: number) => Promise<Uint8Array>

const TIMEOUT_MS = 5000

export async function askWitness(
  witness: Witness,
  known: number,
  signed: Signed,
  readTile: ReadTileBytes,
): Promise<WitnessReply> {
  let older = Math.min(known, signed.size)
  for (let attempt = 0; attempt < 2; attempt++) {
    const proof = await proofFrom(older, signed.size, readTile)
    const answered = await post(witness, witnessRequest(older, proof, signed.note))
    if ('why' in answered) return { kind: 'silent', why: answered.why }
    const { status, body } = answered
    if (status === 200) {
      const line = findCosignature(witness, body, signed.text)
      return line === null ? { kind: 'silent', why: 'its signature does not hold' } : { kind: 'cosigned', line }
    }
    const size = Number(body.trim())
    if (status === 422) return { kind: 'refused', status }
    // Not known there, not allowed, out of order: it has said nothing about this log.
    if (status !== 409 || !Number.isSafeInteger(size)) return { kind: 'silent', why: `it answered ${status}` }
    if (size > signed.size) return { kind: 'ahead', size }
    // The same size again: the witness has seen another root there.
    if (size === older) return { kind: 'refused', status }
    older = size
  }
  return { kind: 'silent', why: 'it names another size each time' }
}

/** The hashes that show that the log continues its first `older` leaves. */
async function proofFrom(older: number, size: number, readTile: ReadTileBytes): Promise<readonly Uint8Array[]> {
  const ranges = consistencyRanges(older, size)
  const tiles = new Map<string, Uint8Array>()
  for (const node of nodesOfRanges(ranges)) {
    const { level, n, width } = tileOfNode(node, size)
    const name = `${level}/${n}`
    if (!tiles.has(name)) tiles.set(name, await readTile(level, n, width))
  }
  return hashesOf(
    hashes.sha256,
    readFromTiles(hashes.sha256, (level, n) => tiles.get(`${level}/${n}`) ?? new Uint8Array()),
    ranges,
  )
}

async function post(witness: Witness, body: string): Promise<{ status: number; body: string } | { why: string }> {
  try {
    const response = await fetch(`${witness.address}/add-checkpoint`, {
      method: 'POST',
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return { status: response.status, body: (await response.text()).slice(0, 100_000) }
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) }
  }
}
