// A log of a million entries, written by the engine, judged by the program as an outsider starts it.
import { generateKeyPairSync, sign } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hexHashes } from '../../apps/server/src/modules/ledger/hashes.ts'
import { nodeHashes } from '../../apps/cli/src/ledger/node-hashes.ts'
import {
  appendLeaves,
  bundleOf,
  checkpointText,
  commitTo,
  EMPTY_EDGE,
  entryBytes,
  hashLeaf,
  hex,
  partialTiles,
  pathOfTile,
  rootOfEdge,
  signNote,
  verifierKey,
  type Signer,
} from '../../engines/ledger/src/index.ts'
import { project } from '../../tools/fingerprint.ts'
import { run } from '../../tools/run.ts'
import type { Measure } from '../figure.ts'
import { median } from './with-cluster.ts'

export const measureVerification: Measure = async ({ quick }) => {
  const [leaves, limit, runs] = quick ? [100_000, 6, 1] : [1_000_000, 60, 3]
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-million-'))
  try {
    await writeLog(folder, leaves)
    const seconds: number[] = []
    const cpu: number[] = []
    let isSound = true
    for (let turn = 0; turn < runs; turn++) {
      const before = cpuOfChildren()
      const verified = await run('node', ['apps/cli/bin/shengmian.mjs', 'ledger', 'verify', folder], { cwd: project })
      isSound &&= verified.code === 0
      seconds.push(verified.seconds)
      cpu.push(cpuOfChildren() - before)
    }
    return [
      {
        figure: `verification of ${leaves.toLocaleString('en')} leaves offline`,
        value: median(seconds),
        unit: 's',
        target: `≤ ${limit}, no finding`,
        holds: isSound && median(seconds) <= limit,
        how: `shengmian ledger verify as a process, median of ${runs}: signature, every entry and tile, chains of ${leaves / 2} records, and ${leaves / 2} rows against both commitments${quick ? '; in full 1,000,000 leaves in ≤ 60 s' : ''}`,
      },
      {
        figure: 'processor time of it',
        value: median(cpu),
        unit: 's',
        target: 'stated',
        holds: true,
        how: 'the same runs, user and system time of the process: what is left when nothing else uses the machine',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Seconds of processor time of all children that have ended, by Linux. */
function cpuOfChildren(): number {
  const line = readFileSync('/proc/self/stat', 'utf8')
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[13]) + Number(fields[14])) / 100
}

/** Every record is added and changed once. */
async function writeLog(folder: string, leaves: number): Promise<void> {
  const write = (place: string, bytes: Uint8Array) => {
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true })
    writeFileSync(path.join(folder, place), bytes)
  }
  const [rows, salts] = [createWriteStream(path.join(folder, 'rows.jsonl')), createWriteStream(path.join(folder, 'salts.bin'))]
  const records = leaves / 2
  const heads: string[] = []
  let edge = EMPTY_EDGE
  let entries: Uint8Array[] = []
  for (let index = 0; index < leaves; index++) {
    const [k, isSecond] = [index % records, index >= records]
    const id = `00000000-0000-7000-8000-${String(k).padStart(12, '0')}`
    const salt = nodeHashes.sha256(new TextEncoder().encode(`salt ${index}`))
    const content = `{"id": "${id}", "name": "第${k}人", "rank": "${isSecond ? '副科' : '科员'}", "roles": ["member"], "authority": 421003000000}`
    const time = new Date(1_790_000_000_000 + index * 10).toISOString()
    const place = {
      table: 'registry.person',
      record: ['421003000000', id],
      seq: isSecond ? 2 : 1,
      prev: heads[k] ?? null,
      at: time,
      logged: time,
    }
    const entry = entryBytes(place, { kind: 'row', op: isSecond ? 'update' : 'insert', ...commitTo(hexHashes, salt, content) })
    entries.push(entry)
    heads[k] = hex(hashLeaf(nodeHashes.sha256, entry))
    await put(salts, salt)
    if (isSecond) await put(rows, `${JSON.stringify({ table: place.table, record: place.record, content })}\n`)
    if (entries.length < 256 && index + 1 < leaves) continue
    const hashes = entries.map((each) => hashLeaf(nodeHashes.sha256, each))
    const n = Math.floor(index / 256)
    write(pathOfTile('entries', n, entries.length), bundleOf(entries))
    const grown = appendLeaves(nodeHashes.sha256, edge, hashes)
    for (const tile of grown.full) write(pathOfTile(tile.level, tile.n, 256), tile.bytes)
    edge = grown.edge
    entries = []
  }
  for (const tile of partialTiles(edge)) write(pathOfTile(tile.level, tile.n, tile.bytes.length / 32), tile.bytes)
  await Promise.all([rows, salts].map((stream) => once(stream.end(), 'finish')))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const raw = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const log: Signer = {
    key: { name: 'example.com/million', type: 'ed25519', publicKey: raw },
    sign: (message) => new Uint8Array(sign(null, message, privateKey)),
  }
  const text = checkpointText({ origin: log.key.name, size: edge.size, root: rootOfEdge(nodeHashes.sha256, edge) })
  write('checkpoint', new TextEncoder().encode(signNote(nodeHashes.sha256, text, [log])))
  write('policy', new TextEncoder().encode(`log ${verifierKey(nodeHashes.sha256, log.key)}\nquorum none\n`))
}

async function put(stream: WriteStream, bytes: Uint8Array | string): Promise<void> {
  if (!stream.write(bytes)) await once(stream, 'drain')
}
