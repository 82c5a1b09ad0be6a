// What the ledger promises of a running server: everything is covered, commits with its row, keeps its order, and is signed and witnessed.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readPolicy, verifyLedger } from '@shengmian/ledger-verify'
import { startTestServer, type TestServer } from '@shengmian/testing'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { urlOfRole } from '../../platform/roles.ts'
import { EXEMPT_TABLES } from './covered-tables.ts'
import { publishedFiles } from './testing/published-files.ts'
import { hashes, startWitness, type TestWitness } from './testing/witness-server.ts'

let server: TestServer
let folder: string
let witnesses: readonly TestWitness[]

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'shengmian-ledger-'))
  witnesses = await Promise.all(['yichang', 'jingmen', 'xiangyang'].map(startWitness))
  writeFileSync(path.join(folder, 'witnesses.txt'), `${witnesses.map((witness) => witness.line).join('\n')}\nquorum 2\n`)
  server = await startTestServer({ ledgerFolder: folder })
  for (const witness of witnesses) witness.serve(server.server.ledger?.keys.verifierKeys ?? [])
})
afterAll(async () => {
  await server.stop()
  await Promise.all(witnesses.map((witness) => witness.stop()))
  rmSync(folder, { recursive: true, force: true })
})

const settle = async () => server.server.ledger?.settle()
const AUTHORITY = 421003000000

async function addPerson(name: string): Promise<string> {
  const id = uuid()
  await server.database.admin.query(`insert into registry.person (authority, id, name, roles) values ($1, $2, $3, '{member}')`, [
    AUTHORITY,
    id,
    name,
  ])
  return id
}

interface Leaf {
  readonly index: number
  readonly seq: number
  readonly entry: Readonly<Record<string, unknown>>
  readonly hash: string
}
async function leavesOf(id: string): Promise<readonly Leaf[]> {
  const { rows } = await server.database.admin.query<Leaf>(
    `select index::int, seq, convert_from(entry, 'UTF8')::jsonb as entry, encode(hash, 'hex') as hash from ledger.leaf
     where table_name = 'registry.person' and record = $1 order by seq`,
    [[String(AUTHORITY), id]],
  )
  return rows
}

describe('coverage', () => {
  it('every table writes pending leaves, but those that are exempt with a reason', async () => {
    const { rows } = await server.database.admin.query<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not in ('ledger', 'platform', 'graphile_worker', 'information_schema', 'public') and n.nspname !~ '^pg_'
         and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'zz_ledger' and t.tgenabled = 'O')`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(EXEMPT_TABLES).toSorted())
    for (const reason of Object.values(EXEMPT_TABLES)) expect(reason.length).toBeGreaterThan(10)
  })

  it('a change and its leaf commit together or not at all, and a change of nothing leaves none', async () => {
    await settle()
    const client = await server.database.admin.connect()
    const waiting = async () => (await client.query<{ n: number }>('select count(*)::int as n from ledger.pending')).rows[0]?.n
    try {
      await client.query('begin')
      await client.query(
        `insert into registry.person (authority, id, name, roles) values (${AUTHORITY}, gen_random_uuid(), '未成', '{member}')`,
      )
      expect(await waiting()).toBe(1)
      await client.query('rollback')
      expect(await waiting()).toBe(0)
      await client.query('begin')
      await client.query(`update registry.person set name = name`)
      expect(await waiting()).toBe(0)
      await client.query('rollback')
    } finally {
      client.release()
    }
  })

  it('a table is emptied row by row or not at all', async () => {
    await expect(server.database.admin.query('truncate registry.tie')).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the log', () => {
  it('has dense indices and a chain for each record, without a word of its content', async () => {
    const id = await addPerson('江小禾')
    await server.database.admin.query(`update registry.person set rank = '副科' where id = $1`, [id])
    await settle()
    await server.database.admin.query(`delete from registry.person where id = $1`, [id])
    await settle()
    const leaves = await leavesOf(id)
    expect(leaves.map(({ entry }) => entry['op'])).toEqual(['insert', 'update', 'delete'])
    expect(leaves.map(({ entry }) => entry['prev'])).toEqual([null, leaves[0]?.hash, leaves[1]?.hash])
    expect(JSON.stringify(leaves)).not.toContain('江小禾')
    expect(leaves[0]?.entry['sha256']).toMatch(/^[0-9a-f]{64}$/)
    expect(leaves[0]?.entry['sm3']).not.toBe(leaves[0]?.entry['sha256'])
    const { rows } = await server.database.admin.query<{ size: number; top: number; waiting: number }>(
      `select count(*)::int as size, max(index)::int + 1 as top, (select count(*)::int from ledger.pending) as waiting from ledger.leaf`,
    )
    expect(rows[0]).toMatchObject({ size: rows[0]?.top, waiting: 0 })
  })

  it('keeps the order in which changes of a record were committed, whoever began first', async () => {
    const id = await addPerson('甲')
    const [slow, quick] = [await server.database.admin.connect(), await server.database.admin.connect()]
    try {
      await slow.query('begin')
      await slow.query('select 1')
      await quick.query(`update registry.person set rank = '先' where id = $1`, [id])
      await slow.query(`update registry.person set rank = '后' where id = $1`, [id])
      await settle()
      expect((await leavesOf(id)).length).toBe(2)
      await slow.query('commit')
      await settle()
      expect((await leavesOf(id)).map(({ seq }) => seq)).toEqual([1, 2, 3])
    } finally {
      slow.release()
      quick.release()
    }
  })

  it('is closed to the application, and its own role can only add to it', async () => {
    const as = async (role: 'app' | 'ledger', statement: string) => {
      const client = new pg.Client({ connectionString: urlOfRole(server.database.adminUrl, role, server.database.secret) })
      await client.connect()
      try {
        return await client.query(statement).then(
          () => 'done',
          (error: { code: string }) => error.code,
        )
      } finally {
        await client.end()
      }
    }
    const tables = ['pending', 'leaf', 'salt', 'node', 'checkpoint', 'covered', 'turn', 'erasure', 'erasure_approval']
    for (const table of tables) {
      for (const statement of [`select * from`, `delete from`])
        expect([table, await as('app', `${statement} ledger.${table}`)]).toEqual([table, '42501'])
      expect(await as('app', `insert into ledger.${table} default values`)).toBe('42501')
    }
    for (const table of ['leaf', 'node', 'checkpoint'])
      for (const statement of [`delete from ledger.${table}`, `truncate ledger.${table}`])
        expect(await as('ledger', statement)).toBe('42501')
    expect(await as('ledger', `update ledger.leaf set seq = 1`)).toBe('42501')
    expect(await as('ledger', `select * from ledger.salt`)).toBe('42501')
    expect(await as('ledger', `insert into ledger.pending (table_name, record, op) values ('a', '{}', 'insert')`)).toBe('42501')
    expect(await as('app', `select ledger.destroy('registry.person', '{}')`)).toBe('42501')
    // Nobody else may hold it up.
    expect(await as('app', `select from ledger.turn for update`)).toBe('42501')
    expect(await as('app', `begin; lock table ledger.turn in exclusive mode`)).toBe('42501')
    await expect(server.database.admin.query('update ledger.leaf set seq = seq + 1')).rejects.toMatchObject({ code: '42501' })
  })

  it('is given out by two sequencers in turn without a gap or an index twice', async () => {
    const other = mkdtempSync(path.join(tmpdir(), 'shengmian-ledger-'))
    const { runLedger } = await import('./run-ledger.ts')
    const second = await runLedger({
      transact: server.server.database.transact,
      clock: server.clock,
      folder: other,
      onFailure: () => undefined,
    })
    try {
      for (let turn = 0; turn < 6; turn++) {
        const ids = await Promise.all(Array.from({ length: 40 }, (_, k) => addPerson(`轮${turn}人${k}`)))
        await Promise.all(turn % 2 === 0 ? [settle(), second.settle()] : [second.settle(), settle()])
        await settle()
        for (const id of ids) expect(await leavesOf(id)).toHaveLength(1)
      }
      const { rows } = await server.database.admin.query<{ n: number }>(
        'select (count(*) - max(index) - 1)::int as n from ledger.leaf',
      )
      expect(rows[0]?.n).toBe(0)
    } finally {
      await second.stop()
      rmSync(other, { recursive: true, force: true })
    }
  })
})

describe('the published files', () => {
  it('are a log that the verifier, which shares no code, finds nothing in', async () => {
    await Promise.all(Array.from({ length: 300 }, (_, k) => addPerson(`众${k}`)))
    await settle()
    const files = publishedFiles(path.join(folder, 'log'))
    const policy = readPolicy(hashes, (await files.read('policy'))?.toString() ?? '')
    if ('why' in policy) throw new Error(policy.why)
    const verification = await verifyLedger({ hashes, files, policy, kept: [], copy: null })
    expect(verification).toMatchObject({ findings: [], head: { isQuorum: true } })
    expect(verification.entries).toBeGreaterThan(512)
  })
})

describe('the checkpoint', () => {
  it('is signed by a key that its owner alone can read, and cosigned by the witnesses that answer', async () => {
    expect(statSync(path.join(folder, 'keys/ed25519.pem')).mode & 0o777).toBe(0o600)
    await addPerson('乙')
    await settle()
    const note = readFileSync(path.join(folder, 'log/checkpoint'), 'utf8')
    const { rows } = await server.database.admin.query<{ cosigned: number; is_quorum: boolean; note: string }>(
      'select cosigned, is_quorum, note from ledger.checkpoint order by id desc limit 1',
    )
    expect(rows[0]).toEqual({ cosigned: 3, is_quorum: true, note })
    expect(note.split('\n').filter((line) => line.startsWith('— '))).toHaveLength(4)
    for (const witness of witnesses)
      expect([...witness.seen.values()].map(({ size }) => String(size))).toEqual([note.split('\n')[1]])
  })

  it('goes on without a witness that does not answer, and says what it lacks', async () => {
    const [silent] = witnesses
    silent?.serve([])
    await addPerson('丙')
    await settle()
    expect(server.server.ledger?.replies().get('yichang')).toEqual({ kind: 'silent', why: 'it answered 404' })
    expect(server.server.ledger?.fault()).toBeNull()
    const { rows } = await server.database.admin.query(
      'select cosigned, is_quorum from ledger.checkpoint order by id desc limit 1',
    )
    expect(rows).toEqual([{ cosigned: 2, is_quorum: true }])
  })

  it('is not signed again once a witness has seen another log', async () => {
    const last = witnesses.at(-1)
    for (const [origin, { size }] of last?.seen ?? []) last?.seen.set(origin, { size, root: new Uint8Array(32) })
    const before = readFileSync(path.join(folder, 'log/checkpoint'), 'utf8')
    await addPerson('丁')
    await settle()
    expect(server.server.ledger?.replies().get('xiangyang')).toEqual({ kind: 'refused', status: 422 })
    expect(server.server.ledger?.fault()).toContain('another log')
    await settle()
    expect(readFileSync(path.join(folder, 'log/checkpoint'), 'utf8')).toBe(before)
  })
})
