// A database with roles and policies and nothing else, and a connection that is the application: what the database alone stands against.
import { openTestDatabase, type TestDatabase } from '@shengmian/testing'
import pg from 'pg'
import { migrate } from '../../../platform/migrate.ts'
import { prepareRoles, urlOfRole } from '../../../platform/roles.ts'
import { applyPolicies } from '../policies/policy-store.ts'

export interface ApplicationRole {
  readonly database: TestDatabase
  /** Logged in as `shengmian_app`, in no session yet. */
  readonly app: pg.Client
  readonly end: () => Promise<void>
}

export async function openApplicationRole(): Promise<ApplicationRole> {
  const database = await openTestDatabase()
  await prepareRoles(database.adminUrl, database.secret)
  await migrate(database.adminUrl, [applyPolicies])
  const app = new pg.Client({ connectionString: urlOfRole(database.adminUrl, 'app', database.secret) })
  await app.connect()
  return {
    database,
    app,
    end: async () => {
      await app.end()
      await database.drop()
    },
  }
}
