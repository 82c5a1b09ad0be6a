// One run of `postgres` over a cluster: started, waited for, stopped.
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { as, type Account } from './account.ts'
import { tell } from './processes.ts'
import { settingsFor } from './settings.ts'

export interface Run {
  readonly port: number
  readonly ended: Promise<string>
  /** Resolves when the process is gone. Fast shutdown; immediate for what may be lost. */
  stop(): Promise<void>
  /** For the last moment of our own process, when nothing can be waited for. */
  stopNow(): void
}

interface Options {
  readonly postgres: string
  readonly cluster: string
  readonly logFile: string
  readonly account: Account
  readonly isThrowaway: boolean
  readonly log: (line: string) => void
  /** Insist on this port; if absent, any free one. */
  readonly port?: number
}

const patienceMs = 300_000

export async function runServer(options: Options): Promise<Run> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort())
    const from = startLog(options.logFile)
    const run = launch(options, port)
    const failure = await readiness(options, run)
    if (failure === null) return run
    const said = readFileSync(options.logFile, 'utf8').slice(from).trim()
    const isPortTaken = /could not (bind|create any TCP)/.test(said)
    if (!isPortTaken || attempt === 5) throw new Error(`PostgreSQL did not start (${failure}):\n${said}`)
    await sleep(200)
  }
}

function launch(options: Options, port: number): Run & { readonly child: ChildProcess } {
  const out = openSync(options.logFile, 'a', 0o600)
  const child = spawn(options.postgres, ['-D', options.cluster, ...settingsFor(options.isThrowaway, port)], {
    ...as(options.account),
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', out, out],
    // A group of its own: Ctrl-C reaches us alone, and we stop it after the last transaction.
    detached: true,
  })
  closeSync(out)
  child.unref()
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(code === null ? `signal ${signal}` : `exit code ${code}`))
  })
  const send = (signal: NodeJS.Signals) => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) tell(child.pid, signal)
  }
  return {
    child,
    port,
    ended,
    stopNow: () => send(options.isThrowaway ? 'SIGQUIT' : 'SIGINT'),
    async stop() {
      for (const signal of options.isThrowaway
        ? (['SIGQUIT', 'SIGKILL'] as const)
        : (['SIGINT', 'SIGQUIT', 'SIGKILL'] as const)) {
        send(signal)
        if (await happensWithin(ended, 15_000)) return
      }
    },
  }
}

async function happensWithin(event: Promise<unknown>, timeoutMs: number): Promise<boolean> {
  const timer = new AbortController()
  const timeout = sleep(timeoutMs, false, { signal: timer.signal }).catch(() => false)
  const isThere = await Promise.race([event.then(() => true), timeout])
  timer.abort()
  return isThere
}

/** `null` when it takes connections, else what went wrong. */
async function readiness(options: Options, run: Run & { readonly child: ChildProcess }): Promise<string | null> {
  let end: string | null = null
  void run.ended.then((how) => {
    end = how
  })
  const began = Date.now()
  for (let told = 0; Date.now() - began < patienceMs;) {
    if (end !== null) return end
    if (isReady(options.cluster, run.child.pid)) return null
    const waited = Math.floor((Date.now() - began) / 10_000)
    if (waited > told) options.log(`PostgreSQL is still starting after ${waited * 10} s (recovering after a crash takes a while)`)
    told = waited
    await sleep(20)
  }
  await run.stop()
  return `not ready after ${patienceMs / 1000} s`
}

/** PostgreSQL writes its state on the eighth line of postmaster.pid. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function startLog(file: string): number {
  if (!existsSync(file)) return 0
  if (statSync(file).size > 10 << 20) {
    renameSync(file, `${file}.1`)
    return 0
  }
  return statSync(file).size
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No free TCP port on 127.0.0.1')
  return address.port
}
