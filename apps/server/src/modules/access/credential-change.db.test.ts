// One administrator who would be somebody else: a new passphrase opens nothing until another hand signs.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession, plantAccount, type Planted } from './testing/accounts.ts'
import { asApplication } from './testing/as-application.ts'
import { holdClock } from './testing/second-factors.ts'

const PASSPHRASE = '荆江大堤 1998 守堤'
const NEXT = '荆江大堤 1954 分洪'

let world: TestServer
let security: Planted
let second: Planted
let office: Planted
let group: Planted
/** The account that is to be taken over, with its sign-in name and a session. */
let victim: { readonly account: string; readonly signInName: string }
let count = 0

beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await holdClock(world, null)
  const { admin } = world.database
  security = await plantAccount(admin, { authority: '42', roles: ['security-admin'] })
  second = await plantAccount(admin, { authority: '42', roles: ['security-admin'] })
  office = await plantAccount(admin, { authority: '4210', roles: ['office'] })
  group = await plantAccount(admin, { authority: '4210', roles: ['leading-group'] })
  victim = { account: v7(), signInName: `taken.${(count += 1)}` }
  const wish = { id: victim.account, signInName: victim.signInName, name: '周敏', authority: '421003', passphrase: PASSPHRASE }
  expect((await as(office).send('POST', '/accounts', wish)).status).toBe(201)
})

const as = (who: Planted) => world.withToken(who.token)
const ask = async (who: Planted, account = victim.account) => {
  const id = v7()
  return { id, ...(await as(who).send('PUT', `/accounts/${account}/passphrase`, { id, passphrase: NEXT })) }
}
const approve = async (who: Planted, id: string) => (await as(who).send('POST', `/credential-changes/${id}/approval`)).status
const signsIn = async (passphrase: string) =>
  (await world.nobody.send('POST', '/session', { signInName: victim.signInName, passphrase })).status
const changes = async (who: Planted) =>
  ((await as(who).get('/credential-changes')).body as { items: { id: string; state: string; canApprove: boolean }[] }).items

describe('a new passphrase for somebody else', () => {
  it('opens nothing when it is asked for, and signs the account out and in once another approves', async () => {
    const session = await openSession(world.database.admin, victim.account)
    const { id, status, body } = await ask(security)
    expect([status, body]).toEqual([201, expect.objectContaining({ id, state: 'asked', canApprove: false, approvedAt: null })])
    expect([await signsIn(NEXT), await signsIn(PASSPHRASE)]).toEqual([401, 201])
    expect(await approve(security, id)).toBe(403)
    expect(await approve(group, id)).toBe(200)
    expect((await world.withToken(session).get('/session')).status).toBe(401)
    expect([await signsIn(PASSPHRASE), await signsIn(NEXT)]).toEqual([401, 201])
    expect(await approve(second, id)).toBe(409)
  })

  it('is approved by an office, a leading group or another administrator above the account, never by itself or elsewhere', async () => {
    const { admin } = world.database
    const elsewhere = await plantAccount(admin, { authority: '5305', roles: ['leading-group', 'office'] })
    const auditor = await plantAccount(admin, { authority: '42', roles: ['audit-admin'] })
    const own = { account: victim.account, token: await openSession(admin, victim.account) }
    const { id } = await ask(security)
    expect(await Promise.all([elsewhere, auditor, own].map(async (who) => approve(who, id)))).toEqual([404, 403, 403])
    expect(
      await Promise.all([elsewhere, auditor, own, office].map(async (who) => (await changes(who)).some((one) => one.id === id))),
    ).toEqual([false, true, true, true])
    expect((await changes(office))[0]).toMatchObject({ id, canApprove: true })
    expect(await approve(office, id)).toBe(200)
    expect(await approve(second, (await ask(security)).id)).toBe(200)
  })

  it('is asked for by a security administrator alone', async () => {
    expect((await ask(office)).status).toBe(403)
    expect((await ask(group)).status).toBe(404)
    expect((await ask(security, security.account)).status).toBe(403)
  })

  it('lapses after a day', async () => {
    const { id } = await ask(security)
    await holdClock(world, '25 hours')
    const late = await openSession(world.database.admin, group.account)
    expect((await world.withToken(late).send('POST', `/credential-changes/${id}/approval`)).status).toBe(409)
  })

  it('of two who approve at once is carried out for one', async () => {
    const { id } = await ask(security)
    const answers = await Promise.all([approve(group, id), approve(office, id), approve(second, id)])
    expect(answers.filter((status) => status === 200)).toHaveLength(1)
  })
})

describe('SQL run through the application', () => {
  it('changes no passphrase and adds no way in with one hand', async () => {
    const tried = [
      `update access.credential set passphrase = 'x' where account = '${victim.account}'`,
      `insert into access.credential (id, account, provider, provider_account) values (gen_random_uuid(), '${victim.account}', 'oidc', 'mine')`,
    ]
    for (const statement of tried)
      for (const who of [security, office])
        await expect(asApplication(world, who, statement)).rejects.toThrow(/permission|is a passphrase/)
  })

  it('reads no hash that waits, signs for nobody else and changes nothing of what was asked', async () => {
    const { id } = await ask(security)
    const row = `where id = '${id}'`
    await expect(asApplication(world, group, `select passphrase from access.credential_change ${row}`)).rejects.toThrow(
      'permission',
    )
    await expect(
      asApplication(
        world,
        group,
        `update access.credential_change set passphrase = 'x', approved_by = '${group.account}' ${row}`,
      ),
    ).rejects.toThrow('permission')
    await expect(
      asApplication(world, group, `update access.credential_change set approved_by = '${office.account}' ${row}`),
    ).rejects.toThrow('own name')
  })
})
