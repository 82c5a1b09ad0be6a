// A recusal closes a place to a person at once, and only the office that keeps him opens it again.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sqlOf } from '../../platform/database.ts'
import { openSession, plantAccount, type Planted } from './testing/accounts.ts'

const COUNTY = 421_003_000_000
const VILLAGE = 421_003_105_201

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

let person: string
let unit: string
/** A planner of the county's office who is in its talent pool himself. */
let planner: Planted
let colleague: Planted

beforeEach(async () => {
  ;[person, unit] = [v7(), v7()]
  const admin = world.database.admin
  await admin.query(
    `insert into registry.person (authority, id, number, name, roles) values ($1, $2, $2::uuid::text, '江小渔', '{member}')`,
    [COUNTY, person],
  )
  await admin.query(
    `insert into registry.unit (county, id, place, kind, name, source) values (421003, $1, $2, 'other', $1::uuid::text, 'office')`,
    [unit, VILLAGE],
  )
  await admin.query('insert into registry.dossier (county, unit, place) values (421003, $1, $2)', [unit, VILLAGE])
  planner = await plantAccount(admin, { authority: '421003', roles: ['office'], person })
  colleague = await plantAccount(admin, { authority: '421003', roles: ['office'] })
})

async function sees(who: Planted): Promise<boolean> {
  const rows = await world.server.database.transact({ kind: 'session', token: who.token }, (tx) =>
    sqlOf(tx).selectFrom('registry.dossier').select('unit').where('county', '=', 421003).where('unit', '=', unit).execute(),
  )
  return rows.length === 1
}

const wish = (more: object = {}) => ({ id: v7(), person, place: '421003105', basis: '岳父任该镇党委书记', ...more })

describe('a recusal', () => {
  it('closes everything in its place to the person and to nobody else, until another lifts it', async () => {
    const [own, other] = [world.withToken(planner.token), world.withToken(colleague.token)]
    expect([await sees(planner), await sees(colleague)]).toEqual([true, true])
    const asked = wish()
    const recorded = await other.send('POST', '/recusals', asked)
    expect([recorded.status, recorded.body]).toEqual([201, expect.objectContaining({ place: '421003105', liftedAt: null })])
    expect([await sees(planner), await sees(colleague)]).toEqual([false, true])

    expect((await own.send('POST', `/recusals/${asked.id}/lifting`, { reason: '我自己解除' })).status).toBe(403)
    expect(await sees(planner)).toBe(false)
    expect((await other.send('POST', `/recusals/${asked.id}/lifting`, { reason: '岳父已调离' })).status).toBe(200)
    expect(await sees(planner)).toBe(true)
    expect((await other.send('POST', `/recusals/${asked.id}/lifting`, { reason: '再次解除' })).status).toBe(409)
  })

  it('of another place closes nothing here', async () => {
    await world.withToken(colleague.token).send('POST', '/recusals', wish({ place: '421003106' }))
    expect(await sees(planner)).toBe(true)
  })

  it('is recorded by the person himself or the office that keeps him, and by nobody else', async () => {
    const self = await plantAccount(world.database.admin, { authority: '421022' })
    await world.database.admin.query('update access.account set person = null where id = $1', [planner.account])
    await world.database.admin.query('update access.account set person = $2 where id = $1', [self.account, person])
    const asSelf = world.withToken(await openSession(world.database.admin, self.account))
    expect((await asSelf.send('POST', '/recusals', wish())).status).toBe(201)
    for (const authority of ['421022', '5305']) {
      const stranger = await plantAccount(world.database.admin, { authority, roles: ['office'] })
      expect((await world.withToken(stranger.token).send('POST', '/recusals', wish())).status).toBe(404)
    }
    const group = await plantAccount(world.database.admin, { authority: '421003', roles: ['leading-group'] })
    expect((await world.withToken(group.token).send('POST', '/recusals', wish())).status).toBe(403)
    const list = (await asSelf.get(`/recusals?person=${person}`)).body as { items: unknown[] }
    expect(list.items).toHaveLength(1)
    expect(((await world.withToken(group.token).get(`/recusals?person=${person}`)).body as { items: unknown[] }).items).toEqual(
      [],
    )
  })

  it('says who recorded and who lifted it to the office, and to the person himself no name but his own', async () => {
    const [own, other] = [world.withToken(planner.token), world.withToken(colleague.token)]
    const [byOffice, bySelf] = [wish(), wish({ place: '421003106', basis: '表弟在该镇任职' })]
    await other.send('POST', '/recusals', byOffice)
    await own.send('POST', '/recusals', bySelf)
    await other.send('POST', `/recusals/${byOffice.id}/lifting`, { reason: '岳父已调离' })
    const names = new Map(
      (
        await world.database.admin.query<{ id: string; name: string }>(
          'select id, name from access.account where id = any ($1)',
          [[planner.account, colleague.account]],
        )
      ).rows.map(({ id, name }) => [id, name]),
    )
    const read = async (who: typeof own) => {
      const { items } = (await who.get(`/recusals?person=${person}`)).body as { items: Record<string, unknown>[] }
      return [byOffice, bySelf].map(({ id }) => items.find((item) => item['id'] === id))
    }
    const [theirs, his] = [names.get(colleague.account), names.get(planner.account)]
    expect(await read(other)).toMatchObject([
      { isOwn: false, recordedBy: theirs, liftedBy: theirs },
      { isOwn: true, recordedBy: his, liftedBy: null },
    ])
    // He is of the office today; once he is not, he reads no account but his own.
    await world.database.admin.query(
      `update access.standing_role set revoked_at = now(), revoked_reason = '轮岗' where account = $1`,
      [planner.account],
    )
    const later = world.withToken(await openSession(world.database.admin, planner.account))
    expect(await read(later)).toMatchObject([
      { isOwn: null, recordedBy: null, liftedBy: null },
      { isOwn: true, recordedBy: his, liftedBy: null },
    ])
  })

  it('is read page by page, the newest first', async () => {
    const other = world.withToken(colleague.token)
    const ids = []
    for (const place of ['421003101', '421003102', '421003103']) {
      const one = wish({ place })
      ids.unshift(one.id)
      await other.send('POST', '/recusals', one)
    }
    type Page = { readonly items: readonly { readonly id: string }[]; readonly next: string | null }
    const first = (await other.get(`/recusals?person=${person}&limit=2`)).body as Page
    const second = (await other.get(`/recusals?person=${person}&limit=2&cursor=${first.next}`)).body as Page
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids)
    expect(second.next).toBeNull()
  })
})
