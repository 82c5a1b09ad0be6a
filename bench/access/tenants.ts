// Two offices side by side with a table of dossiers, and connections that see it with and without the policies.
import { createHash } from 'node:crypto'
import pg from 'pg'
import { prepareDatabase } from '@shengmian/server/compose'
import { urlOfRole } from '@shengmian/server/roles'
import { SECRET } from './throwaway.ts'

export interface Tenants {
  readonly admin: pg.Client
  /** As the application; policies hold. */
  readonly app: pg.Client
  readonly tokens: readonly [string, string]
  /** Rows of each office. */
  readonly counts: readonly [number, number]
}

/** Opens the world: `rows` dossiers over twenty counties, of which each office covers one city of ten. */
export async function withTenants<T>(adminUrl: string, rows: number, work: (tenants: Tenants) => Promise<T>): Promise<T> {
  await prepareDatabase(adminUrl, SECRET)
  const admin = new pg.Client({ connectionString: adminUrl })
  const app = new pg.Client({ connectionString: urlOfRole(adminUrl, 'app', SECRET) })
  await admin.connect()
  await app.connect()
  try {
    const tokens = ['a'.repeat(32), 'b'.repeat(32)] as const
    for (const [index, token] of tokens.entries()) {
      const authority = index === 0 ? 421_000_000_000 : 530_500_000_000
      await admin.query(
        `with account as (insert into access.account (id, username, name, email, authority, level) values (gen_random_uuid(), $1, $1, $1::text || '@account.invalid', $2, 'city') returning id),
           role as (insert into access.standing_role (id, account, role, authority, level, body, valid) select gen_random_uuid(), id, 'office', $2, 'city', '巡察办', '[2020-01-01,2099-01-01)' from account)
         insert into access.session (id, token, account, expires_at) select gen_random_uuid(), $3, id, now() + interval '1 day' from account`,
        [`office${index}`, authority, createHash('sha256').update(token).digest('hex')],
      )
      // The role signs out whoever it is given to, so the session is opened again.
      await admin.query(
        `insert into access.session (id, token, account, expires_at) select gen_random_uuid(), $2, id, now() + interval '1 day' from access.account where username = $1 on conflict do nothing`,
        [`office${index}`, createHash('sha256').update(token).digest('hex')],
      )
    }
    await admin.query(
      `insert into registry.unit (county, id, place, kind, name, source)
       select c, gen_random_uuid(), c::bigint * 1000000 + 1000 + n, 'village', '村' || n, 'office'
       from (select case when k < 10 then 421000 + k else 530500 + k - 10 end as c from generate_series(0, 19) k) counties, generate_series(1, $1::int / 20) n`,
      [rows],
    )
    await admin.query(
      `insert into registry.dossier (county, unit, place, class) select county, id, place, 'ordinary' from registry.unit where source = 'office'`,
    )
    await admin.query('vacuum analyze registry.dossier, registry.unit, access.account, access.standing_role, access.session')
    return await work({ admin, app, tokens, counts: [rows / 2, rows / 2] })
  } finally {
    await app.end()
    await admin.end()
  }
}
