// What is there before anybody can sign in.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refuseDemonstration } from '../../demonstration.ts'
import { loadDemonstrationAccounts } from './load-demonstration-accounts.ts'
import { makeFirstAccounts } from './make-first-accounts.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

const signIn = async (login: { readonly signInName: string; readonly passphrase: string }) => {
  const { status, body } = await world.nobody.send('POST', '/session', { ...login, as: 'token' })
  return {
    status,
    roles: (body as { session?: { roles: readonly { role: string; authority: { code: string } }[] } }).session?.roles ?? [],
  }
}

it('an empty installation gets two security administrators, whose passphrases are told once and must be changed', async () => {
  const first = (await makeFirstAccounts(world.database.adminUrl)) ?? []
  expect(first).toHaveLength(2)
  for (const login of first) {
    const { body } = await world.nobody.send('POST', '/session', { ...login, as: 'token' })
    const { token, session, awaitsPassphrase } = body as { token: string; session: unknown; awaitsPassphrase: boolean }
    expect([session, awaitsPassphrase]).toEqual([null, true])
    const own = { present: login.passphrase, next: '荆江大堤 1998 守堤' }
    expect((await world.withToken(token).send('PUT', '/session/passphrase', own)).status).toBe(204)
    expect(await signIn({ ...login, passphrase: own.next })).toMatchObject({
      status: 201,
      roles: [{ role: 'security-admin', authority: { code: '00' } }],
    })
  }
  expect(await makeFirstAccounts(world.database.adminUrl)).toBeNull()
})

it('the demonstration has a login for each role, leaves a name alone that is taken, and loads twice without change', async () => {
  const logins = await loadDemonstrationAccounts(world.database.adminUrl)
  expect(logins.map((login) => login.signInName)).not.toContain('security.admin')
  // Inspectors and liaisons come with the rounds that are not loaded here.
  expect(new Set(logins.map((login) => login.role))).toEqual(
    new Set(['office', 'leading-group', 'case-management', 'system-admin', 'audit-admin']),
  )
  const { rows: before } = await world.database.admin.query('select id, updated_at from access.account order by id')
  expect(await loadDemonstrationAccounts(world.database.adminUrl)).toEqual(logins)
  const { rows: after } = await world.database.admin.query('select id, updated_at from access.account order by id')
  expect(after).toEqual(before)

  const office = logins.find((login) => login.signInName === 'jingzhou.office')
  if (office === undefined) throw new Error('no office of Jingzhou')
  expect(await signIn({ signInName: office.signInName, passphrase: office.passphrase })).toMatchObject({
    status: 201,
    roles: [{ role: 'office', authority: { code: '4210' } }],
  })
})

it('a database with the well-known logins of the demonstration does not start without it', async () => {
  await expect(refuseDemonstration(world.database.adminUrl)).resolves.toBeUndefined()
  await world.database.admin.query('insert into platform.demonstration default values')
  await expect(refuseDemonstration(world.database.adminUrl)).rejects.toThrow('SHENGMIAN_DEMONSTRATION=on')
  await world.database.admin.query('delete from platform.demonstration')
})

it('the policies hold again on every table after the installer has worked', async () => {
  const { rows } = await world.database.admin.query(
    `select count(*)::int as open from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('access', 'registry', 'documents', 'rounds') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
  )
  expect(rows).toEqual([{ open: 0 }])
})

it('an administrator reads no business', async () => {
  const logins = await loadDemonstrationAccounts(world.database.adminUrl)
  await world.database.admin.query(
    `insert into registry.person (authority, id, name, roles) values (421000000000, gen_random_uuid(), '甲', '{member}')`,
  )
  const seen: (readonly [string, number])[] = []
  for (const name of ['jingzhou.office', 'system.admin', 'audit.admin', 'baoshan.office']) {
    const login = logins.find((candidate) => candidate.signInName === name)
    const { body } = await world.nobody.send('POST', '/session', {
      signInName: name,
      passphrase: login?.passphrase ?? '',
      as: 'token',
    })
    const { token } = body as { token: string }
    const people = (await world.withToken(token).get('/people?authority=4210')).body as { items?: readonly unknown[] }
    seen.push([name, people.items?.length ?? 0])
  }
  expect(seen).toEqual([
    ['jingzhou.office', 1],
    ['system.admin', 0],
    ['audit.admin', 0],
    ['baoshan.office', 0],
  ])
})
