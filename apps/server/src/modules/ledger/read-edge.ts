import { TILE_WIDTH, type Edge } from '@shengmian/ledger'
import type { Transaction } from '../../platform/transaction.ts'
import { readTile } from './sequencer-store.ts'

/** The right edge of the tree of the first `size` leaves. */
export async function readEdge(tx: Transaction, size: number): Promise<Edge> {
  const levels: Uint8Array[][] = []
  for (let level = 0; size >= TILE_WIDTH ** level; level++) {
    const hashes = Math.floor(size / TILE_WIDTH ** level)
    const bytes = await readTile(tx, level, Math.floor(hashes / TILE_WIDTH), hashes % TILE_WIDTH)
    levels.push(Array.from({ length: hashes % TILE_WIDTH }, (_, k) => bytes.subarray(k * 32, k * 32 + 32)))
  }
  return { size, levels }
}
