// The database roles: who runs what decides what a fault can reach. No role at run time owns a table.
import { createHmac } from 'node:crypto'
import pg from 'pg'

/**
 * `owner` owns and migrates, the others log in: `app` serves requests, `auth` keeps accounts and sessions, `lead` alone reaches leads,
 * `worker` runs jobs, `ledger` sequences the ledger and can only add to it, `audit` writes down denials and reads no business, `intake`
 * takes sealed reports from the public and reaches nothing else.
 */
export const RUNTIME_ROLES = ['app', 'auth', 'lead', 'worker', 'ledger', 'audit', 'intake'] as const
export type RuntimeRole = (typeof RUNTIME_ROLES)[number]

/** The password of a role, from the secret of this start, or one that several processes share. */
function passwordOf(role: RuntimeRole, secret: string): string {
  return createHmac('sha256', secret).update(`database role ${role}`).digest('hex')
}

/** The address under which a role logs in. */
export function urlOfRole(adminUrl: string, role: RuntimeRole, secret: string): string {
  const url = new URL(adminUrl)
  url.username = `shengmian_${role}`
  url.password = passwordOf(role, secret)
  return url.href
}

/** Makes the roles that are missing and sets the passwords. Needs a user that may create roles. */
export async function prepareRoles(adminUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('begin')
    // Two processes may start at once; roles belong to the whole cluster.
    await client.query('select pg_advisory_xact_lock(7365626)')
    const { rows } = await client.query<{ rolname: string }>(`select rolname from pg_roles where rolname like 'shengmian\\_%'`)
    const there = new Set(rows.map((row) => row.rolname))
    if (!there.has('shengmian_owner')) await client.query('create role shengmian_owner nologin nobypassrls')
    await client.query('grant shengmian_owner to current_user')
    for (const role of RUNTIME_ROLES) {
      const name = `shengmian_${role}`
      if (!there.has(name)) await client.query(`create role ${name} login nobypassrls noinherit`)
      // Rows are written into the ledger in UTC; a session that is there already need not be turned for each.
      await client.query(`alter role ${name} set timezone = 'UTC'`)
      await client.query(`alter role ${name} password ${client.escapeLiteral(passwordOf(role, secret))}`)
    }
    const database = client.escapeIdentifier(
      (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '',
    )
    await client.query(`grant create, connect on database ${database} to shengmian_owner`)
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant connect on database ${database} to ${RUNTIME_ROLES.map((role) => `shengmian_${role}`).join(', ')}`)
    await client.query('revoke create on schema public from public')
    await client.query('commit')
  } finally {
    await client.end()
  }
}
