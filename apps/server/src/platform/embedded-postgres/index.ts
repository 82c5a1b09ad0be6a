// The default database: a real PostgreSQL 18 beside us, with a supervisor that survives being killed at any moment.
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { openCluster } from './cluster.ts'
import { lockFolder } from './lock.ts'
import { findPlace } from './place.ts'
import { clearLeftovers } from './processes.ts'
import { runServer, type Run } from './server.ts'

export interface EmbeddedPostgres {
  /** Superuser `postgres`, database `postgres`, on 127.0.0.1. Stays the same until `stop`. */
  readonly adminUrl: string
  stop(): Promise<void>
}

interface Options {
  /** Ours alone; made if it is not there. */
  readonly folder: string
  readonly log?: (line: string) => void
  /** Data that may be lost with the process, for speed: tests and generators. */
  readonly isThrowaway?: boolean
}

/**
 * Starts PostgreSQL on the folder's data and keeps it running until `stop`.
 * @throws Error in plain words: another process runs on the folder, no user to run as, the server's own complaint
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined)
  mkdirSync(options.folder, { recursive: true })
  const folder = realpathSync(options.folder)
  const lock = await lockFolder(folder)
  try {
    const { account, home, copies } = findPlace(folder, log)
    const binaries = findBinaries(account, copies, log)
    const { folder: cluster, password } = await openCluster(home, account, binaries, log)
    const start = async (port?: number) => {
      await clearLeftovers(cluster, account, log)
      return runServer({
        postgres: binaries.postgres,
        cluster,
        logFile: join(home, 'postgres.log'),
        account,
        isThrowaway: options.isThrowaway ?? false,
        log,
        ...(port === undefined ? {} : { port }),
      })
    }
    const supervisor = supervise(await start(), start, log)
    return {
      adminUrl: `postgres://postgres:${password}@127.0.0.1:${supervisor.port}/postgres`,
      async stop() {
        await supervisor.stop()
        // Outside the folder nobody would look for it: a gigabyte a run that nothing else removes.
        if (options.isThrowaway === true && home !== folder) rmSync(home, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Brings a postmaster that died (out of memory, a stray kill) back on the same port, since pools know that port. */
function supervise(first: Run, start: (port: number) => Promise<Run>, log: (line: string) => void) {
  let run = first
  let isStopping = false
  const atExit = () => run.stopNow()
  process.once('exit', atExit)
  const watch = async () => {
    for (let deaths = 0; deaths < 5; deaths += 1) {
      const how = await run.ended
      if (isStopping) return
      log(`PostgreSQL ended by itself (${how}): starting it again`)
      run = await start(first.port)
      if (isStopping) return run.stop()
    }
  }
  const watching = watch().catch((error: unknown) => log(`PostgreSQL could not be started again: ${String(error)}`))
  return {
    port: first.port,
    async stop() {
      isStopping = true
      process.off('exit', atExit)
      await run.stop()
      await watching
    },
  }
}
