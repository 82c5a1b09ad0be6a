// Passwords of the database roles, on a database of its own: those of others would change with them.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/index.ts'
import { prepareRoles, RUNTIME_ROLES, urlOfRole } from './roles.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-roles-'))
let database: EmbeddedPostgres
beforeAll(async () => {
  database = await startEmbeddedPostgres({ folder, isThrowaway: true })
})
afterAll(async () => {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Who each role is once it has logged in with what came from this secret, or why it was turned away. */
async function logIns(secret: string): Promise<readonly string[]> {
  return Promise.all(
    RUNTIME_ROLES.map(async (role) => {
      const client = new pg.Client({ connectionString: urlOfRole(database.adminUrl, role, secret) })
      try {
        await client.connect()
        return (await client.query<{ who: string }>('select session_user as who')).rows[0]?.who ?? ''
      } catch (error) {
        return (error as { readonly code?: string }).code ?? ''
      } finally {
        await client.end()
      }
    }),
  )
}

it('a start gives every role another password, and that of before opens nothing more', async () => {
  const names = RUNTIME_ROLES.map((role) => `shengmian_${role}`)
  const refused = RUNTIME_ROLES.map(() => '28P01')
  await prepareRoles(database.adminUrl, 'of the first start')
  expect([await logIns('of the first start'), await logIns('of the second start')]).toEqual([names, refused])
  await prepareRoles(database.adminUrl, 'of the second start')
  expect([await logIns('of the first start'), await logIns('of the second start')]).toEqual([refused, names])
})
