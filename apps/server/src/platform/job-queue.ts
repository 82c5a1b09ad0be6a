// Jobs are queued in the caller's transaction, so that a job exists exactly when what it is about was committed.
import { Logger, run, runMigrations, type Runner } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { sqlOf } from './database.ts'
import { urlOfRole } from './roles.ts'
import type { Transaction } from './transaction.ts'

/** What works on the jobs of one name. A payload is what was queued; a throw retries later; the signal asks to let go at once. */
export type JobTasks = Readonly<Record<string, (payload: unknown, signal: AbortSignal) => Promise<void>>>

const quiet = new Logger(() => () => undefined)

/**
 * Brings up the queue's own schema, owned by the worker's role: no other role can read or change a job. Requests queue through one
 * function that runs with the worker's rights.
 */
export async function installJobQueue(adminUrl: string, secret: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const worker = new pg.Pool({ connectionString: urlOfRole(adminUrl, 'worker', secret), max: 1 })
  watch(worker)
  try {
    const database = admin.escapeIdentifier(
      (await admin.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '',
    )
    await admin.query(`grant create on database ${database} to shengmian_worker`)
    await runMigrations({ pgPool: worker, logger: quiet })
    await worker.query(`
      create or replace function graphile_worker.queue_job(name text, payload json, key text) returns void
      language sql security definer set search_path = pg_catalog, pg_temp
      as $$ select graphile_worker.add_job(name, payload, job_key => key, max_attempts => 5) $$`)
    await worker.query('revoke execute on all functions in schema graphile_worker from public')
    await worker.query('grant usage on schema graphile_worker to shengmian_app')
    await worker.query('grant execute on function graphile_worker.queue_job(text, json, text) to shengmian_app')
    await admin.query(`revoke create on database ${database} from shengmian_worker`)
  } finally {
    await worker.end()
    await admin.end()
  }
}

/** Queues a job in this transaction. A key that is queued already replaces the older job. */
export async function queueJob(tx: Transaction, name: string, payload: object, key: string): Promise<void> {
  await sql`select graphile_worker.queue_job(${name}, ${JSON.stringify(payload)}::json, ${key})`.execute(sqlOf(tx))
}

/** Starts working; `stop` asks what is running to let go, and waits for it. */
export async function startJobs(
  pool: pg.Pool,
  tasks: JobTasks,
  onFailure: (error: Error) => void,
): Promise<{ readonly stop: () => Promise<void> }> {
  watch(pool)
  const leaving = new AbortController()
  const runner: Runner = await run({
    pgPool: pool,
    concurrency: 1,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: quiet,
    taskList: Object.fromEntries(
      Object.entries(tasks).map(([name, task]) => [name, (payload: unknown) => task(payload, leaving.signal)]),
    ),
  })
  runner.events.on('job:error', ({ error }) => onFailure(error instanceof Error ? error : new Error(String(error))))
  return {
    stop: async () => {
      leaving.abort()
      await runner.stop()
    },
  }
}

/** A connection that breaks while idle is replaced by the pool; unheard, its error would end the process. */
function watch(pool: pg.Pool): void {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
}
