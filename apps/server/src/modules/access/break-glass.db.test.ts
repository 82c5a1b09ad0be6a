// Emergency access through HTTP on a real database: two people, two hours, a book and a report.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openSession, plantAccount, type Planted } from './testing/accounts.ts'
import { holdClock } from './testing/second-factors.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

const admin = (text: string, values: readonly unknown[] = []) => world.database.admin.query(text, [...values])
const as = (token: string) => world.withToken(token)
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code

let caller: Planted
let security: Planted

beforeEach(async () => {
  await holdClock(world, null)
  caller = await plantAccount(world.database.admin, { authority: '421003', roles: ['office'] })
  security = await plantAccount(world.database.admin, { authority: '42', roles: ['security-admin'] })
})

const wish = (more: object = {}) => ({
  id: v7(),
  role: 'office',
  authority: '5305',
  body: '中共保山市委巡察办',
  reason: '保山市巡察办全员失联，今晚须撤回一份派遣令',
  minutes: 60,
  ...more,
})

/** An emergency in force; answers its id and a new session of its holder. */
async function inForce(more: object = {}): Promise<{ id: string; token: string }> {
  const asked = wish(more)
  expect((await as(caller.token).send('POST', '/emergencies', asked)).status).toBe(201)
  expect((await as(security.token).send('POST', `/emergencies/${asked.id}/confirmation`)).status).toBe(204)
  return { id: asked.id, token: await openSession(world.database.admin, caller.account) }
}

const rolesOf = async (token: string) =>
  ((await as(token).get('/session')).body as { roles: { authority: { code: string } }[] }).roles.map(
    (role) => role.authority.code,
  )
/** Whether the session reads the people of Baoshan. */
const reads = async (token: string) =>
  ((await as(token).get('/people?authority=5305')).body as { items?: unknown[] }).items?.length ?? -1
const stateOf = async (token: string, id: string) =>
  ((await as(token).get('/emergencies')).body as { items: { id: string; state: string; readings: number }[] }).items.find(
    (item) => item.id === id,
  )

describe('an emergency', () => {
  it('opens nothing when it is asked for, and its role once another confirms; the holder signs in again', async () => {
    await admin(
      `insert into registry.person (authority, id, number, name, roles) values (530500000000, $1, $1::uuid::text, '甲', '{member}')`,
      [v7()],
    )
    security = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    const asked = wish()
    await as(caller.token).send('POST', '/emergencies', asked)
    expect(await reads(caller.token)).toBe(0)
    await as(security.token).send('POST', `/emergencies/${asked.id}/confirmation`)
    expect((await as(caller.token).get('/session')).status).toBe(401)
    const token = await openSession(world.database.admin, caller.account)
    expect(await rolesOf(token)).toEqual(expect.arrayContaining(['421003', '5305']))
    expect(await reads(token)).toBeGreaterThan(0)
    expect((await as(token).get('/session')).body).toMatchObject({ emergency: { id: asked.id } })
    expect(await stateOf(token, asked.id)).toMatchObject({ state: 'force' })
  })

  it('is confirmed by no one but a security administrator of that range: not by its asker, an office, or one elsewhere', async () => {
    const asked = wish()
    await as(caller.token).send('POST', '/emergencies', asked)
    const confirm = (who: Planted) => as(who.token).send('POST', `/emergencies/${asked.id}/confirmation`)
    expect(codeOf(await confirm(caller))).toBe('not-allowed')
    const office = await plantAccount(world.database.admin, { authority: '5305', roles: ['office'] })
    const hubei = security
    const yunnan = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    expect([(await confirm(office)).status, (await confirm(hubei)).status]).toEqual([404, 404])
    expect((await confirm(yunnan)).status).toBe(204)
    expect(codeOf(await confirm(yunnan))).toBe('wrong-state')
  })

  it('ends by itself, at most two hours on, and nobody gets longer', async () => {
    security = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    expect((await as(caller.token).send('POST', '/emergencies', wish({ minutes: 121 }))).status).toBe(400)
    const { id, token } = await inForce()
    await admin(`update access.session set updated_at = now() + interval '58 minutes', expires_at = now() + interval '3 hours'`)
    await holdClock(world, '59 minutes')
    expect(await rolesOf(token)).toContain('5305')
    await holdClock(world, '61 minutes')
    expect(await rolesOf(token)).toEqual(['421003'])
    expect(await stateOf(token, id)).toMatchObject({ state: 'over' })
  })

  it('lapses when nobody confirms it within the hour', async () => {
    const yunnan = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    const asked = wish()
    await as(caller.token).send('POST', '/emergencies', asked)
    await admin(`update access.session set updated_at = now() + interval '60 minutes', expires_at = now() + interval '3 hours'`)
    await holdClock(world, '61 minutes')
    expect(codeOf(await as(yunnan.token).send('POST', `/emergencies/${asked.id}/confirmation`))).toBe('wrong-state')
  })

  it('writes down every request before it is answered, refused ones too, and its holder cannot take one back', async () => {
    security = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    const { id, token } = await inForce()
    await as(token).get('/people?authority=5305&search=%E7%94%B2')
    await as(token).send('POST', '/rounds', {})
    const read = async (who: string) => (await as(who).get(`/emergencies/${id}/readings`)).body
    const { items } = (await read(security.token)) as { items: { method: string; address: string }[] }
    expect(items.map((item) => `${item.method} ${item.address}`)).toEqual([
      'POST /api/rounds',
      'GET /api/people?authority=5305&search=%E7%94%B2',
    ])
    const auditor = await plantAccount(world.database.admin, { authority: '53', roles: ['audit-admin'] })
    expect(((await read(auditor.token)) as { items: object[] }).items).toHaveLength(2)
    const office = await plantAccount(world.database.admin, { authority: '5305', roles: ['office'] })
    expect((await as(office.token).get(`/emergencies/${id}/readings`)).status).toBe(404)
    for (const role of ['app', 'auth'] as const) {
      const gone = world.server.database.pool(role).query('delete from access.emergency_reading')
      await expect(gone).rejects.toMatchObject({ code: '42501' })
    }
  })

  it('is closed by its holder’s report, which ends it at once; without it there is no next one', async () => {
    security = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    const { id, token } = await inForce()
    expect(codeOf(await as(token).send('POST', '/emergencies', wish()))).toBe('wrong-state')
    const report = (who: string, text: string) => as(who).send('POST', `/emergencies/${id}/report`, { report: text })
    expect((await report(token, '太短')).status).toBe(400)
    expect(codeOf(await report(security.token, '由安全管理员代写的一份报告'))).toBe('not-allowed')
    expect((await report(token, '撤回派遣令一份，查看人才库两次，未改动其他内容')).status).toBe(204)
    expect(await rolesOf(token)).toEqual(['421003'])
    expect(codeOf(await report(token, '第二次写的另一份报告，应被拒绝'))).toBe('wrong-state')
    expect((await as(token).send('POST', '/emergencies', wish())).status).toBe(201)
  })

  it('is not for administrators, and carries neither leads nor the right to lend or grant beyond its role', async () => {
    expect(codeOf(await as(security.token).send('POST', '/emergencies', wish()))).toBe('not-allowed')
    expect((await as(caller.token).send('POST', '/emergencies', wish({ role: 'case-management' }))).status).toBe(400)
  })

  it('cannot be signed in the database by the application past its rules', async () => {
    const asked = wish()
    await as(caller.token).send('POST', '/emergencies', asked)
    const yunnan = await plantAccount(world.database.admin, { authority: '53', roles: ['security-admin'] })
    const client = await world.server.database.pool('app').connect()
    const say = async (who: Planted, statement: string, values: unknown[]) => {
      await client.query('begin')
      await client.query(`select set_config('shengmian.session', $1, true)`, [who.token])
      try {
        return (await client.query(statement, values)).rowCount
      } finally {
        await client.query('rollback')
      }
    }
    try {
      const sign = 'update access.emergency set confirmed_by = $2 where id = $1'
      await expect(say(caller, sign, [asked.id, yunnan.account])).rejects.toMatchObject({ code: '42501' })
      expect(await say(security, sign, [asked.id, security.account])).toBe(0)
      await expect(
        say(yunnan, `update access.emergency set ends_at = now() + interval '1 year' where id = $1`, [asked.id]),
      ).rejects.toMatchObject({
        code: '42501',
      })
      const made = `insert into access.emergency (id, account, name, role, authority, level, body, reason, minutes, asked_at, confirmed_by)
        values ($1, $2, '甲', 'office', 530500000000, 'city', '机构', '理由', 60, now(), $3)`
      await expect(say(caller, made, [v7(), caller.account, yunnan.account])).rejects.toMatchObject({ code: '42501' })
      await expect(
        say(caller, made.replace(', confirmed_by)', ')').replace(', $3)', ')'), [v7(), yunnan.account]),
      ).rejects.toMatchObject({
        code: '42501',
      })
    } finally {
      client.release()
    }
  })
})
