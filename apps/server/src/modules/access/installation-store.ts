// SQL of what is there before anybody can sign in: accounts made at installation, as the owner of the tables and past the policies.
import pg from 'pg'
import type { Authority } from './authority.ts'

const TABLES = ['access.account', 'access.credential', 'access.standing_role', 'registry.person', 'registry.unit'] as const

/** A connection on which the policies of those tables are lifted. */
export type Installer = pg.ClientBase

/** Works as the owner with the policies of these tables lifted for the one transaction; they hold again when it commits. */
export async function asInstaller<T>(adminUrl: string, work: (client: Installer) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local role shengmian_owner')
    for (const table of TABLES) await client.query(`alter table ${table} no force row level security`)
    const result = await work(client)
    for (const table of TABLES) await client.query(`alter table ${table} force row level security`)
    await client.query('commit')
    return result
  } finally {
    // Without a commit the connection's end rolls everything back.
    await client.end()
  }
}

export interface InstalledAccount extends Authority {
  readonly id: string
  readonly credential: string
  readonly signInName: string
  readonly name: string
  readonly person: string | null
  readonly passphraseHash: string
  /** Whether its person must set a passphrase of his own before anything else. */
  readonly isGiven: boolean
  readonly role: { readonly id: string; readonly name: string; readonly body: string; readonly unit: string | null } & Authority
}

/** Makes an account with one role, unless it is there. Answers false when somebody else has its sign-in name or person. */
export async function insertInstalledAccount(client: Installer, account: InstalledAccount): Promise<boolean> {
  await client.query(
    `insert into access.account (id, username, name, email, authority, level, person)
     values ($1, $2, $3, $2::text || '@account.invalid', $4, $5, $6) on conflict do nothing`,
    [account.id, account.signInName, account.name, account.authority, account.level, account.person],
  )
  const { rows } = await client.query('select from access.account where id = $1', [account.id])
  if (rows.length === 0) return false
  await client.query(
    `insert into access.credential (id, account, provider_account, passphrase, given_at)
     values ($1, $2, $2::uuid::text, $3, case when $4 then access.clock() end) on conflict (id) do nothing`,
    [account.credential, account.id, account.passphraseHash, account.isGiven],
  )
  const { role } = account
  await client.query(
    `insert into access.standing_role (id, account, role, authority, level, body, unit, valid)
     values ($1, $2, $3, $4, $5, $6, $7, tstzrange(access.clock(), null)) on conflict (id) do nothing`,
    [role.id, account.id, role.name, role.authority, role.level, role.body, role.unit],
  )
  return true
}

export async function hasAccounts(client: Installer): Promise<boolean> {
  const { rows } = await client.query('select from access.account limit 1')
  return rows.length > 0
}

/** Whether anybody can sign in to this database. */
export async function isInUse(adminUrl: string): Promise<boolean> {
  return asInstaller(adminUrl, hasAccounts)
}

/** Somebody of a pool: whoever the plan in force sends, else whoever comes first. */
export async function findInspector(
  client: Installer,
  authority: number,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const { rows } = await client.query<{ id: string; name: string }>(
    `select p.id, p.name from registry.person p left join rounds.member m on m.authority = p.authority and m.person = p.id
     where p.authority = $1 order by m.person is null, p.number, p.id limit 1`,
    [authority],
  )
  return rows[0] ?? null
}

/** A unit that the authority's rounds inspect, a village if there is one. */
export async function findTarget(
  client: Installer,
  within: { readonly lo: number; readonly hi: number },
): Promise<{ readonly id: string; readonly place: number } | null> {
  const { rows } = await client.query<{ id: string; place: string }>(
    `select t.unit as id, t.place::text from rounds.target t join registry.unit u on u.county = t.county and u.id = t.unit
     where t.authority = $1 and t.place between $1 and $2 order by u.kind not in ('village', 'community'), t.position limit 1`,
    [within.lo, within.hi],
  )
  const [row] = rows
  return row === undefined ? null : { id: row.id, place: Number(row.place) }
}
