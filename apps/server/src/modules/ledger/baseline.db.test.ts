import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareDatabase } from '../../compose.ts'
import { withoutNulls } from './without-nulls.ts'

let server: TestServer
const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-baseline-'))
beforeAll(async () => {
  server = await startTestServer({ ledgerFolder: folder })
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const AUTHORITY = '421003000000'

it('where rows come to be written otherwise, each is logged once more as it is written now, and only once', async () => {
  const { admin, adminUrl, secret } = server.database
  const id = uuid()
  // As it was before rows were written by row_to_json.
  await admin.query(`
    do $do$ begin execute replace(pg_get_functiondef('ledger.new_registry_person'::regproc), 'pg_catalog.row_to_json(new)::text',
      'pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(new))::text'); end $do$;
    update ledger.covered set content_sql = 'pg_catalog.jsonb_strip_nulls(pg_catalog.to_jsonb(r))::text', definition = 'of before'
      where table_name = 'registry.person';
    insert into registry.person (authority, id, name, roles) values (${AUTHORITY}, '${id}', '旧式', '{member}')`)
  await server.server.ledger?.settle()
  const entries = async () => {
    const { rows } = await admin.query<{ op: string; sha256: string; salt: Buffer }>(
      `select e ->> 'op' as op, e ->> 'sha256' as sha256, s.salt
       from ledger.leaf l join ledger.salt s using (index), lateral (select convert_from(l.entry, 'UTF8')::jsonb as e) entry
       where l.table_name = 'registry.person' and l.record = $1 order by l.seq`,
      [[AUTHORITY, id]],
    )
    return rows
  }
  const written = async (how: string) => {
    const client = await admin.connect()
    try {
      await client.query(`set timezone = 'UTC'`)
      const { rows } = await client.query<{ content: string }>(
        `select ${how}::text as content from registry.person r where id = $1`,
        [id],
      )
      return rows[0]?.content ?? ''
    } finally {
      client.release(true)
    }
  }
  const binds = (entry: { sha256: string; salt: Buffer } | undefined, content: string) =>
    entry?.sha256 ===
    createHash('sha256')
      .update(entry?.salt ?? '')
      .update(content)
      .digest('hex')
  const before = await entries()
  expect(before.map(({ op }) => op)).toEqual(['insert'])
  expect(binds(before[0], await written('jsonb_strip_nulls(to_jsonb(r))'))).toBe(true)

  for (let start = 0; start < 2; start++) {
    await prepareDatabase(adminUrl, secret)
    await server.server.ledger?.settle()
    const after = await entries()
    expect(after.map(({ op }) => op)).toEqual(['insert', 'baseline'])
    expect(binds(after[1], withoutNulls(await written('row_to_json(r)')))).toBe(true)
  }
})
