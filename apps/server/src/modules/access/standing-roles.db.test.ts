// Who may make accounts and grant roles, through HTTP; every refusal beside what is allowed.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, plantAccount } from './testing/accounts.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

const CITY = '4210'
const COUNTY = '421003'
const ELSEWHERE = '5305'
const PASSPHRASE = '荆江大堤 1998 守堤'

let count = 0
const newAccount = (authority: string) => ({
  id: v7(),
  signInName: `made.${(count += 1)}`,
  name: '新同志',
  authority,
  passphrase: PASSPHRASE,
})
const newRole = (role: string, authority: string, more: object = {}) => ({ id: v7(), role, authority, body: '测试机构', ...more })
const callerOf = async (...wish: Parameters<typeof plantAccount> extends [unknown, infer W] ? [W] : never) => {
  const planted = await plantAccount(world.database.admin, ...wish)
  return { ...world.withToken(planted.token), account: planted.account }
}

describe('making accounts', () => {
  it('is for the office or security administrator whose range covers the account’s authority', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const wish = newAccount(COUNTY)
    const made = await office.send('POST', '/accounts', wish)
    expect([made.status, made.body]).toEqual([
      201,
      expect.objectContaining({ id: wish.id, signInName: wish.signInName, authority: COUNTY, roles: [] }),
    ])
    expect((await office.send('POST', '/accounts', newAccount(ELSEWHERE))).status).toBe(403)
    expect((await office.send('POST', '/accounts', newAccount('42'))).status).toBe(403)

    const security = await callerOf({ authority: '00', roles: ['security-admin'] })
    expect((await security.send('POST', '/accounts', newAccount(ELSEWHERE))).status).toBe(201)
    for (const role of ['leading-group', 'system-admin', 'audit-admin', 'department'] as const) {
      const other = await callerOf({ authority: CITY, roles: [role] })
      expect([role, (await other.send('POST', '/accounts', newAccount(COUNTY))).status]).toEqual([role, 403])
    }
  })

  it('lets the new account sign in, and refuses a sign-in name twice and a weak passphrase', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const wish = newAccount(COUNTY)
    await office.send('POST', '/accounts', wish)
    const signedIn = await world.nobody.send('POST', '/session', { signInName: wish.signInName, passphrase: PASSPHRASE })
    expect(signedIn.status).toBe(201)
    expect((await office.send('POST', '/accounts', { ...newAccount(COUNTY), signInName: wish.signInName })).status).toBe(409)
    expect((await office.send('POST', '/accounts', { ...newAccount(COUNTY), passphrase: 'aaaaaaaaaaaa' })).status).toBe(422)
  })

  it('shows accounts to who keeps them, page by page, and to others their own', async () => {
    const office = await callerOf({ authority: '3502', roles: ['office'] })
    for (let index = 0; index < 3; index += 1) await office.send('POST', '/accounts', newAccount('350203'))
    const first = (await office.get('/accounts?limit=2')).body as { items: { id: string }[]; next: string }
    const second = (await office.get(`/accounts?limit=2&cursor=${first.next}`)).body as { items: { id: string }[]; next: null }
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(4)
    expect(second.next).toBeNull()
    const member = await callerOf({ authority: '350203' })
    const own = (await member.get('/accounts')).body as { items: { id: string }[] }
    expect(own.items.map((item) => item.id)).toEqual([member.account])
  })
})

describe('granting roles', () => {
  it('stays within the granter’s range and is never for himself', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const below = await callerOf({ authority: COUNTY })
    const grant = (account: string, wish: object) => office.send('POST', `/accounts/${account}/roles`, wish)
    const granted = await grant(below.account, newRole('office', COUNTY))
    expect([granted.status, granted.body]).toEqual([
      201,
      expect.objectContaining({ roles: [expect.objectContaining({ role: 'office' })] }),
    ])
    expect((await grant(below.account, newRole('office', '42'))).status).toBe(403)
    expect((await grant(below.account, newRole('office', ELSEWHERE))).status).toBe(403)
    expect((await grant(office.account, newRole('department', COUNTY))).status).toBe(403)
    const stranger = await callerOf({ authority: ELSEWHERE })
    expect((await grant(stranger.account, newRole('office', COUNTY))).status).toBe(404)
  })

  it('of approvers, case management and administrators is for the security administrator alone', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const security = await callerOf({ authority: '00', roles: ['security-admin'] })
    for (const role of ['leading-group', 'case-management', 'system-admin', 'security-admin', 'audit-admin']) {
      const account = (await callerOf({ authority: COUNTY })).account
      expect([role, (await office.send('POST', `/accounts/${account}/roles`, newRole(role, COUNTY))).status]).toEqual([role, 403])
      expect([role, (await security.send('POST', `/accounts/${account}/roles`, newRole(role, COUNTY))).status]).toEqual([
        role,
        201,
      ])
    }
  })

  it('takes a second who could have granted it: until he approves the role opens nothing', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const second = await callerOf({ authority: CITY, roles: ['office'] })
    const below = await callerOf({ authority: COUNTY })
    const wish = newRole('scorer', COUNTY)
    const approval = `/accounts/${below.account}/roles/${wish.id}/approval`
    await office.send('POST', `/accounts/${below.account}/roles`, wish)
    const waiting = world.withToken(await openSession(world.database.admin, below.account))
    expect((await waiting.get('/session')).body).toMatchObject({ roles: [] })
    expect((await office.get('/accounts?search=a')).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ id: below.account, roles: [expect.objectContaining({ isPending: true })] }),
      ]),
    })
    expect((await office.send('POST', approval)).status).toBe(403)
    expect((await waiting.send('POST', approval)).status).toBe(403)
    expect((await (await callerOf({ authority: ELSEWHERE, roles: ['office'] })).send('POST', approval)).status).toBe(404)
    expect((await second.send('POST', approval)).status).toBe(200)
    expect((await second.send('POST', approval)).status).toBe(409)
    const again = world.withToken(await openSession(world.database.admin, below.account))
    expect((await again.get('/session')).body).toMatchObject({ roles: [{ role: 'scorer', isPending: false, lentBy: null }] })
  })

  it('signs the account out everywhere, and so do approving and revoking', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const second = await callerOf({ authority: CITY, roles: ['office'] })
    const below = await callerOf({ authority: COUNTY })
    const session = async () => world.withToken(await openSession(world.database.admin, below.account))
    expect((await below.get('/session')).status).toBe(200)
    const wish = newRole('scorer', COUNTY)
    await office.send('POST', `/accounts/${below.account}/roles`, wish)
    expect((await below.get('/session')).status).toBe(401)

    const proposed = await session()
    await second.send('POST', `/accounts/${below.account}/roles/${wish.id}/approval`)
    expect((await proposed.get('/session')).status).toBe(401)

    const again = await session()
    expect((await again.get('/session')).body).toMatchObject({ roles: [{ role: 'scorer' }] })
    const revoked = await office.send('POST', `/accounts/${below.account}/roles/${wish.id}/revocation`, { reason: '轮岗' })
    expect([revoked.status, revoked.body]).toEqual([
      200,
      expect.objectContaining({ roles: [expect.objectContaining({ revokedReason: '轮岗' })] }),
    ])
    expect((await again.get('/session')).status).toBe(401)
    expect((await office.send('POST', `/accounts/${below.account}/roles/${wish.id}/revocation`, { reason: '再撤' })).status).toBe(
      409,
    )
  })

  it('keeps the three administrators apart: none holds a second role, and nobody of business becomes one', async () => {
    const security = await callerOf({ authority: '00', roles: ['security-admin'] })
    const officer = await callerOf({ authority: COUNTY, roles: ['office'] })
    const keeper = await callerOf({ authority: COUNTY, roles: ['system-admin'] })
    const grant = (account: string, role: string) => security.send('POST', `/accounts/${account}/roles`, newRole(role, COUNTY))
    expect((await grant(officer.account, 'audit-admin')).status).toBe(403)
    expect((await grant(keeper.account, 'office')).status).toBe(403)
    expect((await grant(keeper.account, 'security-admin')).status).toBe(403)
    expect((await grant(officer.account, 'department')).status).toBe(201)
  })

  it('for a head or liaison names the unit, in the county of the role', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const below = await callerOf({ authority: COUNTY })
    const unit = v7()
    await world.database.admin.query(
      `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, 421003000000, 'bureau', '荆州区审计局', 'office')`,
      [unit],
    )
    const grant = (wish: object) => office.send('POST', `/accounts/${below.account}/roles`, wish)
    expect((await grant(newRole('inspected-liaison', COUNTY))).status).toBe(422)
    expect((await grant(newRole('office', COUNTY, { unit }))).status).toBe(422)
    expect((await grant(newRole('inspected-liaison', '421022', { unit }))).status).toBe(404)
    expect((await grant(newRole('inspected-liaison', COUNTY, { unit }))).status).toBe(201)
  })
})

describe('closing', () => {
  it('ends sessions, never one’s own', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const wish = newAccount(COUNTY)
    await office.send('POST', '/accounts', wish)
    const next = world.withToken(await openSession(world.database.admin, wish.id))
    expect((await office.send('POST', `/accounts/${office.account}/disabling`, { reason: '自己' })).status).toBe(403)
    expect((await office.send('POST', `/accounts/${wish.id}/disabling`, { reason: '退休' })).status).toBe(200)
    expect((await next.get('/session')).status).toBe(401)
    expect((await office.send('POST', `/accounts/${wish.id}/disabling`, { reason: '再关' })).status).toBe(409)
    expect((await world.nobody.send('POST', '/session', { signInName: wish.signInName, passphrase: PASSPHRASE })).status).toBe(
      401,
    )
  })
})
