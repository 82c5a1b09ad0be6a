import type pg from 'pg'
import type { Check } from '../../../engines/ledger-verify/src/index.ts'

/** What a superuser does, and how it must be named. */
export interface TamperScript {
  readonly does: string
  /** On the database, with all its rights. */
  readonly database?: (client: pg.Client, keyFolder: string) => Promise<unknown>
  /** On the files of the exported log. */
  readonly files?: (folder: string) => void
  /** One of these findings must be there, with a subject that begins so. */
  readonly named: readonly { readonly check: Check; readonly subject: string }[]
}

/** Runs statements with every trigger silent, as only a superuser may. */
export async function silently(client: pg.Client, ...statements: readonly string[]): Promise<void> {
  await client.query(`set session_replication_role = replica`)
  for (const statement of statements) await client.query(statement)
  await client.query(`set session_replication_role = origin`)
}
