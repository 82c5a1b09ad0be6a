// Who must have a second factor and has none can but set one up: every other door is shut, in the database too.
import { createOTP } from '@better-auth/utils/otp'
import * as contract from '@shengmian/contract'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { hashPassword } from 'better-auth/crypto'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { authorityOf } from './authority.ts'
import { asInstaller, insertInstalledAccount } from './installation-store.ts'
import { plantAccount } from './testing/accounts.ts'
import { asApplication } from './testing/as-application.ts'
import { decoded } from './testing/second-factors.ts'

const PASSPHRASE = '荆江大堤 1998 守堤'

let world: TestServer
let hash: string
let count = 0
let office: { readonly account: string; readonly signInName: string }

beforeAll(async () => {
  world = await startTestServer({ secondFactorOf: ['office', 'security-admin'] })
  hash = await hashPassword(PASSPHRASE)
})
afterAll(() => world.stop())
beforeEach(async () => {
  office = await plant('office')
})

async function plant(role: contract.RoleName, isGiven = false) {
  const account = v7()
  const signInName = `demanded.${(count += 1)}`
  const body = authorityOf('4210')
  await asInstaller(world.database.adminUrl, (client) =>
    insertInstalledAccount(client, {
      id: account,
      credential: v7(),
      signInName,
      name: '周敏',
      person: null,
      passphraseHash: hash,
      isGiven,
      ...body,
      role: { id: v7(), name: role, body: '测试机构', unit: null, ...body },
    }),
  )
  return { account, signInName }
}

interface Answer {
  readonly session: object | null
  readonly awaitsFactor: boolean
  readonly awaitsPassphrase: boolean
  readonly ways: readonly string[]
  readonly token: string
}
async function signIn({ signInName }: { readonly signInName: string }, passphrase = PASSPHRASE) {
  const { body } = await world.nobody.send('POST', '/session', { signInName, passphrase, as: 'token' })
  const answer = body as Answer
  return { ...answer, caller: world.withToken(answer.token) }
}
const codeOf = ({ body }: { readonly body: unknown }) => (body as { readonly code?: string }).code
type Caller = ReturnType<TestServer['withToken']>
async function setUp(caller: Caller) {
  const { body } = await caller.send('POST', '/session/second-factors/totp', { passphrase: PASSPHRASE })
  const { secret } = body as { readonly secret: string }
  const code = await createOTP(decoded(secret)).totp()
  return caller.send('POST', '/session/second-factors/totp/first-code', { code })
}

const isEndpoint = (one: unknown): one is contract.Endpoint =>
  typeof one === 'object' && one !== null && 'method' in one && 'path' in one && 'id' in one
const all = Object.values(contract).flatMap((one): readonly contract.Endpoint[] => (isEndpoint(one) ? [one] : []))
const filled = (path: string) => path.replaceAll(/:\w+/g, v7())

describe('a role that must have a second factor', () => {
  it('opens, without one, setting it up and signing out, and no other endpoint of the contract', async () => {
    const { caller, session, awaitsFactor, ways } = await signIn(office)
    expect({ session, awaitsFactor, ways }).toEqual({ session: null, awaitsFactor: true, ways: [] })
    const reached: string[] = []
    for (const endpoint of all.filter(({ open }) => open !== true)) {
      const path = filled(endpoint.path)
      const answer = await (endpoint.method === 'GET' ? caller.get(path) : caller.send(endpoint.method, path, {}))
      if (answer.status !== 401 || codeOf(answer) !== 'second-factor-unset') reached.push(endpoint.id)
    }
    expect(reached.toSorted()).toEqual(['addPasskey', 'confirmTotp', 'offerPasskey', 'startTotp'])
    // What is open to nobody in particular opens nothing to this session either.
    const tried = [
      await caller.send('POST', '/session/second-step', { code: '123456' }),
      await caller.send('POST', '/session/passkey-question'),
      await caller.send('POST', '/session/unlocking', { passphrase: PASSPHRASE }),
      await caller.send('PUT', '/session/passphrase', { present: PASSPHRASE, next: '长湖三湖白鹭洲 20260' }),
    ]
    expect(tried.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect((await caller.send('DELETE', '/session')).status).toBe(204)
    expect(codeOf(await caller.send('POST', '/session/second-factors/totp', { passphrase: PASSPHRASE }))).toBe('not-signed-in')
  })

  it('has no account in the database until it is set up, whatever the application asks with its session', async () => {
    const { token, caller } = await signIn(office)
    const seen = async () => (await asApplication(world, { ...office, token }, 'select access.account_id() as id')).rows
    expect(await seen()).toEqual([{ id: null }])
    expect((await setUp(caller)).body).toMatchObject({ recoveryCodes: { length: 10 } })
    expect(await seen()).toEqual([{ id: office.account }])
    expect((await caller.get('/session')).body).toMatchObject({ account: { id: office.account } })
  })

  it('is asked for that factor from then on, and its codes open the session', async () => {
    const first = await signIn(office)
    const { recoveryCodes } = (await setUp(first.caller)).body as { readonly recoveryCodes: readonly string[] }
    const { caller, ways, awaitsFactor } = await signIn(office)
    expect({ ways, awaitsFactor }).toEqual({ ways: ['totp', 'recovery'], awaitsFactor: false })
    expect(codeOf(await caller.send('POST', '/session/second-factors/passkey-offer', { passphrase: PASSPHRASE }))).toBe(
      'second-step-missing',
    )
    const done = await caller.send('POST', '/session/second-step', { code: recoveryCodes[0] })
    expect(done.body).toMatchObject({ awaitsFactor: false, session: { account: { id: office.account } } })
  })

  it('is no way in for whoever else waits with its passphrase: the first that is set up ends the other sessions that wait', async () => {
    const thief = await signIn(office)
    expect((await setUp((await signIn(office)).caller)).status).toBe(201)
    expect(codeOf(await thief.caller.send('POST', '/session/second-factors/passkey-offer', { passphrase: PASSPHRASE }))).toBe(
      'not-signed-in',
    )
  })

  it('opens nothing again once the last one is taken away, in any session, until the next is set up', async () => {
    const { caller } = await signIn(office)
    await setUp(caller)
    const removal = { passphrase: PASSPHRASE, passkey: null }
    expect((await caller.send('POST', '/session/second-factors/removal', removal)).status).toBe(204)
    expect(codeOf(await caller.get('/session'))).toBe('second-factor-unset')
    expect((await setUp(caller)).status).toBe(201)
    expect((await caller.get('/session')).status).toBe(200)
  })

  it('is demanded of whom it was lent to as well, and of whose role begins while the session can last', async () => {
    const { admin } = world.database
    const lender = await plantAccount(admin, { authority: '4210', roles: ['office'] })
    const borrower = await plant('department')
    expect(await signIn(borrower)).toMatchObject({ awaitsFactor: false, session: {} })
    const { rows } = await admin.query<{ id: string }>('select id from access.standing_role where account = $1', [lender.account])
    const lend = (from: string) =>
      admin.query(
        `insert into access.delegation (id, from_account, from_name, to_account, standing_role, valid, reason, proposed_at, approved_by, approved_at, role, authority, level)
         select $1, $2, '甲', $3, r.id, tstzrange(access.clock() + $4::interval, access.clock() + interval '5 days'), '外出', access.clock(), $5, access.clock(), r.role, r.authority, r.level
         from access.standing_role r where r.id = $6`,
        [v7(), lender.account, borrower.account, from, office.account, rows[0]?.id],
      )
    await lend('2 days')
    expect(await signIn(borrower)).toMatchObject({ awaitsFactor: false })
    await admin.query('delete from access.delegation')
    await lend('3 hours')
    expect(await signIn(borrower)).toMatchObject({ awaitsFactor: true, session: null })
  })
})

it('a passphrase of one’s own comes first where somebody else gave it, and then the factor', async () => {
  const newcomer = await plant('security-admin', true)
  const { caller, ...first } = await signIn(newcomer)
  expect(first).toMatchObject({ awaitsPassphrase: true, session: null })
  expect(codeOf(await caller.send('POST', '/session/second-factors/totp', { passphrase: PASSPHRASE }))).toBe('passphrase-given')
  const own = '长湖三湖白鹭洲 20260'
  expect((await caller.send('PUT', '/session/passphrase', { present: PASSPHRASE, next: own })).status).toBe(204)
  expect(await signIn(newcomer, own)).toMatchObject({ awaitsPassphrase: false, awaitsFactor: true, session: null })
})

it('roles that the setting does not name sign in with a passphrase alone', async () => {
  const { session, awaitsFactor } = await signIn(await plant('department'))
  expect([session === null, awaitsFactor]).toEqual([false, false])
})
