// Signing in and out through HTTP, on a real database.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { hashPassword } from 'better-auth/crypto'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asInstaller, insertInstalledAccount } from './installation-store.ts'

const PASSPHRASE = '荆江大堤 1998 守堤'

let world: TestServer
let hash: string

beforeAll(async () => {
  world = await startTestServer()
  hash = await hashPassword(PASSPHRASE)
})
afterAll(() => world.stop())

let account: string
let signInName: string
let count = 0

/** An account of the office of Jingzhou, new for every test. */
beforeEach(async () => {
  account = v7()
  signInName = `office.${(count += 1)}`
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
      role: { id: v7(), name: 'office', body: '中共荆州市委巡察工作领导小组办公室', unit: null, ...body },
    }),
  )
})

afterEach(() => holdClock(null))

/** Holds the clock that rights are measured by, or lets it go. */
async function holdClock(offset: string | null): Promise<void> {
  const text = offset === null ? 'select now()' : `select now() + interval '${offset}'`
  await world.database.admin.query(
    `create or replace function access.clock() returns timestamptz language sql stable as $$ ${text} $$`,
  )
}

const tryIt = (passphrase: string, name = signInName) =>
  world.nobody.send('POST', '/session', { signInName: name, passphrase, as: 'token' })

async function signedIn() {
  const { body } = await tryIt(PASSPHRASE)
  return world.withToken((body as { token: string }).token)
}

describe('signing in', () => {
  it('answers who it is, in what capacity and until when', async () => {
    const answer = await tryIt(PASSPHRASE)
    expect(answer.status).toBe(201)
    const { session, token } = answer.body as { session: Record<string, unknown>; token: string }
    expect(session).toMatchObject({
      account: { id: account, name: '刘启航', signInName },
      roles: [{ role: 'office', authority: { code: '4210', name: '中共荆州市委巡察工作领导小组办公室' }, until: null }],
      orders: [],
      idleMinutes: 30,
    })
    const again = await world.withToken(token).get('/session')
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({ account: { id: account } })
  })

  it('sets a cookie that scripts cannot read, and no token in the answer', async () => {
    const answer = await world.nobody.send('POST', '/session', { signInName, passphrase: PASSPHRASE })
    expect(answer.body).toMatchObject({ token: null })
    const [cookie = ''] = answer.headers['set-cookie'] as string[]
    expect(cookie).toMatch(/^shengmian=[A-Za-z0-9]{32}; Path=\/; HttpOnly; SameSite=Lax$/)
    const seen = await world.server.app.inject({
      method: 'GET',
      url: '/api/session',
      headers: { cookie: cookie.split(';')[0] ?? '' },
    })
    expect(seen.statusCode).toBe(200)
  })

  it('says the same of a wrong passphrase, of a name nobody has and of a closed account', async () => {
    await world.database.admin.query(`update access.account set disabled_at = now(), disabled_reason = '调离' where id = $1`, [
      account,
    ])
    const answers = [await tryIt('wrong passphrase'), await tryIt(PASSPHRASE, 'nobody.there'), await tryIt(PASSPHRASE)]
    expect(answers.map((answer) => [answer.status, (answer.body as { code: string }).code])).toEqual(
      answers.map(() => [401, 'sign-in-failed']),
    )
    const bodies = answers.map((answer) => JSON.stringify(answer.body))
    expect(new Set(bodies).size).toBe(1)
  })

  it('makes every failure after the fifth wait, for names that exist and names that do not', async () => {
    for (const name of [signInName, `ghost.${count}`]) {
      const statuses: number[] = []
      for (let attempt = 0; attempt < 6; attempt += 1) statuses.push((await tryIt('not this one either', name)).status)
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    }
    // Even the right one waits.
    expect((await tryIt(PASSPHRASE)).status).toBe(429)
    await holdClock('31 seconds')
    expect((await tryIt(PASSPHRASE)).status).toBe(201)
    expect((await tryIt('wrong again')).status).toBe(401)
  })

  describe('under the hands of somebody who knows the name', () => {
    const from = async (source: string, passphrase: string, cookie?: string) => {
      const { statusCode, headers } = await world.server.app.inject({
        method: 'POST',
        url: '/api/session',
        remoteAddress: source,
        headers: cookie === undefined ? {} : { cookie },
        payload: { signInName, passphrase },
      })
      const device = [headers['set-cookie'] ?? []].flat().find((set) => set.startsWith('shengmian-device-'))
      return { statusCode, set: device, device: device?.split(';')[0] }
    }
    const tries = async (source: string, times: number, cookie?: string) => {
      const statuses: number[] = []
      for (let n = 0; n < times; n += 1) statuses.push((await from(source, `a guess at it, ${n}`, cookie)).statusCode)
      return statuses
    }

    it('stays open to its person in a browser in which he has signed in before, and elsewhere from another address', async () => {
      const first = await from('10.1.1.1', PASSPHRASE)
      expect(first.set).toMatch(/^shengmian-device-[0-9a-f]{16}=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=15552000$/)
      // For three hours somebody fails as soon as he may, from the very address that its person signs in from.
      for (let minutes = 0; minutes < 180; minutes += 16) {
        await holdClock(`${minutes} minutes`)
        await tries('10.1.1.1', 7)
      }
      expect((await from('10.1.1.1', PASSPHRASE)).statusCode).toBe(429)
      expect((await from('10.1.1.1', PASSPHRASE, first.device)).statusCode).toBe(201)
      expect((await from('10.2.2.2', PASSPHRASE)).statusCode).toBe(201)
    })

    it('makes him wait who guesses: at one address, with a cookie of his own making, and with a stolen one', async () => {
      const { device } = await from('10.1.1.1', PASSPHRASE)
      const waits = [401, 401, 401, 401, 401, 429, 429]
      expect(await tries('10.9.9.9', 7)).toEqual(waits)
      expect(await tries('10.9.9.9', 1, `${device?.split('=')[0]}=${'A'.repeat(110)}`)).toEqual([429])
      expect(await tries('10.8.8.8', 7, device)).toEqual(waits)
      // A device has one lane wherever it is carried.
      expect(await tries('10.7.7.7', 1, device)).toEqual([429])
    })

    it('of a person who is signed in makes no screen stay locked', async () => {
      const caller = await signedIn()
      await tries('127.0.0.1', 7)
      expect((await caller.send('POST', '/session/lock')).status).toBe(204)
      expect((await caller.send('POST', '/session/unlocking', { passphrase: PASSPHRASE })).status).toBe(200)
    })
  })

  it('stands in the book of the account, failures as well, and nothing of a name nobody has', async () => {
    await tryIt('not this one either')
    await tryIt('nor this one, I fear', `ghost.${count}`)
    await tryIt(PASSPHRASE)
    const { rows } = await world.database.admin.query<{ kind: string }>(
      'select kind from access.sign_in_event where account = $1 order by at, id',
      [account],
    )
    expect(rows.map(({ kind }) => kind)).toEqual(['sign-in-failed', 'signed-in'])
  })

  it('leaves only a hash of the secret in the database', async () => {
    const { body } = await tryIt(PASSPHRASE)
    const { token } = body as { token: string }
    const { rows } = await world.database.admin.query<{ token: string }>('select token from access.session where account = $1', [
      account,
    ])
    expect(rows.map((row) => row.token)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)])
    expect(rows[0]?.token).not.toContain(token)
    const stolen = await world.withToken(rows[0]?.token ?? '').get('/session')
    expect(stolen.status).toBe(401)
  })
})

describe('a session', () => {
  it('is one of five at most: the sixth ends the one that was used longest ago', async () => {
    const first = await signedIn()
    const second = await signedIn()
    for (let more = 0; more < 3; more += 1) await signedIn()
    await holdClock('2 minutes')
    expect((await first.get('/session')).status).toBe(200)
    await holdClock('3 minutes')
    const sixth = await signedIn()
    expect((await second.get('/session')).status).toBe(401)
    expect((await first.get('/session')).status).toBe(200)
    expect((await sixth.get('/session')).status).toBe(200)
    const { rows } = await world.database.admin.query('select from access.session where account = $1', [account])
    expect(rows.length).toBe(5)
  })

  it('ends when it is not used for half an hour, and lives on while it is', async () => {
    const caller = await signedIn()
    for (let minutes = 9; minutes < 40; minutes += 9) {
      await holdClock(`${minutes} minutes`)
      expect((await caller.get('/session')).status).toBe(200)
    }
    await holdClock('67 minutes')
    expect((await caller.get('/session')).status).toBe(401)
  })

  it('ends after twelve hours however much it is used', async () => {
    const caller = await signedIn()
    for (let minutes = 9; minutes < 720; minutes += 9) {
      await holdClock(`${minutes} minutes`)
      expect((await caller.get('/session')).status).toBe(200)
    }
    await holdClock('721 minutes')
    expect((await caller.get('/session')).status).toBe(401)
  })

  it('ends at signing out', async () => {
    const caller = await signedIn()
    const other = await signedIn()
    expect((await caller.send('DELETE', '/session')).status).toBe(204)
    expect((await caller.get('/session')).status).toBe(401)
    expect((await other.get('/session')).status).toBe(200)
  })

  it('ends everywhere when a role of the account is revoked', async () => {
    const [one, other] = [await signedIn(), await signedIn()]
    await world.database.admin.query(
      `update access.standing_role set revoked_at = now(), revoked_reason = '调离岗位' where account = $1`,
      [account],
    )
    expect([(await one.get('/session')).status, (await other.get('/session')).status]).toEqual([401, 401])
    // The account itself is there, without the role.
    const { body } = await tryIt(PASSPHRASE)
    expect(body).toMatchObject({ session: { roles: [] } })
  })
})

describe('changing the passphrase', () => {
  it('asks for the present one, ends every session and lets only the new one in', async () => {
    const caller = await signedIn()
    const next = '长湖三湖白鹭洲 20260'
    const wrong = await caller.send('PUT', '/session/passphrase', { present: 'not the present one', next })
    expect(wrong.status).toBe(401)
    expect((await caller.send('PUT', '/session/passphrase', { present: PASSPHRASE, next })).status).toBe(204)
    expect((await caller.get('/session')).status).toBe(401)
    expect((await tryIt(PASSPHRASE)).status).toBe(401)
    expect((await tryIt(next)).status).toBe(201)
  })

  it.each([
    ['111111111111', '不同的字符'],
    ['234567890123', '连续的字符'],
  ])('refuses %s and says why', async (next, reason) => {
    const caller = await signedIn()
    const answer = await caller.send('PUT', '/session/passphrase', { present: PASSPHRASE, next })
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.body)).toContain(reason)
    const containing = await caller.send('PUT', '/session/passphrase', { present: PASSPHRASE, next: `x ${signInName} y` })
    expect(JSON.stringify(containing.body)).toContain('账号名')
    expect((await caller.get('/session')).status).toBe(200)
  })
})

describe('better-auth', () => {
  it('serves none of its own addresses', async () => {
    for (const path of ['/auth/sign-up/email', '/auth/sign-in/username', '/sign-up/email', '/auth/get-session']) {
      expect((await world.nobody.send('POST', path, {})).status).toBe(404)
    }
  })
})
