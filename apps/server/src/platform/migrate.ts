import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import pg from 'pg'

const folder = path.join(import.meta.dirname, '../../migrations')

interface MigrateOptions {
  /** Files numbered above it wait, as in an installation of that time; left out = all of them run. */
  readonly upTo?: string
}

/**
 * Brings a database to the newest schema: numbered SQL files, forward only, then `after` (policies generated from their spec).
 * Every file runs as the owner role, so nothing in the schema belongs to whoever installs.
 */
export async function migrate(
  adminUrl: string,
  after: readonly ((db: Kysely<unknown>) => Promise<void>)[] = [],
  { upTo }: MigrateOptions = {},
): Promise<void> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 1 })
  pool.on('connect', (client) => void client.query('set role shengmian_owner'))
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`create schema if not exists platform`.execute(db)
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(upTo) },
      migrationTableSchema: 'platform',
      // Every module numbers in a range of its own, so a new file may sort before one that ran long ago.
      allowUnorderedMigrations: true,
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error !== undefined) {
      const failed = results?.find((result) => result.status === 'Error')
      throw new Error(
        `migration ${failed?.migrationName ?? ''} failed and was rolled back: ${error instanceof Error ? error.message : JSON.stringify(error)}`,
        {
          cause: error,
        },
      )
    }
    for (const step of after) await db.transaction().execute(step)
  } finally {
    await db.destroy()
  }
}

async function readMigrations(upTo?: string): Promise<Record<string, Migration>> {
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.sql') && (upTo === undefined || name.slice(0, upTo.length) <= upTo))
    .sort()
  const entries = names.map(async (name) => {
    const text = await readFile(path.join(folder, name), 'utf8')
    return [name.replace(/\.sql$/, ''), { up: (db: Kysely<unknown>) => sql.raw(text).execute(db) }] as const
  })
  return Object.fromEntries(await Promise.all(entries)) as unknown as Record<string, Migration>
}
