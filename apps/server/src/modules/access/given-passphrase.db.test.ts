// A passphrase that somebody else gave opens nothing but the way to one's own.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession, plantAccount, type Planted } from './testing/accounts.ts'
import { asApplication } from './testing/as-application.ts'

const GIVEN = '荆江大堤 1998 守堤'
const OWN = '长湖三湖白鹭洲 20260'

let world: TestServer
let office: Planted
let account: string
let signInName: string
let count = 0

beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())
beforeEach(async () => {
  office = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
  account = v7()
  signInName = `newly.${(count += 1)}`
  const wish = { id: account, signInName, name: '周敏', authority: '421003', passphrase: GIVEN }
  expect((await world.withToken(office.token).send('POST', '/accounts', wish)).status).toBe(201)
})

interface Answer {
  readonly session: { readonly account: { readonly id: string } } | null
  readonly awaitsPassphrase: boolean
  readonly token: string
}
const signIn = async (passphrase: string, name = signInName) => {
  const { status, body } = await world.nobody.send('POST', '/session', { signInName: name, passphrase, as: 'token' })
  return { status, ...(body as Answer) }
}
const change = async (token: string, present: string, next: string) =>
  (await world.withToken(token).send('PUT', '/session/passphrase', { present, next })).status

describe('a passphrase from whoever made the account', () => {
  it('opens a session that can change it and end, and nothing else', async () => {
    const opened = await signIn(GIVEN)
    expect(opened).toMatchObject({ status: 201, session: null, awaitsPassphrase: true })
    const caller = world.withToken(opened.token)
    const tried = [
      await caller.get('/session'),
      await caller.get('/session/orders'),
      await caller.get('/accounts'),
      await caller.get('/session/second-factors'),
      await caller.send('POST', '/session/second-factors/totp', { passphrase: GIVEN }),
      await caller.send('POST', '/session/lock'),
      await caller.send('POST', '/session/unlocking', { passphrase: GIVEN }),
    ]
    expect(tried.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
      tried.map(() => [401, 'passphrase-given']),
    )
    expect((await caller.send('DELETE', '/session')).status).toBe(204)
    expect(await change(opened.token, GIVEN, OWN)).toBe(401)
  })

  it('has no account in the database, whatever the application asks with its session', async () => {
    const { token } = await signIn(GIVEN)
    const seen = await asApplication(world, { account, token }, 'select access.account_id() as id')
    expect(seen.rows).toEqual([{ id: null }])
  })

  it('is changed once: not for itself and not for a weak one, and then its person works with his own', async () => {
    const { token } = await signIn(GIVEN)
    expect(await change(token, GIVEN, GIVEN)).toBe(422)
    expect(await change(token, GIVEN, 'aaaaaaaaaaaa')).toBe(422)
    expect(await change(token, 'not the present one', OWN)).toBe(401)
    expect(await change(token, GIVEN, OWN)).toBe(204)
    expect((await signIn(GIVEN)).status).toBe(401)
    expect(await signIn(OWN)).toMatchObject({ status: 201, awaitsPassphrase: false, session: { account: { id: account } } })
  })

  it('is given again by a reset of two hands', async () => {
    expect(await change((await signIn(GIVEN)).token, GIVEN, OWN)).toBe(204)
    const { admin } = world.database
    const security = await plantAccount(admin, { authority: '42', roles: ['security-admin'] })
    const id = v7()
    const asked = await world.withToken(security.token).send('PUT', `/accounts/${account}/passphrase`, { id, passphrase: GIVEN })
    expect(asked.status).toBe(201)
    expect(await signIn(OWN)).toMatchObject({ awaitsPassphrase: false })
    expect((await world.withToken(office.token).send('POST', `/credential-changes/${id}/approval`)).status).toBe(200)
    expect(await signIn(GIVEN)).toMatchObject({ status: 201, awaitsPassphrase: true, session: null })
  })

  it('stays given whatever the role that signs people in writes beside the passphrase', async () => {
    const auth = await world.server.database.pool('auth').connect()
    await auth.query('update access.credential set given_at = null where account = $1', [account]).finally(() => auth.release())
    expect(await signIn(GIVEN)).toMatchObject({ awaitsPassphrase: true })
  })

  it('does not keep out whoever comes by another way', async () => {
    const token = await openSession(world.database.admin, account)
    expect((await world.withToken(token).get('/session')).status).toBe(200)
  })
})
