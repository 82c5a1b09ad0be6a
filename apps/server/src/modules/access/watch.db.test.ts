// Denials can be explained to the security administrator; reads of evidence and exports are written down; nobody changes either.
import type { Denial } from '@shengmian/contract'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession, plantAccount } from './testing/accounts.ts'

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
    asked: 'GET /people/:authority/:person',
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
  expect(first).toMatchObject({ asked: 'POST /accounts', code: 'not-allowed', subject: 'access.account', command: 'insert' })
  expect(first?.rule.map(({ kind }) => kind)).toContain('covers-area')
  expect(second).toMatchObject({ asked: 'GET /rounds/:round', code: 'not-found', facts: { exists: false } })
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
      asked: 'GET /sheets/:noun/export',
      kind: 'export',
      account: { id: office.account, name: '测试账号' },
      params: { noun: 'people' },
    },
    { asked: 'GET /people/:authority/:person/ties', kind: 'evidence', params: { person } },
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
