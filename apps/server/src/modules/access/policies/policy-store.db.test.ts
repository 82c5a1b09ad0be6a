// What holds whatever the application says or forgets: no context no rows, nothing without a policy, nobody past one.
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles, urlOfRole } from '../../../platform/roles.ts'
import { plantAccount, type Planted } from '../testing/accounts.ts'
import { applyPolicies } from './policy-store.ts'
import { tablePolicies } from './tables.ts'
import { tableName } from './to-sql.ts'

let database: TestDatabase
let app: pg.Pool
let owner: Kysely<unknown>
let office: Planted
let elsewhere: Planted

beforeAll(async () => {
  database = await openTestDatabase()
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [applyPolicies])
  app = new pg.Pool({ connectionString: urlOfRole(database.adminUrl, 'app', database.secret), max: 1 })
  // Dropping the database may end an idle connection before the pool does.
  app.on('error', () => undefined)
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 1 })
  pool.on('error', () => undefined)
  owner = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  office = await plantAccount(database.admin, { authority: '4210', roles: ['office'] })
  elsewhere = await plantAccount(database.admin, { authority: '5305', roles: ['office'] })
  await database.admin.query(
    `insert into registry.person (authority, id, name, roles) values (421003000000, gen_random_uuid(), '甲', '{member}')`,
  )
})
afterAll(async () => {
  await app.end()
  await owner.destroy()
  await database.drop()
})

/** What the application reads in one transaction after saying `settings`. */
async function countPeople(settings: Readonly<Record<string, string>>): Promise<number> {
  const client = await app.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(settings)) await client.query('select set_config($1, $2, true)', [name, value])
    const { rows } = await client.query<{ count: number }>('select count(*)::int as count from registry.person')
    return rows[0]?.count ?? -1
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('the context', () => {
  it('of a live session opens what its roles cover, and any other opens nothing', async () => {
    expect(await countPeople({ 'shengmian.session': office.token })).toBe(1)
    expect(await countPeople({ 'shengmian.session': elsewhere.token })).toBe(0)
    for (const token of ['', 'x'.repeat(32), "' or true --", office.account])
      expect(await countPeople({ 'shengmian.session': token })).toBe(0)
    expect(await countPeople({})).toBe(0)
  })

  it('cannot be widened by other settings: a forged account, role, scope or clock changes nothing', async () => {
    const forged = {
      'shengmian.account': office.account,
      'shengmian.account_id': office.account,
      'shengmian.scopes': '{[0,1000000000000)}',
      'shengmian.clock': '2000-01-01',
      'request.jwt.claims': '{"role":"shengmian_owner"}',
      row_security: 'on',
      search_path: 'public',
    }
    expect(await countPeople({ ...forged, 'shengmian.session': elsewhere.token })).toBe(0)
    expect(await countPeople({ ...forged, 'shengmian.session': office.token })).toBe(1)
  })

  it('is forgotten by the connection at the end of the transaction', async () => {
    expect(await countPeople({ 'shengmian.session': office.token })).toBe(1)
    expect(await countPeople({})).toBe(0)
    for (let turn = 0; turn < 50; turn += 1) {
      const [token, count] = turn % 2 === 0 ? [office.token, 1] : [elsewhere.token, 0]
      expect(await countPeople({ 'shengmian.session': token })).toBe(count)
    }
  })

  it.each([
    'set role shengmian_owner',
    'set role shengmian_worker',
    'set row_security = off; select count(*) from registry.person',
    'alter table registry.person disable row level security',
    'create or replace function access.clock() returns timestamptz language sql as $$ select now() $$',
    'create function access.scopes() returns int8multirange language sql as $$ select null::int8multirange $$',
    'select passphrase from access.credential',
    'select token from access.session',
    'select * from access.sign_in_failure',
    `insert into access.session (id, token, account, expires_at) values (gen_random_uuid(), 'x', gen_random_uuid(), now())`,
    'delete from registry.person',
    'truncate registry.person',
    'delete from access.standing_role',
    'delete from access.reading',
    'update access.reading set kind = kind',
    'insert into access.denial (id) values (gen_random_uuid())',
    `update access.account set person = gen_random_uuid()`,
  ])('does not let the application say: %s', async (statement) => {
    const client = await app.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('shengmian.session', $1, true)`, [office.token])
      await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('a solver', () => {
  it.each([
    ['rounds.proposal', 'asked_by'],
    ['rounds.mode_comparison', 'asked_by'],
    ['rounds.mode_adoption', 'by_account'],
    ['rounds.draw', 'asked_by'],
  ])('of %s is started by the office alone: who approves a plan does not make it', async (table, column) => {
    const group = await plantAccount(database.admin, { authority: '4210', roles: ['leading-group'] })
    const insertAs = async ({ token, account }: Planted): Promise<unknown> => {
      const client = await app.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('shengmian.session', $1, true)`, [token])
        return await client
          .query(`insert into ${table} (authority, ${column}) values (421000000000, $1)`, [account])
          .catch((error: unknown) => error)
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
    expect(await insertAs(group)).toMatchObject({ code: '42501' })
    // past the policy: what is missing now is only the rest of the row
    expect(await insertAs(office)).toMatchObject({ code: '23502' })
  })
})

describe('the roles of the database', () => {
  it('at run time own nothing, bypass nothing and belong to no other role', async () => {
    const { rows } = await database.admin.query(
      `select r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, (select count(*)::int from pg_class c where c.relowner = r.oid and c.relkind <> 't' and c.relnamespace <> 'graphile_worker'::regnamespace) as owned,
         (select count(*)::int from pg_auth_members m where m.member = r.oid) as memberships
       from pg_roles r where r.rolname in ('shengmian_app', 'shengmian_audit', 'shengmian_auth', 'shengmian_lead') order by 1`,
    )
    const bare = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, owned: 0, memberships: 0 }
    expect(rows).toEqual([
      { rolname: 'shengmian_app', ...bare },
      { rolname: 'shengmian_audit', ...bare },
      { rolname: 'shengmian_auth', ...bare },
      { rolname: 'shengmian_lead', ...bare },
    ])
  })

  it('hold no right on a table beyond the commands of its policy', async () => {
    const { rows } = await database.admin.query<{ name: string; role: string; command: string }>(
      `select n.nspname || '.' || c.relname as name, replace(a.rolname, 'shengmian_', '') as role, lower(x.privilege_type) as command
       from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) x join pg_roles a on a.oid = x.grantee
       where n.nspname in ('access', 'registry', 'documents', 'rounds', 'leads', 'intake', 'platform') and c.relkind in ('r', 'p') and a.rolname in ('shengmian_app', 'shengmian_auth', 'shengmian_lead', 'shengmian_worker', 'shengmian_audit', 'shengmian_intake')`,
    )
    const beyond = rows.filter(({ name, role, command }) => {
      const policy = tablePolicies.find((candidate) => candidate.table === name)
      if (role === 'app' || role === 'lead')
        return policy?.[command as 'select'] === undefined || !(policy.doors ?? ['app']).includes(role)
      return !(policy?.[role as 'auth' | 'worker' | 'audit' | 'intake'] ?? []).includes(command as 'select')
    })
    expect(beyond).toEqual([])
    const { rows: open } = await database.admin.query(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('access', 'registry', 'documents', 'rounds', 'leads', 'intake') and p.prosecdef and p.prorettype <> 'trigger'::regtype
         and (has_function_privilege('public', p.oid, 'execute') or not exists (select from unnest(p.proconfig) c where c like 'search_path=%'))`,
    )
    expect(open).toEqual([])
  })

  it('every derived value is worked out once a statement, never once a row', async () => {
    const client = await database.admin.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('shengmian.session', $1, true)`, [office.token])
      for (const { table, select, doors } of tablePolicies) {
        if (select === undefined) continue
        await client.query(`set local role shengmian_${doors?.[0] ?? 'app'}`)
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `explain (verbose, costs off) select 1 from ${tableName(table)}`,
        )
        const filters = rows.map((row) => row['QUERY PLAN']).filter((line) => /(Filter|Cond):/.test(line))
        expect([table, filters.filter((line) => line.includes('access.'))]).toEqual([table, []])
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

describe('a start', () => {
  /** What the step says of a change that is taken back. */
  const saidOf = async (change: string): Promise<string> => {
    let said = 'nothing'
    const undo = new Error('taken back')
    await owner
      .transaction()
      .execute(async (trx) => {
        await sql.raw(change).execute(trx)
        await applyPolicies(trx).catch((error: Error) => {
          said = error.message
        })
        throw undo
      })
      .catch((error: unknown) => {
        if (error !== undo) throw error
      })
    return said
  }

  it('is refused while a table of a guarded schema has no policy', async () => {
    expect(await saidOf('create table rounds.forgotten (id uuid)')).toContain('rounds.forgotten has no policy')
    expect(await saidOf('create table public.elsewhere (id uuid)')).toBe('nothing')
  })

  it('is refused while a view would show rows past the policies', async () => {
    expect(await saidOf('create view rounds.leak as select * from rounds.plan')).toContain(
      'rounds.leak would show rows past the policies',
    )
    expect(await saidOf('create materialized view rounds.leak as select * from rounds.plan')).toContain('rounds.leak')
    expect(await saidOf('create view rounds.fine with (security_invoker = true) as select * from rounds.plan')).toBe('nothing')
  })

  it('is refused while a policy has no table', async () => {
    expect(await saidOf('alter table rounds.travel rename to travelled')).toContain(
      'rounds.travel has a policy but does not exist',
    )
  })

  it('puts back what somebody changed, and forces the policies on the owner', async () => {
    await database.admin.query(
      'drop policy app_select on registry.person; create policy everybody on registry.person for select using (true); alter table registry.person no force row level security',
    )
    expect(await countPeople({})).toBe(1)
    await migrate(database.adminUrl, [applyPolicies])
    expect(await countPeople({})).toBe(0)
    expect(await countPeople({ 'shengmian.session': office.token })).toBe(1)
    const { rows } = await database.admin.query(
      `select count(*)::int as open from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('access', 'registry', 'documents', 'rounds', 'leads', 'intake') and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
    )
    expect(rows).toEqual([{ open: 0 }])
  })
})
