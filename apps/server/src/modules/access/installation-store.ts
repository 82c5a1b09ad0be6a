// SQL of what is there before anybody can sign in: accounts made at installation, as the owner of the tables and past the policies.
import pg from 'pg'
import type { Authority } from './authority.ts'

const TABLES = ['access.account', 'access.credential', 'access.standing_role', 'registry.person', 'registry.unit'] as const

/** Works as the owner with the policies of these tables lifted for the one transaction; they hold again when it commits. */
export async function asInstaller<T>(adminUrl: string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
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
  readonly role: { readonly id: string; readonly name: string; readonly body: string; readonly unit: string | null } & Authority
}

/** Makes an account with one role, unless it is there. Answers false when somebody else has its sign-in name or person. */
export async function insertInstalledAccount(client: pg.ClientBase, account: InstalledAccount): Promise<boolean> {
  await client.query(
    `insert into access.account (id, username, name, email, authority, level, person)
     values ($1, $2, $3, $2::text || '@account.invalid', $4, $5, $6) on conflict do nothing`,
    [account.id, account.signInName, account.name, account.authority, account.level, account.person],
  )
  const { rows } = await client.query('select from access.account where id = $1', [account.id])
  if (rows.length === 0) return false
  await client.query(
    `insert into access.credential (id, account, provider_account, passphrase) values ($1, $2, $2::uuid::text, $3) on conflict (id) do nothing`,
    [account.credential, account.id, account.passphraseHash],
  )
  const { role } = account
  await client.query(
    `insert into access.standing_role (id, account, role, authority, level, body, unit, valid)
     values ($1, $2, $3, $4, $5, $6, $7, tstzrange(access.clock(), null)) on conflict (id) do nothing`,
    [role.id, account.id, role.name, role.authority, role.level, role.body, role.unit],
  )
  return true
}

export async function hasAccounts(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query('select from access.account limit 1')
  return rows.length > 0
}

/** Whether anybody can sign in to this database. */
export async function isInUse(adminUrl: string): Promise<boolean> {
  return asInstaller(adminUrl, hasAccounts)
}
