// The second step of signing in, the lock and the ways into an account, through HTTP on a real database.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { createOTP } from '@better-auth/utils/otp'
import { hashPassword } from 'better-auth/crypto'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sqlOf } from '../../platform/database.ts'
import { asInstaller, insertInstalledAccount } from './installation-store.ts'
import { decoded, holdClock } from './testing/second-factors.ts'

const PASSPHRASE = '荆江大堤 1998 守堤'

let world: TestServer
let hash: string
let account: string
let signInName: string
let count = 0

beforeAll(async () => {
  world = await startTestServer()
  hash = await hashPassword(PASSPHRASE)
})
afterAll(() => world.stop())

beforeEach(async () => {
  account = v7()
  signInName = `case.${(count += 1)}`
  const body = { authority: 421_000_000_000, level: 'city' } as const
  await asInstaller(world.database.adminUrl, (client) =>
    insertInstalledAccount(client, {
      id: account,
      credential: v7(),
      signInName,
      name: '刘启航',
      person: null,
      passphraseHash: hash,
      isGiven: false,
      ...body,
      role: { id: v7(), name: 'case-management', body: '荆州市纪委监委案件监督管理室', unit: null, ...body },
    }),
  )
})
afterEach(() => holdClock(world, null))

type Caller = ReturnType<TestServer['withToken']>

async function signIn(): Promise<{ caller: Caller; token: string; body: { session: unknown; ways: string[] } }> {
  const answer = await world.nobody.send('POST', '/session', { signInName, passphrase: PASSPHRASE, as: 'token' })
  const body = answer.body as { session: unknown; ways: string[]; token: string }
  return { caller: world.withToken(body.token), token: body.token, body }
}

/** Sets up an authenticator app; answers it with the recovery codes. */
async function setUp(): Promise<{ code: () => Promise<string>; recovery: string[]; secret: string }> {
  const { caller } = await signIn()
  const started = await caller.send('POST', '/session/second-factors/totp', { passphrase: PASSPHRASE })
  const { secret } = started.body as { secret: string }
  const code = () => createOTP(decoded(secret)).totp()
  const done = await caller.send('POST', '/session/second-factors/totp/first-code', { code: await code() })
  // The first code is used up; the next half minute has its own.
  await holdClock(world, '30 seconds')
  const next = () => createOTP(decoded(secret)).hotp(Math.floor((Date.now() + 30_000) / 30_000))
  return { code: next, recovery: (done.body as { recoveryCodes: string[] }).recoveryCodes, secret }
}

const step = (caller: Caller, code: string) => caller.send('POST', '/session/second-step', { code })
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code

describe('a second factor', () => {
  it('is asked for once it is set up, and until it is given the session opens nothing, in the database either', async () => {
    const { code } = await setUp()
    const { caller, token, body } = await signIn()
    expect(body).toMatchObject({ session: null, ways: ['totp', 'recovery'] })
    const refused = await caller.get('/session')
    expect([refused.status, codeOf(refused)]).toEqual([401, 'second-step-missing'])
    const rows = await world.server.database.transact({ kind: 'session', token }, (tx) =>
      sqlOf(tx).selectFrom('access.account').select('id').execute(),
    )
    expect(rows).toEqual([])

    const done = await step(caller, await code())
    expect(done.body).toMatchObject({ session: { account: { id: account } }, ways: [] })
    expect((await caller.get('/session')).status).toBe(200)
  })

  it('a code is good once, and a wrong one waits longer each time', async () => {
    const { code } = await setUp()
    const used = await code()
    const first = await signIn()
    expect((await step(first.caller, used)).status).toBe(201)
    const second = await signIn()
    expect(codeOf(await step(second.caller, used))).toBe('code-wrong')
    const statuses: number[] = []
    for (let attempt = 0; attempt < 5; attempt += 1) statuses.push((await step(second.caller, '000000')).status)
    expect(statuses).toEqual([401, 401, 401, 401, 429])
    // Knowing the passphrase does not shorten the wait.
    expect((await step((await signIn()).caller, used)).status).toBe(429)
  })

  it('a half-open session waits five minutes and no longer', async () => {
    await setUp()
    const { caller } = await signIn()
    await holdClock(world, '6 minutes')
    expect(codeOf(await step(caller, '123456'))).toBe('not-signed-in')
  })

  it('recovery codes are shown once, each opens once, and new ones void the old', async () => {
    const { recovery } = await setUp()
    expect(recovery).toHaveLength(10)
    const [one = '', two = ''] = recovery
    const { caller } = await signIn()
    expect((await step(caller, one.toUpperCase())).status).toBe(201)
    expect((await step((await signIn()).caller, one)).status).toBe(401)
    expect((await caller.get('/session/second-factors')).body).toMatchObject({ hasTotp: true, recoveryCodesLeft: 9 })
    const renewed = await caller.send('POST', '/session/second-factors/recovery-codes', { passphrase: PASSPHRASE })
    expect((renewed.body as { recoveryCodes: string[] }).recoveryCodes).toHaveLength(10)
    expect((await step((await signIn()).caller, two)).status).toBe(401)
  })

  it('neither its secret nor its codes lie readable in the database or in kept replies', async () => {
    const { secret, recovery } = await setUp()
    const admin = world.database.admin
    const { rows } = await admin.query<{ text: string }>(
      `select t::text as text from access.totp t union all select r::text from access.recovery_code r
       union all select i::text from platform.idempotency i union all select e::text from access.sign_in_event e`,
    )
    const text = rows.map((row) => row.text).join('\n')
    for (const hidden of [secret, decoded(secret), Buffer.from(decoded(secret)).toString('hex'), ...recovery])
      expect(text).not.toContain(hidden)
  })

  it('is set up and taken away only with the passphrase, and cannot be replaced while it is in use', async () => {
    const { code } = await setUp()
    const { caller } = await signIn()
    await step(caller, await code())
    const start = (passphrase: string) => caller.send('POST', '/session/second-factors/totp', { passphrase })
    expect((await start('not the passphrase')).status).toBe(401)
    expect((await start(PASSPHRASE)).status).toBe(409)
    const remove = (passphrase: string) => caller.send('POST', '/session/second-factors/removal', { passphrase, passkey: null })
    expect((await remove('not the passphrase')).status).toBe(401)
    expect((await remove(PASSPHRASE)).status).toBe(204)
    expect((await caller.get('/session/second-factors')).body).toEqual({ hasTotp: false, passkeys: [], recoveryCodesLeft: 0 })
    expect((await signIn()).body.ways).toEqual([])
  })

  it('a secret that was never confirmed asks nobody for anything', async () => {
    const { caller } = await signIn()
    await caller.send('POST', '/session/second-factors/totp', { passphrase: PASSPHRASE })
    expect((await signIn()).body.ways).toEqual([])
    expect(codeOf(await caller.send('POST', '/session/second-factors/totp/first-code', { code: '000000' }))).toBe('code-wrong')
  })

  it('what happened to it is in the book, for its owner and the security administrator', async () => {
    const { code } = await setUp()
    const { caller } = await signIn()
    await step(caller, '000000')
    await step(caller, await code())
    const { rows } = await world.database.admin.query<{ kind: string }>(
      'select kind from access.sign_in_event where account = $1 order by at, id',
      [account],
    )
    expect(rows.map((row) => row.kind)).toEqual([
      'signed-in',
      'totp-set',
      'recovery-codes-made',
      'signed-in',
      'second-step-failed',
      'second-step',
    ])
  })
})

describe('the lock', () => {
  it('closes the session after ten minutes without a request, on the server and in the database, until the passphrase opens it', async () => {
    const { caller, token } = await signIn()
    await holdClock(world, '11 minutes')
    expect(codeOf(await caller.get('/session'))).toBe('session-locked')
    const rows = await world.server.database.transact({ kind: 'session', token }, (tx) =>
      sqlOf(tx).selectFrom('access.account').select('id').execute(),
    )
    expect(rows).toEqual([])
    expect((await caller.send('POST', '/session/unlocking', { passphrase: 'not this one' })).status).toBe(401)
    expect((await caller.send('POST', '/session/unlocking', { passphrase: PASSPHRASE })).status).toBe(200)
    expect((await caller.get('/session')).status).toBe(200)
  })

  it('closes at once when asked, and can still be signed out of', async () => {
    const { caller } = await signIn()
    expect((await caller.send('POST', '/session/lock')).status).toBe(204)
    expect(codeOf(await caller.get('/session'))).toBe('session-locked')
    expect(codeOf(await caller.send('POST', '/rounds', {}))).toBe('session-locked')
    expect((await caller.send('DELETE', '/session')).status).toBe(204)
    expect(codeOf(await caller.get('/session'))).toBe('not-signed-in')
  })

  it('does not stand in for the second step, and guessing waits', async () => {
    await setUp()
    const { caller } = await signIn()
    expect(codeOf(await caller.send('POST', '/session/unlocking', { passphrase: PASSPHRASE }))).toBe('second-step-missing')
  })
})

describe('own sessions', () => {
  it('are listed without secrets and end everywhere at once', async () => {
    const [one, other] = [await signIn(), await signIn()]
    const listed = (await one.caller.get('/session/all')).body as { items: { isThis: boolean }[] }
    expect([listed.items.length, listed.items.filter((item) => item.isThis).length]).toEqual([2, 1])
    expect(JSON.stringify(listed)).not.toContain(one.token)
    expect((await one.caller.send('POST', '/session/all/end')).status).toBe(204)
    expect([(await one.caller.get('/session')).status, (await other.caller.get('/session')).status]).toEqual([401, 401])
  })
})

describe('the step before leads', () => {
  it('is asked of a session that gave its second factor already, holds half an hour, and a lock ends it', async () => {
    const { code, secret } = await setUp()
    const { caller } = await signIn()
    await step(caller, await code())
    expect(codeOf(await caller.get('/leads'))).toBe('leads-step-missing')
    await holdClock(world, '60 seconds')
    const later = await createOTP(decoded(secret)).hotp(Math.floor((Date.now() + 60_000) / 30_000))
    const leads = await caller.send('POST', '/session/leads-step', { code: later })
    expect([leads.status, (leads.body as { leadsUntil: string }).leadsUntil]).toEqual([201, expect.any(String)])
    expect((await caller.get('/leads')).body).toEqual({ items: [], next: null })
    await caller.send('POST', '/session/lock')
    await caller.send('POST', '/session/unlocking', { passphrase: PASSPHRASE })
    expect(codeOf(await caller.get('/leads'))).toBe('leads-step-missing')
  })

  it('is refused to an account without a second factor, and a recovery code does not do', async () => {
    const { caller } = await signIn()
    expect(codeOf(await caller.send('POST', '/session/leads-step', { code: '123456' }))).toBe('leads-step-missing')
    const { recovery } = await setUp()
    const again = await signIn()
    await step(again.caller, recovery[0] ?? '')
    expect(codeOf(await again.caller.send('POST', '/session/leads-step', { code: recovery[1] }))).toBe('code-wrong')
  })
})
