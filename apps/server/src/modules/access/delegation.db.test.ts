// Standing roles lent for a time: two hands, thirty days, never more than is held, and gone with the role they come from.
import { startTestServer, type TestServer } from '@shengmian/testing'
import type { RoleName } from '@shengmian/contract'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSession, plantAccount } from './testing/accounts.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
  await world.database.admin.query(
    `insert into registry.person (authority, id, name, roles) values (421000000000, gen_random_uuid(), '甲', '{member}')`,
  )
})
afterAll(() => world.stop())

const DAY = 86_400_000
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

async function callerOf(authority: string, ...roles: readonly RoleName[]) {
  const planted = await plantAccount(world.database.admin, { authority, roles })
  const { rows } = await world.database.admin.query<{ username: string; role: string | null }>(
    'select a.username, r.id as role from access.account a left join access.standing_role r on r.account = a.id where a.id = $1',
    [planted.account],
  )
  return {
    ...world.withToken(planted.token),
    account: planted.account,
    name: rows[0]?.username ?? '',
    role: rows[0]?.role ?? '',
    again: async () => world.withToken(await openSession(world.database.admin, planted.account)),
  }
}
type Caller = Awaited<ReturnType<typeof callerOf>>

const lend = (from: Caller, to: Caller, more: object = {}) => {
  const wish = { id: v7(), role: from.role, to: to.name, until: inDays(10), reason: '外出学习', ...more }
  return { id: wish.id, answer: from.send('POST', '/delegations', wish) }
}
const peopleSeenBy = async (caller: Pick<Caller, 'get'>) =>
  ((await caller.get('/people?authority=4210')).body as { items?: readonly unknown[] }).items?.length ?? 0

it('a role that is lent opens what it opens to its holder once a third person has approved, and both names stand on it', async () => {
  const [holder, colleague, approver] = [
    await callerOf('4210', 'office'),
    await callerOf('4210'),
    await callerOf('42', 'office'),
  ] as const
  const { id, answer } = lend(holder, colleague)
  expect((await answer).body).toMatchObject({ state: 'proposed', role: 'office', acts: ['revoke'] })
  expect(await peopleSeenBy(await colleague.again())).toBe(0)
  for (const hand of [holder, colleague]) expect((await hand.send('POST', `/delegations/${id}/approval`)).status).toBe(403)
  const stranger = await callerOf('5305', 'office')
  expect((await stranger.send('POST', `/delegations/${id}/approval`)).status).toBe(404)
  expect((await approver.send('POST', `/delegations/${id}/approval`)).body).toMatchObject({ state: 'in-force' })

  expect((await colleague.get('/session')).status).toBe(401)
  const now = await colleague.again()
  expect(await peopleSeenBy(now)).toBe(1)
  expect((await now.get('/session')).body).toMatchObject({ roles: [{ role: 'office', lentBy: '测试账号' }] })
  expect((await now.get('/delegations')).body).toMatchObject({
    items: [{ id, from: { id: holder.account }, to: { id: colleague.account } }],
  })
  expect((await stranger.get('/delegations')).body).toMatchObject({ items: [] })
})

it('it lasts thirty days at most, not longer than the holder’s own term, and nothing starts before its time', async () => {
  const [holder, colleague, approver] = [
    await callerOf('4210', 'office'),
    await callerOf('4210'),
    await callerOf('42', 'office'),
  ] as const
  expect((await lend(holder, colleague, { until: inDays(31) }).answer).body).toMatchObject({
    code: 'unfit',
    errors: [{ at: 'body/until' }],
  })
  expect((await lend(holder, colleague, { until: inDays(-1) }).answer).status).toBe(422)
  const ahead = lend(holder, colleague, { from: inDays(2), until: inDays(31) })
  expect((await ahead.answer).status).toBe(201)
  expect((await approver.send('POST', `/delegations/${ahead.id}/approval`)).body).toMatchObject({ state: 'ahead' })
  expect(await peopleSeenBy(await colleague.again())).toBe(0)

  await world.database.admin.query(`update access.standing_role set valid = tstzrange(lower(valid), $2) where id = $1`, [
    holder.role,
    inDays(5),
  ])
  expect((await lend(await again(holder), colleague, { until: inDays(6) }).answer).status).toBe(422)
  // The table itself refuses what the application would let through.
  await expect(
    world.database.admin.query(
      `update access.delegation set valid = tstzrange(now(), now() + interval '31 days') where id = $1`,
      [ahead.id],
    ),
  ).rejects.toMatchObject({ constraint: 'delegation_of_thirty_days' })
})

const again = async (caller: Caller): Promise<Caller> => ({ ...caller, ...(await caller.again()) })

it('nobody lends what he does not hold, what is lent to him, what cannot be lent, or to a stranger or an administrator', async () => {
  const [holder, colleague, third] = [await callerOf('4210', 'office'), await callerOf('4210'), await callerOf('421003')] as const
  const approver = await callerOf('00', 'security-admin')
  expect((await lend(colleague, third, { role: holder.role }).answer).status).toBe(404)
  expect((await lend(holder, await callerOf('5305')).answer).body).toMatchObject({ errors: [{ at: 'body/to' }] })
  expect((await lend(holder, await callerOf('42')).answer).status).toBe(422)
  expect((await lend(holder, holder).answer).status).toBe(422)
  expect((await lend(holder, await callerOf('4210', 'audit-admin')).answer).status).toBe(403)
  for (const role of ['case-management', 'inspector', 'security-admin', 'system-admin', 'audit-admin'] as const)
    expect([role, (await lend(await callerOf('4210', role), third).answer).status]).toEqual([role, 422])

  const { id } = await lent(holder, colleague, approver)
  const borrowed = await again(colleague)
  expect((await lend(borrowed, third, { role: holder.role }).answer).status).toBe(404)
  expect((await borrowed.send('POST', `/delegations/${id}/approval`)).status).toBe(409)
  // While he holds a role of business for another, nobody makes him an administrator.
  const grant = { id: v7(), role: 'audit-admin', authority: '4210', body: '审计' }
  expect((await approver.send('POST', `/accounts/${colleague.account}/roles`, grant)).status).toBe(403)
})

async function lent(holder: Caller, colleague: Caller, approver: Caller): Promise<{ readonly id: string }> {
  const { id, answer } = lend(holder, colleague)
  expect((await answer).status).toBe(201)
  expect((await approver.send('POST', `/delegations/${id}/approval`)).status).toBe(200)
  expect(await peopleSeenBy(await colleague.again())).toBe(1)
  return { id }
}

it.each([
  [
    'the holder takes it back',
    (holder: Caller, id: string) => holder.send('POST', `/delegations/${id}/revocation`, { reason: '提前返岗' }),
  ],
  [
    'the holder’s own role is revoked',
    (holder: Caller) =>
      world.database.admin.query(`update access.standing_role set revoked_at = now(), revoked_reason = '调离' where id = $1`, [
        holder.role,
      ]),
  ],
  [
    'the holder’s account is closed',
    (holder: Caller) =>
      world.database.admin.query(`update access.account set disabled_at = now(), disabled_reason = '退休' where id = $1`, [
        holder.account,
      ]),
  ],
  [
    'its days are over',
    (_holder: Caller, id: string) =>
      world.database.admin.query(
        `update access.delegation set valid = tstzrange(now() - interval '9 days', now() - interval '1 second') where id = $1`,
        [id],
      ),
  ],
])('it ends at once when %s', async (_what, end) => {
  const [holder, colleague] = [await callerOf('4210', 'office'), await callerOf('4210')] as const
  const { id } = await lent(holder, colleague, await callerOf('00', 'security-admin'))
  await end(holder, id)
  expect(await peopleSeenBy(await colleague.again())).toBe(0)
})

it('the database refuses a second hand that is not the caller’s own, whatever the application says', async () => {
  const [holder, colleague, approver] = [
    await callerOf('4210', 'office'),
    await callerOf('4210'),
    await callerOf('42', 'office'),
  ] as const
  const { id, answer } = lend(holder, colleague)
  await answer
  const asHolder = async (statement: string) => {
    const client = await world.server.database.pool('app').connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('shengmian.session', $1, true)`, [
        await openSession(world.database.admin, holder.account),
      ])
      return await client.query(statement)
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const approve = (by: string) => `update access.delegation set approved_by = '${by}', approved_at = now() where id = '${id}'`
  await expect(asHolder(approve(approver.account))).rejects.toMatchObject({ code: '42501' })
  await expect(asHolder(approve(holder.account))).rejects.toMatchObject({ constraint: 'delegation_has_two_hands' })
  await expect(
    asHolder(`update access.delegation set valid = tstzrange(now(), now() + interval '20 days')`),
  ).rejects.toMatchObject({
    code: '42501',
  })
  await expect(
    asHolder(
      `insert into access.delegation (id, standing_role, role, authority, level, from_account, from_name, to_account, to_name, valid, reason)
       values (gen_random_uuid(), '${holder.role}', 'leading-group', 421000000000, 'city', '${holder.account}', '', '${colleague.account}', '', tstzrange(now(), now() + interval '1 day'), '冒用')`,
    ),
  ).rejects.toMatchObject({ code: '42501' })
})
