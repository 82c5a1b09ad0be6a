// Who works in a data folder? A process id in a file proves nothing: it may be a zombie's or another program's by now.
// Every process of PostgreSQL has its data folder as working directory, so that is what is asked.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { as, type Account } from './account.ts'

/** The living PostgreSQL processes in the data folder (zombies have no working directory and do not count). */
function workersIn(cluster: string, account: Account): number[] {
  const folder = realpathSync(cluster)
  // Asked as the account: root in a container may not look into other users' processes, their owner may.
  const listing = spawnSync('/bin/sh', ['-c', 'ls -l /proc/[0-9]*/cwd 2>/dev/null'], {
    ...as(account),
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  const found: number[] = []
  for (const line of listing.stdout.split('\n')) {
    const match = / \/proc\/(\d+)\/cwd -> (.*)$/.exec(line)
    if (match?.[2] === folder && isNamed(Number(match[1]), 'postgres')) found.push(Number(match[1]))
  }
  return found
}

/** The first line of postmaster.pid, or `null` if there is no such file. */
function recordedPid(cluster: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(cluster, 'postmaster.pid'), 'utf8'), 10)
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null
  } catch {
    return null
  }
}

/** Whether the postmaster that the cluster names is alive and is a PostgreSQL. */
export function isPostmasterAlive(cluster: string): boolean {
  const pid = recordedPid(cluster)
  return pid !== null && isAnswering(pid) && isNamed(pid, 'postgres')
}

/**
 * Ends whatever a killed predecessor left at work in the folder, then clears a stale postmaster.pid.
 * Only called by the holder of the folder's lock.
 */
export async function clearLeftovers(cluster: string, account: Account, log: (line: string) => void): Promise<void> {
  const orphans = workersIn(cluster, account)
  if (orphans.length > 0) {
    log(`a PostgreSQL left behind by a killed process still works in ${cluster} (process ${orphans.join(', ')}): stopping it`)
    await endAll(cluster, account)
  }
  const pid = recordedPid(cluster)
  const file = join(cluster, 'postmaster.pid')
  // A dead pid is left to PostgreSQL, which also looks at shared memory. One that answers but does not work here
  // (a zombie, or another program under the same number) would stop it for ever.
  const isStale = pid === null ? existsSync(file) : isAnswering(pid)
  if (isStale && workersIn(cluster, account).length === 0) {
    log(`postmaster.pid names process ${pid ?? '?'}, which is no PostgreSQL of this folder: clearing it`)
    rmSync(file, { force: true })
  }
}

async function endAll(cluster: string, account: Account): Promise<void> {
  const postmaster = recordedPid(cluster)
  // Fast shutdown of the postmaster, then immediate for whoever is left, then force: each step is safe, the log recovers.
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const now = workersIn(cluster, account)
    const addressees = signal === 'SIGINT' && postmaster !== null && now.includes(postmaster) ? [postmaster] : now
    for (const pid of addressees) tell(pid, signal)
    const until = Date.now() + patienceMs
    while (Date.now() < until) {
      if (workersIn(cluster, account).length === 0) return
      await sleep(50)
    }
  }
  throw new Error(`Processes ${workersIn(cluster, account).join(', ')} work in ${cluster} and cannot be stopped. End them first.`)
}

/** Ends an initdb that outlived its parent: it has its target, a random name of ours, on its command line. */
export async function endMakersOf(folder: string): Promise<void> {
  for (;;) {
    const makers = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandLine(name).includes(folder))
    if (makers.length === 0) return
    for (const pid of makers) tell(Number(pid), 'SIGKILL')
    await sleep(20)
  }
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

export function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}

function isAnswering(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isNamed(pid: number, name: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === name
  } catch {
    return false
  }
}
