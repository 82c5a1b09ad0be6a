// An installation of the time before links had two hands (0101), leads and ways in ended (0102) and given passphrases were marked (0109),
// brought to the schema of now with what it holds.
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { prepareDatabase } from '../../compose.ts'
import { migrate } from '../../platform/migrate.ts'
import { prepareRoles } from '../../platform/roles.ts'
import { openSession } from './testing/accounts.ts'

const CITY = 421_000_000_000
const id = (k: number): string => `00000000-0000-4000-8000-${String(k).padStart(12, '0')}`
const [SECURITY, LINKED, NEVER, CHANGED, RESET, CLOSED, CASE, ROUND, OLD_LEAD, NEW_LEAD] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(id)

let database: TestDatabase
const rows = async <T extends object>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> =>
  (await database.admin.query<T>(text, [...values])).rows
const put = (table: string, row: object) => {
  const names = Object.keys(row)
  return database.admin.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, k) => `$${k + 1}`).join(', ')})`,
    Object.values(row),
  )
}

beforeAll(async () => {
  database = await openTestDatabase({ isEmpty: true })
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [], { upTo: '0100' })
  await plantOldRows()
  await force('access.credential', 'access.recovery_code')
  await migrate(database.adminUrl, [], { upTo: '0107' })
  await plantResets()
  await force('access.identity_link', 'access.credential_change')
  await prepareDatabase(database.adminUrl, database.secret)
})
afterAll(() => database.drop())

/** As the policies of that time left them: the owner too reads nothing. */
async function force(...tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await database.admin.query(`alter table ${table} enable row level security; alter table ${table} force row level security`)
}

async function plantOldRows(): Promise<void> {
  const account = (of: string | undefined, more: object = {}) =>
    put('access.account', {
      id: of,
      username: `old.${of?.slice(-2)}`,
      name: '旧账号',
      email: `${of}@account.invalid`,
      authority: CITY,
      level: 'city',
      created_by: SECURITY,
      ...more,
    })
  const credential = (k: number, of: string | undefined, more: object = {}) =>
    put('access.credential', {
      id: id(k),
      account: of,
      provider_account: of,
      passphrase: `hash ${k}`,
      created_at: '2026-01-01',
      updated_at: '2026-01-01',
      ...more,
    })
  await account(SECURITY, { created_by: null })
  for (const each of [LINKED, NEVER, CHANGED, RESET, CASE]) await account(each)
  await account(CLOSED, { disabled_at: '2022-01-01', disabled_reason: '调离' })
  await credential(21, SECURITY)
  await credential(22, LINKED, { updated_at: '2026-03-01' })
  await credential(23, NEVER)
  await credential(24, CHANGED, { updated_at: '2026-02-01' })
  await credential(25, RESET, { updated_at: '2026-02-01' })
  await credential(26, CLOSED, { updated_at: '2021-02-01' })
  await put('access.credential', {
    id: id(27),
    account: LINKED,
    provider: 'oidc',
    provider_account: 'sub-1',
    created_at: '2026-01-01',
  })
  for (const [k, kind] of [
    [31, 'signed-in'],
    [32, 'signed-out-everywhere'],
  ] as const)
    await put('access.sign_in_event', { id: id(k), account: CLOSED, kind, at: '2021-06-01' })
  await put('access.recovery_code', { account: CLOSED, code_hash: 'a code of before' })
  await put('access.standing_role', {
    id: id(41),
    account: CASE,
    role: 'case-management',
    authority: CITY,
    level: 'city',
    body: '市纪委监委案管室',
    valid: '["2025-01-01","2035-01-01")',
  })
  await put('rounds.round', {
    authority: CITY,
    id: ROUND,
    year: 2014,
    number: 1,
    title: '第一轮',
    kinds: ['routine'],
    mode: 'rotation',
    types: [],
    elevated: false,
    starts: '2014-10-01',
    planned_ends: '2014-12-01',
    ends: '2014-12-01',
    created_by: SECURITY,
    created_at: '2014-08-01',
  })
  for (const [lead, dropped_at] of [
    [OLD_LEAD, '2015-01-01'],
    [NEW_LEAD, '2026-01-01'],
  ])
    await put('leads.lead', {
      id: lead,
      number: `XS-${lead?.slice(-8)}`,
      authority: CITY,
      round: ROUND,
      unit: id(50),
      place: 421_003_105_001,
      is_urgent: false,
      dropped_by: LINKED,
      dropped_at,
    })
  await put('leads.content', { lead: OLD_LEAD, sealed: Buffer.from('sealed') })
  await put('leads.opening', {
    id: id(51),
    lead: OLD_LEAD,
    authority: CITY,
    account: CASE,
    name: '案管',
    reason: '初核',
    opened_at: '2016-05-01',
  })
}

/** A reset by two hands, as 0103 carried it out before anybody kept who had chosen a passphrase. */
async function plantResets(): Promise<void> {
  await database.admin.query('alter table access.credential_change disable trigger user')
  await put('access.credential_change', {
    id: id(61),
    account: RESET,
    account_name: '旧账号',
    sign_in_name: 'old.05',
    authority: CITY,
    level: 'city',
    asked_by: SECURITY,
    asked_name: '安全',
    asked_at: '2026-02-01',
    approved_by: CASE,
    approved_at: '2026-02-01',
  })
  await database.admin.query('alter table access.credential_change enable trigger user')
}

it('0101: what one hand linked with the identity provider is ended, in sight and with its reason, and opens nothing', async () => {
  expect(
    await rows(
      `select account, issuer, subject, proposed_by, confirmed_at, ended_reason, ended_at is not null as ended from access.identity_link`,
    ),
  ).toEqual([
    {
      account: LINKED,
      issuer: '-',
      subject: 'sub-1',
      proposed_by: null,
      confirmed_at: null,
      ended_reason: '原由一人关联，须重新提出并由本人确认',
      ended: true,
    },
  ])
  expect(await rows(`select id from access.credential where provider <> 'credential'`)).toEqual([])
  expect(await rows(`select passphrase from access.credential where account = $1`, [LINKED])).toEqual([{ passphrase: 'hash 22' }])
})

it('0101: the book of sign-ins keeps what it held and takes the kinds of now', async () => {
  expect(await rows('select kind from access.sign_in_event order by id')).toEqual([
    { kind: 'signed-in' },
    { kind: 'signed-out-everywhere' },
  ])
  await put('access.sign_in_event', { id: id(33), account: LINKED, kind: 'identity-confirmed', at: '2026-11-01' })
  await expect(put('access.sign_in_event', { id: id(34), account: LINKED, kind: 'anything', at: '2026-11-01' })).rejects.toThrow(
    'sign_in_event_kind_check',
  )
})

it('0102: leads of before are kept by the desk that holds them, each since the last that happened to it', async () => {
  const token = await openSession(database.admin, CASE ?? '')
  await database.admin.query(`update access.session set leads_until = now() + interval '20 minutes' where account = $1`, [CASE])
  const kept = async (session: string) => {
    const client = await database.admin.connect()
    try {
      await client.query('begin; set local role shengmian_app')
      await client.query('select access.enter($1)', [session])
      const { rows: found } = await client.query(
        'select lead, authority::text, since::text, has_content, has_reporter from access.kept_leads() order by since',
      )
      return found
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  const line = { authority: String(CITY), has_content: true, has_reporter: true }
  expect(await kept(token)).toEqual([
    { lead: OLD_LEAD, since: '2016-05-01', ...line },
    { lead: NEW_LEAD, since: '2026-01-01', ...line },
  ])
  expect(await kept(await openSession(database.admin, NEVER ?? ''))).toEqual([])
})

it('0102: with the passphrase of an account closed long ago go its recovery codes and its book, each with a tombstone', async () => {
  await database.admin.query(
    'alter table ledger.erasure disable trigger user; alter table ledger.erasure_approval disable trigger user',
  )
  await put('ledger.erasure', {
    id: id(71),
    table_name: 'access.credential',
    record: [id(26)],
    area: '[421000000000,421100000000)',
    basis: '《个人信息保护法》第四十七条',
    proposed_by: SECURITY,
    proposed_at: '2026-11-01',
  })
  await database.admin.query('delete from ledger.pending')
  await database.admin.query('delete from access.credential where id = $1', [id(26)])
  expect(
    await rows(`select table_name, count(*)::int as n from ledger.pending where op = 'erase' group by 1 order by 1`),
  ).toEqual([{ table_name: 'access.sign_in_event', n: 2 }])
  expect(await rows('select from access.recovery_code where account = $1', [CLOSED])).toEqual([])
  expect(await rows('select name from access.account where id = $1', [CLOSED])).toEqual([{ name: '旧账号' }])
})

it('0109: a passphrase that another gave and nobody changed is marked; one of the installation or of its person is not', async () => {
  const given = await rows<{ account: string }>(
    'select account from access.credential where given_at is not null order by account',
  )
  expect(given.map(({ account }) => account)).toEqual([NEVER, RESET])
})

it('the tables that were opened for the move are forced under their policies again', async () => {
  expect(
    await rows(`select relname from pg_class where not relforcerowsecurity and oid in ('access.credential'::regclass,
      'access.identity_link'::regclass, 'access.recovery_code'::regclass, 'access.totp'::regclass, 'access.credential_change'::regclass)`),
  ).toEqual([])
})
