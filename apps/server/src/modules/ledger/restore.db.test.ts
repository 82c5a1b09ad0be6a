// A database that was put back behind the published log's back: the log is never begun anew at an index that was signed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readPolicy, verifyLedger } from '@shengmian/ledger-verify'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runLedger } from './run-ledger.ts'
import { publishedFiles } from './testing/published-files.ts'
import { hashes } from './testing/witness-server.ts'

let server: TestServer
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shengmian-ledger-'))
  server = await startTestServer({ ledgerFolder: folder })
  await server.database.admin.query(
    `insert into registry.person (authority, id, name, roles) select 421003000000, gen_random_uuid(), '第' || n || '人', '{member}' from generate_series(1, 300) n`,
  )
  await server.server.ledger?.settle()
  await server.server.ledger?.stop()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const start = () =>
  runLedger({ transact: server.server.database.transact, clock: server.clock, folder, onFailure: () => undefined })
const checkpoint = () => readFileSync(path.join(folder, 'log/checkpoint'), 'utf8')

it('what a restored database lost comes back from the published files, and an entry says so', async () => {
  const kept = checkpoint()
  const size = Number(kept.split('\n')[1])
  await server.database.admin.query(`
    set session_replication_role = replica;
    delete from ledger.leaf where index >= 40; delete from ledger.salt where index >= 40; delete from ledger.node; delete from ledger.checkpoint;
    set session_replication_role = origin`)
  const again = await start()
  await again.settle()
  await again.stop()
  const files = publishedFiles(path.join(folder, 'log'))
  const policy = readPolicy(hashes, (await files.read('policy'))?.toString() ?? '')
  if ('why' in policy) throw new Error(policy.why)
  const verification = await verifyLedger({ hashes, files, policy, kept: [kept], copy: null })
  expect(verification).toMatchObject({ findings: [], entries: size + 1 })
  const { rows } = await server.database.admin.query<{ entry: object }>(
    `select convert_from(entry, 'UTF8')::jsonb as entry from ledger.leaf order by index desc limit 1`,
  )
  expect(rows[0]?.entry).toMatchObject({ kind: 'restore', from: 40 })
})

it('a database whose newest leaves are not those of the published log signs nothing', async () => {
  const before = checkpoint()
  await server.database.admin.query(`
    set session_replication_role = replica;
    update ledger.leaf set hash = sha256(hash) where index = 290;
    set session_replication_role = origin`)
  const again = await start()
  await server.database.admin.query(`update registry.person set rank = '科员'`)
  await again.settle()
  expect(again.fault()).toContain('another one')
  expect(checkpoint()).toBe(before)
  await again.stop()
})
