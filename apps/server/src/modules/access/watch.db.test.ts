// Denials can be explained to the security administrator; reads of evidence and exports are written down; nobody changes either.
import type { Denial, DenialTally } from '@shengmian/contract'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession, plantAccount } from './testing/accounts.ts'
import { holdClock } from './testing/second-factors.ts'

let world: TestServer
let person: string
beforeAll(async () => {
  world = await startTestServer()
  person = v7()
  await world.database.admin.query(
    `insert into registry.person (authority, id, name, roles) values (421000000000, $1, '被查档的人', '{member}')`,
    [person],
  )
})
afterAll(() => world.stop())

const callerOf = async (...wish: Parameters<typeof plantAccount> extends [unknown, infer W] ? [W] : never) => {
  const planted = await plantAccount(world.database.admin, ...wish)
  return { ...world.withToken(planted.token), account: planted.account }
}
const denialsSeenBy = async (
  caller: { readonly get: TestServer['nobody']['get'] },
  account: string,
): Promise<readonly Denial[]> => ((await caller.get(`/denials?account=${account}`)).body as { items: Denial[] }).items

it('a denial says which rule decided and on what facts, and shows nothing of the row but its keys', async () => {
  const office = await callerOf({ authority: '421003', roles: ['office'] })
  await world.database.admin.query(
    `insert into access.standing_role (id, account, role, authority, level, body, valid, revoked_at, revoked_reason)
     values ($1, $2, 'office', 421000000000, 'city', '市委巡察办', tstzrange(now() - interval '9 days', null), now(), '轮岗')`,
    [v7(), office.account],
  )
  const denied = world.withToken(await openSession(world.database.admin, office.account))
  expect((await denied.get(`/people/4210/${person}`)).status).toBe(404)

  const security = await callerOf({ authority: '42', roles: ['security-admin'] })
  const [denial] = await denialsSeenBy(security, office.account)
  expect(denial).toMatchObject({
    asked: { address: 'GET /people/:authority/:person' },
    code: 'not-found',
    subject: 'registry.person',
    command: 'select',
    facts: {
      exists: true,
      keys: { authority: 421_000_000_000 },
      roles: expect.arrayContaining([
        { role: 'office', authority: '421003', standing: 'in-force' },
        { role: 'office', authority: '4210', standing: 'revoked' },
      ]),
    },
  })
  expect(denial?.rule).toEqual([
    { depth: 0, kind: 'any', roles: [], of: '', holds: false },
    { depth: 1, kind: 'covers', roles: ['office', 'leading-group'], of: 'authority', holds: false },
    { depth: 1, kind: 'own-person', roles: [], of: 'id', holds: false },
  ])
  expect(JSON.stringify(denial)).not.toContain('被查档的人')
})

it('an act that the database refuses is explained as well, and one that names nothing says that there is no such row', async () => {
  const group = await callerOf({ authority: '4210', roles: ['leading-group'] })
  const account = { id: v7(), signInName: 'nobody.new', name: '新人', authority: '421003', passphrase: '荆江大堤 1998 守堤' }
  expect((await group.send('POST', '/accounts', account)).status).toBe(403)
  expect((await group.get(`/rounds/${v7()}`)).status).toBe(404)
  const security = await callerOf({ authority: '4210', roles: ['security-admin'] })
  const [second, first] = await denialsSeenBy(security, group.account)
  expect(first).toMatchObject({
    asked: { address: 'POST /accounts' },
    code: 'not-allowed',
    subject: 'access.account',
    command: 'insert',
  })
  // There is no row to hold against the rule, and none is needed: a leading group holds neither of its roles.
  expect(first?.rule[0]).toMatchObject({ kind: 'all', holds: false })
  expect(first?.rule.find(({ kind }) => kind === 'covers-area')).toMatchObject({
    roles: ['security-admin', 'office'],
    holds: false,
  })
  expect(first?.rule.find(({ kind }) => kind === 'own-account')).toMatchObject({ holds: null })
  expect(second).toMatchObject({ asked: { address: 'GET /rounds/:round' }, code: 'not-found', facts: { exists: false } })
})

it('denials are for the security administrator whose range holds the account, and for nobody else', async () => {
  const office = await callerOf({ authority: '4210', roles: ['office'] })
  await office.get(`/rounds/${v7()}`)
  const seen = async (authority: string, role: 'security-admin' | 'system-admin' | 'audit-admin' | 'office' | 'leading-group') =>
    (await denialsSeenBy(await callerOf({ authority, roles: [role] }), office.account)).length
  expect(await seen('42', 'security-admin')).toBe(1)
  expect(await seen('5305', 'security-admin')).toBe(0)
  for (const role of ['system-admin', 'audit-admin', 'office', 'leading-group'] as const)
    expect([role, await seen('42', role)]).toEqual([role, 0])
  expect(await denialsSeenBy(office, office.account)).toEqual([])
})

it('a flood of refusals is written down thirty times a minute and counted to the last, so that it fills no disk', async () => {
  const office = await callerOf({ authority: '4210', roles: ['office'] })
  const security = await callerOf({ authority: '42', roles: ['security-admin'] })
  const flood = async (times: number, path: string) => {
    for (let n = 0; n < times; n += 1) expect((await office.get(path)).status).toBe(404)
  }
  await flood(40, `/rounds/${v7()}`)
  await flood(3, `/people/4210/${v7()}`)
  const written = async () => {
    const { rows } = await world.database.admin.query<{ whole: number; counted: number }>(
      `select (select count(*)::int from access.denial where account = $1) as whole,
         (select coalesce(sum(times), 0)::int from access.denial_tally where account = $1) as counted`,
      [office.account],
    )
    return rows[0]
  }
  expect(await written()).toMatchObject({ whole: 30, counted: 13 })
  const tallies = async (caller: { readonly get: TestServer['nobody']['get'] }) =>
    ((await caller.get('/denial-tallies')).body as { items: DenialTally[] }).items.filter(
      ({ account }) => account.id === office.account,
    )
  expect((await tallies(security)).map(({ asked, code, times }) => [asked.address, code, times])).toEqual([
    ['GET /rounds/:round', 'not-found', 10],
    ['GET /people/:authority/:person', 'not-found', 3],
  ])
  expect(await tallies(office)).toEqual([])
  expect(await tallies(await callerOf({ authority: '5305', roles: ['security-admin'] }))).toEqual([])
  // A minute later they are written again, until the five hundred of the hour.
  await holdClock(world, '61 seconds')
  await flood(2, `/rounds/${v7()}`)
  expect(await written()).toMatchObject({ whole: 32, counted: 13 })
  await world.database.admin.query('alter table access.denial disable trigger denial_is_signed')
  await world.database.admin.query(
    `insert into access.denial (id, at, account, account_name, authority, level, endpoint, params, code, said, command, rule, facts)
     select gen_random_uuid(), access.clock() - interval '5 minutes', d.account, d.account_name, d.authority, d.level, d.endpoint, d.params, d.code, d.said,
       d.command, d.rule, d.facts from (select * from access.denial where account = $1 limit 1) d, generate_series(1, 468)`,
    [office.account],
  )
  await world.database.admin.query('alter table access.denial enable trigger denial_is_signed')
  await flood(4, `/rounds/${v7()}`)
  expect(await written()).toMatchObject({ whole: 500, counted: 17 })
  await holdClock(world, null)
})

it('failed sign-ins stand in the book of an account sixty times an hour, and the rest is counted', async () => {
  const office = await callerOf({ authority: '4210', roles: ['office'] })
  const { rows } = await world.database.admin.query<{ username: string }>('select username from access.account where id = $1', [
    office.account,
  ])
  await world.database.admin.query(
    `insert into access.sign_in_event (id, account, kind, at) select gen_random_uuid(), $1, 'sign-in-failed', access.clock() from generate_series(1, 59)`,
    [office.account],
  )
  for (let n = 0; n < 3; n += 1) {
    const tried = { signInName: rows[0]?.username, passphrase: 'none of his, I fear' }
    expect((await world.nobody.send('POST', '/session', tried)).status).toBe(401)
  }
  const counted = await world.database.admin.query(
    `select (select count(*)::int from access.sign_in_event where account = $1) as written,
       (select times from access.denial_tally where account = $1 and endpoint = 'signIn') as times`,
    [office.account],
  )
  expect(counted.rows).toEqual([{ written: 60, times: 2 }])
})

it('every read of evidence and every export is written down before it is answered, with the name of the session', async () => {
  const office = await callerOf({ authority: '4210', roles: ['office'] })
  expect((await office.get(`/people/4210/${person}/ties`)).status).toBe(200)
  expect((await office.get('/sheets/people/export?within=4210')).status).toBe(200)
  // What is refused is a denial, not a read.
  const other = await callerOf({ authority: '5305', roles: ['office'] })
  await other.get(`/people/4210/${person}/ties`)
  const audit = await callerOf({ authority: '42', roles: ['audit-admin'] })
  const readings = (await audit.get(`/readings?account=${office.account}`)).body as { items: object[] }
  expect(readings.items).toMatchObject([
    {
      asked: { address: 'GET /sheets/:noun/export' },
      kind: 'export',
      account: { id: office.account, name: '测试账号' },
      params: { noun: 'people' },
    },
    { asked: { address: 'GET /people/:authority/:person/ties' }, kind: 'evidence', params: { person } },
  ])
  const security = await callerOf({ authority: '42', roles: ['security-admin'] })
  for (const caller of [office, security]) expect((await caller.get('/readings')).body).toMatchObject({ items: [] })
})

it('what was recorded is neither changed nor removed, by the owner and the superuser’s own statement no more than by the application', async () => {
  for (const table of ['access.denial', 'access.reading'])
    for (const statement of [`update ${table} set endpoint = 'x'`, `delete from ${table}`, `truncate ${table}`])
      await expect(world.database.admin.query(statement)).rejects.toMatchObject({ code: '42501' })
  const { rows } = await world.database.admin.query<{ kinds: string[] }>(
    `select array_agg(distinct lower(x.privilege_type)) as kinds from pg_class c cross join lateral aclexplode(c.relacl) x join pg_roles a on a.oid = x.grantee
     where c.oid in ('access.denial'::regclass, 'access.reading'::regclass) and a.rolname like 'shengmian\\_%' and a.rolname <> 'shengmian_owner'`,
  )
  expect(rows[0]?.kinds.sort()).toEqual(['insert', 'select'])
})
