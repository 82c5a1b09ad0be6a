// The log as static files (C2SP tlog-tiles): every tile is on disk for good before the checkpoint that needs it takes the old one's place.
import { mkdir, open, readFile, readdir, rename, rm, appendFile } from 'node:fs/promises'
import path from 'node:path'
import { bundleOf, pathOfTile, TILE_WIDTH } from '@shengmian/ledger'
import type { Transaction } from '../../platform/transaction.ts'
import { readEntries, readTile } from './sequencer-store.ts'

/** Writes what came after the first `from` leaves, then the checkpoint of `size`, and lets go of partial tiles that were outgrown. */
export async function publishTiles(tx: Transaction, folder: string, from: number, size: number, note: string): Promise<void> {
  const written: string[] = []
  const write = async (place: string, bytes: Uint8Array) => {
    await writeDurably(path.join(folder, place), bytes)
    written.push(place)
  }
  for (let n = Math.floor(from / TILE_WIDTH); n * TILE_WIDTH < size; n++) {
    const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH)
    await write(pathOfTile('entries', n, width), bundleOf(await readEntries(tx, n * TILE_WIDTH, width)))
  }
  for (let level = 0; size >= TILE_WIDTH ** level; level++) {
    const [before, now] = [Math.floor(from / TILE_WIDTH ** level), Math.floor(size / TILE_WIDTH ** level)]
    for (let n = Math.floor(before / TILE_WIDTH); n * TILE_WIDTH < now; n++) {
      const width = Math.min(TILE_WIDTH, now - n * TILE_WIDTH)
      await write(pathOfTile(level, n, width), await readTile(tx, level, n, width))
    }
  }
  await appendFile(path.join(folder, 'checkpoints.jsonl'), `${JSON.stringify({ note })}\n`)
  await writeDurably(path.join(folder, 'checkpoint'), new TextEncoder().encode(note))
  for (const place of written) await dropOutgrown(folder, place)
}

/** The checkpoint as published; null before the first. */
export async function readPublished(folder: string): Promise<string | null> {
  return readFile(path.join(folder, 'checkpoint'), 'utf8').catch(() => null)
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const handle = await open(`${file}.new`, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}

/** A full tile makes its partial ones useless, a wider one the narrower. */
async function dropOutgrown(folder: string, place: string): Promise<void> {
  const [tile, width] = place.split('.p/')
  const partials = path.join(folder, `${tile}.p`)
  if (width === undefined) return rm(partials, { recursive: true, force: true })
  for (const name of await readdir(partials)) if (name !== width) await rm(path.join(partials, name), { force: true })
}
