// PostgreSQL refuses to run as root. Started by root, it runs as a system user of its own.
import { spawnSync } from 'node:child_process'

/** Whom the server's processes run as; `null` means: as ourselves. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number } | null

const own = 'shengmian'

/** How to spawn something as this account. The folder is `/`, since ours may be closed to it. */
export function as(account: Account): { cwd: string; uid?: number; gid?: number } {
  return account === null ? { cwd: '/' } : { cwd: '/', uid: account.uid, gid: account.gid }
}

/** Finds the account for a new cluster, and as root makes the system user `shengmian` if need be. */
export function chooseAccount(log: (line: string) => void): Account {
  if (process.getuid?.() !== 0) return null
  const ready = byName(own)
  if (ready !== null) return ready
  for (const [command, flags] of [
    ['useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin', own]],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', own]],
  ] as const) {
    const made = spawnSync(command, flags, { stdio: 'ignore' })
    const account = made.status === 0 ? byName(own) : null
    if (account !== null) {
      log(`made the system user ${own}, under which the embedded PostgreSQL runs`)
      return account
    }
  }
  const fallback = byName('postgres')
  if (fallback !== null) return fallback
  throw new Error(
    'PostgreSQL does not run as root, and neither useradd nor adduser could make a user for it. ' +
      'Make one (useradd --system shengmian), or start as an ordinary user, or set DATABASE_URL.',
  )
}

/** The account that owns an existing cluster: as root we become it, otherwise it must be us. */
export function accountOfOwner(cluster: string, uid: number, gid: number): Account {
  const me = process.getuid?.()
  if (me === uid) return null
  if (me === 0) return { name: `user ${uid}`, uid, gid }
  throw new Error(
    `The database in ${cluster} belongs to another user (${uid}), who started it first. ` +
      'Start as that user or as root, or choose another data folder.',
  )
}

/** Whether the account can enter the folder: every folder above counts. */
export function canEnter(account: Account, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { ...as(account), stdio: 'ignore' }).status === 0
}

function byName(name: string): Account {
  const ask = (flag: string) => {
    const answer = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return answer.status === 0 ? Number(answer.stdout.trim()) : null
  }
  const uid = ask('-u')
  const gid = ask('-g')
  return uid === null || gid === null ? null : { name, uid, gid }
}
