// Whoever writes chooses his settings: they neither run anything as the owner nor change what the ledger says of his row.
import { startTestServer, type TestServer } from '@shengmian/testing'
import pg from 'pg'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { urlOfRole } from '../../platform/roles.ts'
import { plantAccount } from '../access/testing/accounts.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

it('a change is compared by the operator of the system, not by one that a role put into a schema of its own', async () => {
  const id = uuid()
  // Planted without its round: the triggers of the planting session are off, the worker's own are not.
  await world.database.admin.query(
    `set session_replication_role = replica;
     insert into rounds.calendar_proposal (authority, plan, id, state, seed, problem_hash, problem, kept, asked_by, asked_name, asked_at)
       values (421003000000, '${uuid()}', '${id}', 'running', '1', 'h', '{}', '{}', '${uuid()}', '甲', now());
     reset session_replication_role`,
  )
  const worker = new pg.Client({ connectionString: urlOfRole(world.database.adminUrl, 'worker', world.database.secret) })
  await worker.connect()
  const heard: string[] = []
  worker.on('notice', ({ message }) => heard.push(message ?? ''))
  try {
    await worker.query(`
      begin;
      grant usage on schema graphile_worker to public;
      create function graphile_worker.same(a rounds.calendar_proposal, b rounds.calendar_proposal) returns boolean language plpgsql
        as $$ begin raise notice 'runs as %', current_user; return true; end $$;
      create operator graphile_worker.= (leftarg = rounds.calendar_proposal, rightarg = rounds.calendar_proposal, function = graphile_worker.same);
      set local search_path = graphile_worker, pg_catalog;
      update rounds.calendar_proposal set state = 'failed'`)
    expect(heard).toEqual([])
    await worker.query('commit')
  } finally {
    await worker.end()
  }
  // No ledger runs here that would take it further.
  const { rows } = await world.database.admin.query<{ op: string }>(
    `select op from ledger.pending where table_name = 'rounds.calendar_proposal'`,
  )
  expect(rows).toEqual([{ op: 'update' }])
})

it('a row is written with the same words in whatever style its writer has days and numbers shown', async () => {
  const { account } = await plantAccount(world.database.admin, { authority: '421003' })
  await world.database.admin.query(
    `set session_replication_role = replica;
     insert into intake.register_day (desk, day, size, root) values ('stylish', '2026-03-04', 0, decode(repeat('00', 32), 'hex'));
     insert into rounds.candidate (county, round, unit, authority, place, factors, score, rank, scored_by, scored_at)
       values (421003, '${uuid()}', '${uuid()}', 421003000000, 421003105001, '{}', 0.1, 1, '${uuid()}', '2026-03-04 05:06:07+00');
     reset session_replication_role`,
  )
  const written = async (settings: string) => {
    const client = await world.database.admin.connect()
    try {
      await client.query(`
        begin; ${settings};
        insert into access.standing_role (id, account, role, authority, level, body, valid, granted_at)
          values ('01900000-0000-7000-8000-000000000001', '${account}', 'scorer', 421003000000, 'county', '甲', '[2026-03-04 05:06:07+00,)',
            '2026-03-04 05:06:07+00');
        update intake.register_day set size = 1;
        update rounds.candidate set score = 0.30000000000000004`)
      const { rows } = await client.query<{ record: string[]; content: string }>(
        `select record, content from ledger.pending where table_name <> 'access.account' order by id`,
      )
      return rows
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const plain = await written('select')
  expect(plain.map(({ record }) => record)).toContainEqual(['stylish', '2026-03-04'])
  expect(plain.map(({ content }) => content).join()).toContain('2026-03-04 05:06:07+00')
  expect(plain.map(({ content }) => content).join()).toContain('0.30000000000000004')
  for (const style of [`datestyle = 'German, DMY'`, 'extra_float_digits = -10', `timezone = 'Asia/Shanghai'`])
    expect(await written(`set local ${style}`)).toEqual(plain)
})
