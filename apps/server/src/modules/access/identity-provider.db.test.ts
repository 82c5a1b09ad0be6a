// Signing in by an identity provider: a small one of our own stands in for the province's, on this machine.
import { randomBytes } from 'node:crypto'
import type { IdentityLink } from '@shengmian/contract'
import { startProviderDouble, startTestServer, type ProviderDouble, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeIdentityProvider } from './identity-provider.ts'
import { plantAccount, type Planted } from './testing/accounts.ts'

let provider: ProviderDouble
let world: TestServer
let account: Planted
let security: Planted
let subject: string

beforeAll(async () => {
  provider = await startProviderDouble()
  world = await startTestServer({
    identityProvider: { ...provider.settings, returnTo: 'http://localhost/sign-in/return' },
  })
})
afterAll(async () => {
  await world.stop()
  await provider.stop()
})

beforeEach(async () => {
  subject = `jz-${randomBytes(4).toString('hex')}`
  provider.let(subject)
  account = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
  security = await plantAccount(world.database.admin, { authority: '42', roles: ['security-admin'] })
})

const by = (who: Planted) => world.withToken(who.token)
const propose = (who: Planted, to: Planted, as = subject) =>
  by(who).send('POST', '/identity-links', { id: v7(), account: to.account, subject: as })
const end = (who: Planted, link: string) => by(who).send('POST', `/identity-links/${link}/end`, { reason: '换了单位' })
const listed = async (who: Planted) =>
  ((await by(who).get('/identity-links')).body as { items: readonly IdentityLink[] }).items.filter(
    (link) => link.account.id === account.account,
  )

/** Goes out to confirm and comes back with the address that the provider sends the browser to. */
async function outToConfirm(who: Planted): Promise<string> {
  const { status, body } = await by(who).send('POST', '/identity-links/departure')
  expect(status).toBe(200)
  return provider.pass((body as { address: string }).address)
}
const confirm = async (who: Planted, address?: string) =>
  by(who).send('POST', '/identity-links/confirmation', { address: address ?? (await outToConfirm(who)) })

async function link(): Promise<string> {
  expect((await propose(security, account)).status).toBe(201)
  expect((await confirm(account)).status).toBe(204)
  const [made] = await listed(security)
  return made?.id ?? ''
}

interface Browser {
  readonly address: string
  readonly cookie: string
}

/** Goes out as a browser would; answers where the provider sends it back to, and the cookie that it kept. */
async function away(): Promise<Browser> {
  const { body, headers } = await world.nobody.send('POST', '/session/provider/departure')
  const out = new URL((body as { address: string }).address)
  expect(out.origin).toBe(provider.settings.issuer)
  const set = String(headers['set-cookie'])
  expect(set).toMatch(/HttpOnly; SameSite=Lax/)
  return { address: provider.pass(out.href), cookie: set.split(';')[0] ?? '' }
}

async function arrive({ address, cookie }: Browser, as: 'token' | 'cookie' = 'token') {
  const answer = await world.server.app.inject({
    method: 'POST',
    url: '/api/session/provider/arrival',
    headers: { 'idempotency-key': v7(), cookie },
    payload: { address, as },
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>(), headers: answer.headers }
}

describe('the identity provider', () => {
  it('signs in the account whose person confirmed the link, and no other way than once', async () => {
    expect((await world.nobody.get('/session/provider')).body).toEqual({ name: '省统一身份认证' })
    await link()
    const came = await away()
    const answer = await arrive(came)
    expect(answer.body).toMatchObject({ session: { account: { id: account.account } }, ways: [] })
    expect((await world.withToken(String(answer.body['token'])).get('/session')).status).toBe(200)
    expect((await arrive(came)).status).toBe(401)
  })

  it('opens nothing to somebody whom nobody linked, or whose account is closed', async () => {
    expect((await arrive(await away())).status).toBe(401)
    await link()
    await world.database.admin.query(`update access.account set disabled_at = now(), disabled_reason = '调离' where id = $1`, [
      account.account,
    ])
    expect((await arrive(await away())).status).toBe(401)
  })

  it('opens nothing by a link that its person has not confirmed', async () => {
    await propose(security, account)
    const answer = await arrive(await away())
    expect(answer.status).toBe(401)
    expect(answer.body['detail']).toContain('没有本人确认过的关联账号')
  })

  it.each(['key', 'nonce', 'audience', 'verifier', 'issuer', 'unsigned', 'late'] as const)(
    'is not believed with a wrong or missing %s',
    async (fault) => {
      await link()
      provider.let(subject, fault)
      expect((await arrive(await away())).status).toBe(401)
    },
  )

  it('is not believed at an address that nobody departed for, or in another browser than the one that departed', async () => {
    await link()
    const came = await away()
    const address = new URL(came.address)
    address.searchParams.set('state', 'made-up')
    expect((await arrive({ ...came, address: address.href })).status).toBe(401)
    expect((await arrive({ ...came, address: 'not an address' })).status).toBe(401)
    const other = await away()
    expect((await arrive({ ...came, cookie: other.cookie })).status).toBe(401)
    expect((await arrive({ ...other, cookie: '' })).status).toBe(401)
  })

  it('is believed for its own subjects only: the same name at another issuer is somebody else', async () => {
    const id = await link()
    await world.database.admin.query(`update access.identity_link set issuer = 'https://another.invalid' where id = $1`, [id])
    expect((await arrive(await away())).status).toBe(401)
  })

  it('that describes itself as another issuer than the one configured is not gone to', async () => {
    const posing = makeIdentityProvider({
      ...provider.settings,
      issuer: `${provider.settings.issuer}/another`,
      returnTo: 'http://localhost/sign-in/return',
    })
    await expect(posing.depart()).rejects.toMatchObject({ code: 'unavailable' })
  })

  it('does not stand in for the second step', async () => {
    await link()
    await world.database.admin.query(
      `insert into access.passkey (id, account, name, credential, public_key, counter, transports, created_at)
       values (gen_random_uuid(), $1, '钥', $2, '\\x00', 0, '{}', now())`,
      [account.account, subject],
    )
    const answer = await arrive(await away())
    expect(answer.body).toMatchObject({ session: null, ways: ['passkey'] })
    expect((await world.withToken(String(answer.body['token'])).get('/session')).status).toBe(401)
  })

  it.each(['gone', 'busy'] as const)('that is %s is said to be so, and the passphrase still works', async (fault) => {
    await link()
    const came = await away()
    provider.let(subject, fault)
    const answer = await arrive(came)
    expect(answer.status).toBe(503)
    expect(answer.body['detail']).toBe('连不上统一身份认证，请改用账号口令登录')
    const passphrase = '荆江大堤 1954 分洪'
    await world.database.admin.query(
      'insert into access.credential (id, account, provider_account) values (gen_random_uuid(), $1, $2)',
      [account.account, account.account],
    )
    const group = await plantAccount(world.database.admin, { authority: '42', roles: ['leading-group'] })
    const id = v7()
    await by(security).send('PUT', `/accounts/${account.account}/passphrase`, { id, passphrase })
    expect((await by(group).send('POST', `/credential-changes/${id}/approval`)).status).toBe(200)
    const { rows } = await world.database.admin.query<{ username: string }>('select username from access.account where id = $1', [
      account.account,
    ])
    const signedIn = await world.nobody.send('POST', '/session', { signInName: rows[0]?.username, passphrase, as: 'token' })
    expect(signedIn.status).toBe(201)
  })
})

describe('a link with the identity provider', () => {
  it('is proposed by a security administrator of the range and by nobody for himself', async () => {
    const elsewhere = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    const office = await plantAccount(world.database.admin, { authority: '42', roles: ['office'] })
    expect((await propose(elsewhere, account)).status).toBe(404)
    expect((await propose(account, account)).status).toBe(403)
    expect((await propose(security, security)).status).toBe(403)
    expect((await propose(office, account)).status).toBe(403)
    expect(await listed(security)).toEqual([])
    expect((await propose(security, account)).status).toBe(201)
    expect(await listed(account)).toMatchObject([{ state: 'proposed', subject, acts: ['confirm', 'end'] }])
    expect(await listed(security)).toMatchObject([{ state: 'proposed', proposedBy: '测试账号', acts: ['end'] }])
    expect(await listed(elsewhere)).toEqual([])
    expect(await listed(office)).toEqual([])
  })

  it('is one to one while it stands', async () => {
    const id = await link()
    const second = await plantAccount(world.database.admin, { authority: '4210' })
    expect((await propose(security, second)).status).toBe(409)
    expect((await propose(security, account, `${subject}-b`)).status).toBe(409)
    expect((await end(security, id)).status).toBe(204)
    expect((await propose(security, second)).status).toBe(201)
  })

  it('is confirmed only by the very subject, from the session that went out, once', async () => {
    await propose(security, account)
    provider.let('somebody-else')
    const wrong = await confirm(account)
    expect([wrong.status, (wrong.body as { code: string }).code]).toEqual([403, 'identity-unproven'])
    provider.let(subject)
    const [first, second] = [await outToConfirm(account), await outToConfirm(account)]
    // Another session of the same person, and a colleague to whom the same was not proposed.
    const colleague = await plantAccount(world.database.admin, { authority: '4210' })
    expect((await confirm(colleague, first)).status).toBe(403)
    expect((await confirm(account, first)).status).toBe(403)
    expect((await listed(account))[0]?.state).toBe('proposed')
    expect((await confirm(account, second)).status).toBe(204)
    expect((await confirm(account, second)).status).toBe(403)
    expect((await listed(account))[0]).toMatchObject({ state: 'linked', acts: ['end'] })
    const { rows } = await world.database.admin.query<{ kind: string }>(
      'select kind from access.sign_in_event where account = $1 order by at, id',
      [account.account],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['identity-refused', 'identity-confirmed'])
  })

  it('is not confirmed by what was begun to sign in, nor signs in by what was begun to confirm', async () => {
    await propose(security, account)
    const came = await away()
    expect((await confirm(account, came.address)).status).toBe(403)
    expect((await arrive({ ...came, address: await outToConfirm(account) })).status).toBe(401)
  })

  it('is not confirmed without a proposal, after fourteen days, or where the provider gives no answer', async () => {
    expect((await by(account).send('POST', '/identity-links/departure')).status).toBe(409)
    await propose(security, account)
    const address = await outToConfirm(account)
    provider.let(subject, 'gone')
    expect((await confirm(account, address)).status).toBe(503)
    provider.let(subject)
    const late = await outToConfirm(account)
    await world.database.admin.query(
      `update access.identity_link set proposed_at = now() - interval '15 days' where account = $1`,
      [account.account],
    )
    expect((await confirm(account, late)).status).toBe(403)
    expect((await listed(security))[0]?.state).toBe('expired')
    expect((await by(account).send('POST', '/identity-links/departure')).status).toBe(409)
  })

  it.each(['security', 'person'] as const)('ended by the %s ends every session and opens nothing any more', async (who) => {
    const id = await link()
    const { body } = await arrive(await away())
    const inside = world.withToken(String(body['token']))
    expect((await inside.get('/session')).status).toBe(200)
    const colleague = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
    expect((await end(colleague, id)).status).toBe(404)
    expect((await end(who === 'security' ? security : account, id)).status).toBe(204)
    expect((await inside.get('/session')).status).toBe(401)
    expect((await by(account).get('/session')).status).toBe(401)
    expect((await arrive(await away())).status).toBe(401)
    expect((await listed(security))[0]).toMatchObject({ state: 'ended', endedReason: '换了单位', acts: [] })
    expect((await end(security, id)).status).toBe(409)
  })

  it('cannot be confirmed, re-opened or signed for another by the application’s own role', async () => {
    await propose(security, account)
    const pool = world.server.database.pool('app')
    const client = await pool.connect()
    try {
      for (const change of ['confirmed_at = now()', 'ended_at = null', `subject = 'mine'`, `ended_by = null`]) {
        await client.query('begin')
        await client.query(`select set_config('shengmian.session', $1, true)`, [account.token])
        await expect(client.query(`update access.identity_link set ${change}`), change).rejects.toThrow(/permission denied/)
        await client.query('rollback')
      }
    } finally {
      client.release()
    }
  })

  it('and every step of it lies in the ledger', async () => {
    const id = await link()
    await end(security, id)
    const { rows } = await world.database.admin.query<{ op: string }>(
      `select op from ledger.pending where table_name = 'access.identity_link' and record = $1
       union all select convert_from(entry, 'UTF8')::jsonb ->> 'op' from ledger.leaf where table_name = 'access.identity_link' and record = $1`,
      [[id]],
    )
    expect(rows.map(({ op }) => op).toSorted()).toEqual(['insert', 'update', 'update'])
  })
})
