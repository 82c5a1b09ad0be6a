// For tests: accounts with a role, made past the policies, and signed in without the cost of a passphrase.
import { createHash, randomBytes } from 'node:crypto'
import type { RoleName } from '@shengmian/contract'
import type pg from 'pg'
import { v7 } from 'uuid'
import { authorityOf } from '../authority.ts'

export interface Planted {
  readonly account: string
  /** The secret of a session, for `withToken` and for transactions. */
  readonly token: string
}

/** An account of a body with the given standing roles, signed in. `admin` is a superuser's connection. */
export async function plantAccount(
  admin: pg.Pool,
  wish: {
    readonly authority: string
    readonly roles?: readonly (RoleName | readonly [RoleName, string])[]
    readonly person?: string | null
  },
): Promise<Planted> {
  const account = v7()
  const own = authorityOf(wish.authority)
  const name = `a${account.replaceAll('-', '').slice(-20)}`
  await admin.query(
    `insert into access.account (id, username, name, email, authority, level, person) values ($1, $2, '测试账号', $2::text || '@account.invalid', $3, $4, $5)`,
    [account, name, own.authority, own.level, wish.person ?? null],
  )
  for (const role of wish.roles ?? []) {
    const [roleName, at] = typeof role === 'string' ? [role, wish.authority] : role
    const body = authorityOf(at)
    await admin.query(
      `insert into access.standing_role (id, account, role, authority, level, body, valid) values ($1, $2, $3, $4, $5, '测试机构', tstzrange(access.clock() - interval '1 day', null))`,
      [v7(), account, roleName, body.authority, body.level],
    )
  }
  return { account, token: await openSession(admin, account) }
}

/** A further session of an account. */
export async function openSession(admin: pg.Pool, account: string): Promise<string> {
  const token = randomBytes(16).toString('hex')
  await admin.query(
    `insert into access.session (id, token, account, created_at, updated_at, expires_at)
     values ($1, $2, $3, access.clock(), access.clock(), access.clock() + interval '30 minutes')`,
    [v7(), createHash('sha256').update(token).digest('hex'), account],
  )
  return token
}
