import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'

export const TOKEN = 'measured'.repeat(4)

/** An office of Jingzhou, signed in with the token; answers its account. */
export async function signIn(admin: pg.Client): Promise<string> {
  const account = randomUUID()
  await admin.query(
    `insert into access.account (id, username, name, email, authority, level) values ($1, 'bench', '量测', 'bench@account.invalid', 421000000000, 'city')`,
    [account],
  )
  await admin.query(
    `insert into access.standing_role (id, account, role, authority, level, body, valid) values ($1, $2, 'office', 421000000000, 'city', '巡察办', '[2020-01-01,2099-01-01)')`,
    [randomUUID(), account],
  )
  await admin.query(`insert into access.session (id, token, account, expires_at) values ($1, $2, $3, now() + interval '1 day')`, [
    randomUUID(),
    createHash('sha256').update(TOKEN).digest('hex'),
    account,
  ])
  return account
}
