// The rights that a transaction keeps: worked out once when it says its session, and worth nothing to whoever forges or carries them.
import type { TestDatabase } from '@shengmian/testing'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openApplicationRole, type ApplicationRole } from '../testing/application-role.ts'
import { plantAccount, type Planted } from '../testing/accounts.ts'

let opened: ApplicationRole
let database: TestDatabase
let app: pg.Client
let office: Planted
let elsewhere: Planted

beforeAll(async () => {
  opened = await openApplicationRole()
  ;({ database, app } = opened)
  await database.admin.query(
    `insert into registry.person (authority, id, name, roles) values (421003000000, gen_random_uuid(), '甲', '{member}')`,
  )
})
beforeEach(async () => {
  office = await plantAccount(database.admin, { authority: '4210', roles: ['office'] })
  elsewhere = await plantAccount(database.admin, { authority: '5305', roles: ['office'] })
})
afterAll(() => opened.end())

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    return await work()
  } finally {
    await client.query('rollback')
  }
}

async function people(client: pg.ClientBase = app): Promise<number | undefined> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from registry.person')
  return rows[0]?.count
}

const say = (name: string, value: string) => app.query('select set_config($1, $2, true)', [`shengmian.${name}`, value])
const enter = ({ token }: Pick<Planted, 'token'>, client: pg.ClientBase = app) => client.query('select access.enter($1)', [token])
const kept = async () =>
  (await app.query<{ kept: string }>(`select current_setting('shengmian.rights') as kept`)).rows[0]?.kept ?? ''
const revoke = (account: string) =>
  database.admin.query('update access.standing_role set revoked_at = now(), revoked_reason = $2 where account = $1', [
    account,
    '调离',
  ])

describe('the rights of a transaction', () => {
  it('are those of the session it entered, and a session that is not one has none', async () => {
    expect(await inTransaction(app, async () => [await enter(office), await people()][1])).toBe(1)
    expect(await inTransaction(app, async () => [await enter(elsewhere), await people()][1])).toBe(0)
    expect(await inTransaction(app, async () => [await enter({ token: 'x'.repeat(32) }), await people()][1])).toBe(0)
    expect(await inTransaction(app, async () => [await enter({ token: '' }), await people()][1])).toBe(0)
  })

  it('are the same whether they are kept or worked out for the statement', async () => {
    const answers = async () => {
      const { rows } = await app.query(`select access.account_id(), access.person_id(), access.recused()::text,
        access.scopes('office', 'leading-group')::text, access.authorities('office', 'reviewer'), access.scopes('reviewer')::text as none`)
      return rows
    }
    const once = await inTransaction(app, async () => [await enter(office), await answers()][1])
    expect(await inTransaction(app, async () => [await say('session', office.token), await answers()][1])).toEqual(once)
    expect(once).toMatchObject([{ account_id: office.account, scopes: '{[421000000000,421100000000)}', none: '{}' }])
  })

  it('are really kept: what another connection takes away in the meantime counts from the next transaction on', async () => {
    await inTransaction(app, async () => {
      await enter(office)
      await revoke(office.account)
      expect(await people()).toBe(1)
    })
    expect(await inTransaction(app, async () => [await enter(office), await people()][1])).toBe(0)
  })

  it('of areas that lie apart do not reach what lies between them', async () => {
    const apart = await plantAccount(database.admin, {
      authority: '4210',
      roles: [
        ['office', '421002'],
        ['office', '421004'],
      ],
    })
    expect(await inTransaction(app, async () => [await enter(apart), await people()][1])).toBe(0)
    await database.admin.query(
      `insert into registry.person (authority, id, name, roles) values (421002000000, '00000000-0000-4000-8000-000000000001', '乙', '{member}'),
         (421004000000, '00000000-0000-4000-8000-000000000002', '丙', '{member}')`,
    )
    expect(await inTransaction(app, async () => [await enter(apart), await people()][1])).toBe(2)
    await database.admin.query(`delete from registry.person where name in ('乙', '丙')`)
  })

  it('follow at once what the transaction itself changes', async () => {
    const client = await database.admin.connect()
    try {
      await inTransaction(client, async () => {
        await enter(office, client)
        await client.query('set local role shengmian_app')
        expect(await people(client)).toBe(1)
        await client.query('reset role')
        await client.query('update access.standing_role set revoked_at = now(), revoked_reason = $2 where account = $1', [
          office.account,
          '调离',
        ])
        await client.query('set local role shengmian_app')
        expect(await people(client)).toBe(0)
      })
    } finally {
      client.release()
    }
  })
})

describe('whoever writes into the setting', () => {
  it('without the seal gains nothing, whatever he writes', async () => {
    const forged = JSON.stringify({ account: office.account, areas: { office: '{[0,1000000000000)}' } })
    for (const seal of ['', '0'.repeat(64), 'f'.repeat(64), ' '.repeat(64)])
      await inTransaction(app, async () => {
        await enter(elsewhere)
        await say('rights', seal + forged)
        expect(await people()).toBe(0)
        // and still holds what is his
        expect((await app.query('select access.account_id() as id')).rows).toEqual([{ id: elsewhere.account }])
      })
  })

  it('gains nothing by a wider hull, and a narrower one takes from him alone', async () => {
    await inTransaction(app, async () => {
      await enter(elsewhere)
      for (const hull of ['[0,999999999999)', '[421000000000,421100000000)', '(,)', 'empty']) {
        for (const role of ['office', 'leading_group']) await say(`hull_${role}`, hull)
        expect(await people()).toBe(0)
      }
    })
    await inTransaction(app, async () => {
      await enter(office)
      expect(await people()).toBe(1)
      await say('hull_office', '[421004000000,421005000000)')
      expect(await people()).toBe(0)
      await say('hull_office', '[0,999999999999)')
      expect(await people()).toBe(1)
    })
  })

  it('gains nothing by changing one place of what is kept', async () => {
    await inTransaction(app, async () => {
      await enter(elsewhere)
      await say('rights', (await kept()).replaceAll('5305', '4210'))
      expect(await people()).toBe(0)
    })
  })

  it('cannot carry the rights of one session into another, in the same transaction or a later one', async () => {
    const carried = await inTransaction(app, async () => {
      await enter(office)
      const rights = await kept()
      await say('session', elsewhere.token)
      expect(await people()).toBe(0)
      await enter(elsewhere)
      await say('rights', rights)
      expect(await people()).toBe(0)
      return rights
    })
    await inTransaction(app, async () => {
      await enter(elsewhere)
      await say('rights', carried)
      expect(await people()).toBe(0)
    })
  })

  it('cannot keep rights past their transaction', async () => {
    const carried = await inTransaction(app, async () => [await enter(office), await kept()][1] as string)
    await revoke(office.account)
    await inTransaction(app, async () => {
      await enter(office)
      await say('rights', carried)
      expect(await people()).toBe(0)
    })
  })

  it.each([
    'select * from platform.rights_key',
    `select access.seal('', '')`,
    'select access.rights()',
    'select access.derive_rights()',
  ])('may not say: %s', async (statement) => {
    await inTransaction(app, async () => {
      await enter(office)
      await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' })
    })
  })
})
