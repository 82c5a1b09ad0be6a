// What an engagement order opens, and when it ends. The clock that rights are measured by is held still by the tests.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sqlOf } from '../../platform/database.ts'
import type { Transaction } from '../../platform/transaction.ts'
import type { EngagementOrder } from './order-store.ts'
import { issueOrders, ordersOfRound, revokeOrders } from './issue-orders.ts'
import { openSession, plantAccount, type Planted } from './testing/accounts.ts'

const CITY = 421_000_000_000
/** Gong'an county sends its director; a village of Jingzhou district is inspected. */
const SENDER = 421_022_000_000
const HOST = 421_003_000_000
const VILLAGE = 421_003_105_201
const NEIGHBOUR = 421_003_105_202
const D1 = '2026-12-01T00:00:00Z'
const D2 = '2026-12-31T00:00:00Z'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

const admin = (text: string, values: readonly unknown[] = []) => world.database.admin.query(text, [...values])

async function setClock(instant: string): Promise<void> {
  await admin(
    `create or replace function access.clock() returns timestamptz language sql stable as $$ select timestamptz '${instant}' $$`,
  )
}

let office: Planted
let group: Planted
let director: Planted
let person: string
let round: string
let team: string
let unit: string
let neighbour: string

/** City team 3 with one target, and a director of the county in the talent pool; nobody is ordered yet. */
beforeEach(async () => {
  await setClock('2026-11-21T02:00:00Z')
  const ids = Array.from({ length: 5 }, () => v7())
  ;[person, round, team, unit, neighbour] = ids as [string, string, string, string, string]
  office = await plantAccount(world.database.admin, { authority: '4210', roles: ['office'] })
  group = await plantAccount(world.database.admin, { authority: '4210', roles: ['leading-group'] })
  director = await plantAccount(world.database.admin, { authority: '421022', roles: ['inspector'], person })
  await admin(
    `insert into registry.person (authority, id, number, name, employer, roles) values ($1, $2, $2::uuid::text, '陈向东', '公安县委巡察办', '{leader,member}')`,
    [SENDER, person],
  )
  for (const [id, place] of [
    [unit, VILLAGE],
    [neighbour, NEIGHBOUR],
  ] as const) {
    await admin(
      `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, $2, 'other', $3, 'office')`,
      [id, place, `单位 ${id}`],
    )
    await admin('insert into registry.dossier (county, unit, place, population) values (421003, $1, $2, 1200)', [id, place])
  }
  await admin('alter table rounds.round disable trigger user')
  await admin(
    `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, state, starts, planned_ends, ends, created_by, created_at, submitted_by)
     values ($1, $2, 2026, (select count(*) + 1 from rounds.round), '交叉巡察', '{routine}', 'pooled', '{}', false, 'running', '2026-12-01', '2026-12-31', '2026-12-31', $3, now(), $3)`,
    [CITY, round, office.account],
  )
  await admin('alter table rounds.round enable trigger user')
  await admin(
    `insert into rounds.team (authority, round, id, number, name, sending, host, slots) values ($1, $2, $3, 3, '市委第三巡察组', $4, $5, '[]')`,
    [CITY, round, team, SENDER, HOST],
  )
  await admin(
    'insert into rounds.target (county, round, unit, authority, place, team, workload, position) values (421003, $1, $2, $3, $4, $5, 5, 1)',
    [round, unit, CITY, VILLAGE, team],
  )
})

/** Works as somebody, in a session opened now: the clock may have moved past older ones. */
const as = async <T>(who: Planted, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  const token = await openSession(world.database.admin, who.account)
  return world.server.database.transact({ kind: 'session', token }, work)
}

function order(wish: Partial<EngagementOrder> = {}): EngagementOrder {
  return {
    id: v7(),
    number: '荆巡授〔2026〕3号',
    round,
    team,
    unit,
    place: VILLAGE,
    person,
    capacity: 'deputy',
    authority: CITY,
    sending: SENDER,
    host: HOST,
    from: new Date(D1),
    until: new Date(D2),
    proposedBy: office.account,
    approvedBy: group.account,
    ...wish,
  }
}

/** What a person can read at an instant: dossiers, and the members of the round's tables. */
async function sightAt(
  instant: string,
  who: Planted = director,
): Promise<{ readonly dossiers: readonly string[]; readonly rounds: number; readonly targets: number }> {
  await setClock(instant)
  return as(who, async (tx) => {
    const dossiers = await sqlOf(tx).selectFrom('registry.dossier').select('unit').where('county', '=', 421003).execute()
    const rounds = await sqlOf(tx).selectFrom('rounds.round').select('id').where('id', '=', round).execute()
    const targets = await sqlOf(tx).selectFrom('rounds.target').select('unit').where('round', '=', round).execute()
    return { dossiers: dossiers.map((row) => row.unit), rounds: rounds.length, targets: targets.length }
  })
}
const nothing = { dossiers: [], rounds: 0, targets: 0 }

describe('an engagement order', () => {
  it('S1-06 a county director seconded to city team 3 from d1 to d2 sees its target in that window only, and access ends on d2 by itself', async () => {
    await as(group, (tx) => issueOrders(tx, [order()]))
    const whole = { dossiers: [unit], rounds: 1, targets: 1 }
    expect(await sightAt('2026-11-30T23:59:59Z')).toEqual(nothing)
    expect(await sightAt(D1)).toEqual(whole)
    expect(await sightAt('2026-12-30T23:59:59Z')).toEqual(whole)
    expect(await sightAt(D2)).toEqual(nothing)
    // Nobody did anything on d2: the order stands in his list, no longer in force, with home unit and seconded role kept.
    const caller = world.withToken(await openSession(world.database.admin, director.account))
    expect((await caller.get('/session')).body).toMatchObject({ person, orders: [] })
    expect((await caller.get('/session/orders')).body).toMatchObject({
      items: [
        {
          number: '荆巡授〔2026〕3号',
          capacity: 'deputy',
          commissioning: '4210',
          sending: '421022',
          host: '421003',
          from: '2026-12-01T00:00:00.000Z',
          until: '2026-12-31T00:00:00.000Z',
          inForce: false,
          revokedAt: null,
        },
      ],
      next: null,
    })
    const { rows } = await admin('select employer, authority from registry.person where id = $1', [person])
    expect(rows).toEqual([{ employer: '公安县委巡察办', authority: SENDER }])
  })

  it('names its two hands: the office proposes, the leading group approves, and neither does both', async () => {
    const refusals: readonly (readonly [Planted, EngagementOrder])[] = [
      [office, order()],
      [office, order({ approvedBy: office.account, proposedBy: group.account })],
      [group, order({ approvedBy: director.account })],
      [group, order({ authority: SENDER })],
    ]
    for (const [who, wish] of refusals)
      await expect(as(who, (tx) => issueOrders(tx, [wish]))).rejects.toMatchObject({ code: '42501' })
    await expect(as(group, (tx) => issueOrders(tx, [order({ proposedBy: group.account })]))).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await as(group, (tx) => issueOrders(tx, [order()]))
    expect(await as(office, (tx) => ordersOfRound(tx, CITY, round))).toHaveLength(1)
  })

  it('opens nothing beyond the targets of its round, whatever it says', async () => {
    await as(group, (tx) => issueOrders(tx, [order({ unit: neighbour, place: NEIGHBOUR })]))
    expect(await sightAt('2026-12-15T00:00:00Z')).toEqual(nothing)
    await as(group, (tx) => issueOrders(tx, [order({ place: NEIGHBOUR })]))
    expect(await sightAt('2026-12-15T00:00:00Z')).toEqual({ dossiers: [unit], rounds: 1, targets: 1 })
  })

  it('is shown to the three bodies and to the person, and to nobody else', async () => {
    await as(group, (tx) => issueOrders(tx, [order()]))
    const seen = async (authority: string, role: 'office' | 'department' = 'office') => {
      const who = await plantAccount(world.database.admin, { authority, roles: [role] })
      return (await as(who, (tx) => ordersOfRound(tx, CITY, round))).length
    }
    expect([await seen('4210'), await seen('421022'), await seen('421003')]).toEqual([1, 1, 1])
    expect([await seen('421024'), await seen('42'), await seen('5305'), await seen('421003', 'department')]).toEqual([0, 0, 0, 0])
    const other = await plantAccount(world.database.admin, { authority: '421022', person: v7() })
    expect([
      (await as(director, (tx) => ordersOfRound(tx, CITY, round))).length,
      (await as(other, (tx) => ordersOfRound(tx, CITY, round))).length,
    ]).toEqual([1, 0])
  })

  it.each([
    [
      'it is revoked',
      async () => void (await as(group, (tx) => revokeOrders(tx, { authority: CITY, round, person }, group.account, '抽调结束'))),
    ],
    [
      'the round is closed',
      async () =>
        void (await admin(
          `alter table rounds.round disable trigger user; update rounds.round set state = 'closed'; alter table rounds.round enable trigger user`,
        )),
    ],
    [
      'the person is recused from the place',
      async () =>
        void (await admin(
          `insert into access.recusal (id, person, authority, place, level, basis, recorded_by) values ($1, $2, $3, 421003105000, 'township', '岳父任该镇镇长', $4)`,
          [v7(), person, SENDER, office.account],
        )),
    ],
    [
      'the account is closed',
      async () =>
        void (await admin(`update access.account set disabled_at = access.clock(), disabled_reason = '调离' where id = $1`, [
          director.account,
        ])),
    ],
  ])('opens nothing once %s', async (_what, end) => {
    await as(group, (tx) => issueOrders(tx, [order()]))
    expect((await sightAt('2026-12-15T00:00:00Z')).dossiers).toEqual([unit])
    await end()
    expect(await sightAt('2026-12-15T00:00:00Z')).toEqual(nothing)
  })

  it('is revoked by the commissioning body with a reason, not by the person or another body', async () => {
    await as(group, (tx) => issueOrders(tx, [order()]))
    const choice = { authority: CITY, round }
    const host = await plantAccount(world.database.admin, { authority: '421003', roles: ['office'] })
    for (const who of [director, host]) expect(await as(who, (tx) => revokeOrders(tx, choice, who.account, '试试'))).toBe(0)
    expect(await as(office, (tx) => revokeOrders(tx, choice, office.account, '计划调整'))).toBe(1)
    const [revoked] = await as(office, (tx) => ordersOfRound(tx, CITY, round))
    expect(revoked).toMatchObject({ revokedReason: '计划调整', inForce: false })
  })

  it('cannot be changed otherwise: number, person, target and window are as issued', async () => {
    await as(group, (tx) => issueOrders(tx, [order()]))
    for (const change of [
      `number = 'x'`,
      `person = '${v7()}'`,
      `unit = '${neighbour}'`,
      `valid = tstzrange(now(), now() + interval '9 years')`,
    ]) {
      await expect(
        as(group, (tx) => sql.raw(`update access.engagement_order set ${change}`).execute(sqlOf(tx))),
      ).rejects.toMatchObject({ code: '42501' })
    }
  })
})
