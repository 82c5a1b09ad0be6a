// A small office's database with its ledger, signed and witnessed, and what careful holders kept of it: every script starts from it.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { writeExport } from '../../../apps/cli/src/ledger/export-ledger.ts'
import { nodeHashes } from '../../../apps/cli/src/ledger/node-hashes.ts'
import { compose, prepareDatabase } from '../../../apps/server/src/compose.ts'
import { answerWitness, readKey, readPolicy, witnessKey, type Seen } from '../../../engines/ledger-verify/src/index.ts'

const SECRET = 'for tampering only'
export const AUTHORITY = 421003000000
const BASE = 'shengmian_tampers'

/** The id of the n-th person. */
export const person = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const subject = (n: number): string => `registry.person ${AUTHORITY}/${person(n)}`

export interface World {
  /** Files of the log as published, key included, as a superuser of the machine has them. */
  readonly folder: string
  /** What the superior office keeps: its own policy, an older checkpoint, a copy of the log of then. */
  readonly policy: string
  readonly kept: string
  readonly copy: string
  /** Works as superuser in a transaction that is taken back, so that every script finds what the first one found. */
  readonly attempt: <T>(work: (client: pg.Client) => Promise<T>) => Promise<T>
  readonly stop: () => Promise<void>
}

/** Makes the world on a cluster, as its superuser. */
export async function makeWorld(clusterUrl: string): Promise<World> {
  const home = mkdtempSync(path.join(tmpdir(), 'shengmian-tampers-'))
  const [folder, copy] = [path.join(home, 'ledger'), path.join(home, 'copy')]
  await onCluster(clusterUrl, `drop database if exists ${BASE} with (force)`)
  await onCluster(clusterUrl, `create database ${BASE}`)
  const url = urlOf(clusterUrl, BASE)
  await prepareDatabase(url, SECRET)
  const witnesses = await Promise.all(['sheng', 'shi'].map(startWitness))
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'witnesses.txt'), `${witnesses.map(({ line }) => line).join('\n')}\nquorum 2\n`)
  const server = await compose({
    adminUrl: url,
    secret: SECRET,
    pages: null,
    isSecure: false,
    version: 'tampers',
    ledgerFolder: folder,
  })
  const ledger = server.ledger
  if (ledger === null) throw new Error('no ledger runs')
  for (const { serve } of witnesses) serve(ledger.keys.verifierKeys)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into registry.person (authority, id, name, roles, rank) select ${AUTHORITY}, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '第' || n || '人', '{member}', '科员'
     from generate_series(1, 400) n`,
  )
  await client.query(`update registry.person set rank = '副科' where id <= $1`, [person(100)])
  await ledger.settle()
  const kept = readFileSync(path.join(folder, 'log/checkpoint'), 'utf8')
  cpSync(path.join(folder, 'log'), copy, { recursive: true })
  await client.query(`update registry.person set rank = '正科' where id <= $1`, [person(60)])
  await client.query('delete from registry.person where id = $1', [person(300)])
  await ledger.settle()
  await server.stop()
  for (const { stop } of witnesses) stop()
  const policy = readFileSync(path.join(folder, 'log/policy'), 'utf8')
  return {
    folder,
    policy,
    kept,
    copy,
    attempt: async (work) => {
      await client.query('begin')
      try {
        return await work(client)
      } finally {
        await client.query('rollback')
      }
    },
    stop: async () => {
      await client.end()
      await onCluster(clusterUrl, `drop database if exists ${BASE} with (force)`)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The log and the rows of a database in a new folder. */
export async function exported(client: pg.Client): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-export-'))
  if ((await writeExport(client, folder, true)) === null) throw new Error('nothing to export')
  return folder
}

function urlOf(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.href
}

async function onCluster(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

interface RunningWitness {
  readonly line: string
  readonly serve: (logKeys: readonly string[]) => void
  readonly stop: () => Server
}

/** A body of its own that cosigns: the tamperer has everything but its key and its memory. */
async function startWitness(name: string): Promise<RunningWitness> {
  const pair = generateKeyPairSync('ed25519')
  const publicKey = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))
  const keyText = witnessKey(nodeHashes, `${name}.invalid/witness`, publicKey)
  const key = readKey(nodeHashes, keyText)
  const seen = new Map<string, Seen>()
  let logs = 'quorum none\n'
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      const policy = readPolicy(nodeHashes, logs)
      if ('why' in policy || key === null) throw new Error('a witness without keys')
      const witness = { hashes: nodeHashes, policy, key, sign: (message: Uint8Array) => sign(null, message, pair.privateKey) }
      const body = Buffer.concat(chunks).toString('utf8')
      const answer = answerWitness(witness, (origin) => seen.get(origin) ?? null, body, Math.floor(Date.now() / 1000))
      if (answer.seen !== null) seen.set(answer.seen.origin, answer.seen.head)
      response.writeHead(answer.status).end(answer.body)
    })()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    line: `witness ${name} ${keyText} http://127.0.0.1:${port}`,
    serve: (logKeys) => {
      logs = [...logKeys.map((each) => `log ${each}`), 'quorum none', ''].join('\n')
    },
    stop: () => server.close(),
  }
}
