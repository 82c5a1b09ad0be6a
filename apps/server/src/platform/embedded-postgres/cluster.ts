// A cluster appears whole or not at all: it is made under another name and then renamed.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { as, type Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { endMakersOf } from './processes.ts'

export interface Cluster {
  readonly folder: string
  readonly password: string
}

/** Opens the home's cluster, made now if there is none. Half-made ones of a killed predecessor are removed. */
export async function openCluster(
  home: string,
  account: Account,
  binaries: Binaries,
  log: (line: string) => void,
): Promise<Cluster> {
  const folder = join(home, 'cluster')
  for (const name of readdirSync(home)) {
    if (!name.startsWith('making-')) continue
    await endMakersOf(join(home, name))
    rmSync(join(home, name), { recursive: true, force: true })
  }
  if (!existsSync(folder)) {
    log('making a new database cluster')
    const making = join(home, `making-${randomBytes(6).toString('hex')}`)
    await make(making, account, binaries)
    // The password goes first: a cluster without its password could not be opened, a password without a cluster is harmless.
    renameSync(join(making, 'password'), join(home, 'password'))
    renameSync(join(making, 'cluster'), folder)
    rmSync(making, { recursive: true })
  }
  return { folder, password: readFileSync(join(home, 'password'), 'utf8') }
}

async function make(making: string, account: Account, binaries: Binaries): Promise<void> {
  mkdirSync(join(making, 'cluster'), { recursive: true, mode: 0o700 })
  chmodSync(making, 0o711)
  const password = join(making, 'password')
  writeFileSync(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (account !== null) {
    chownSync(join(making, 'cluster'), account.uid, account.gid)
    chownSync(password, account.uid, account.gid)
  }
  const flags = ['-D', join(making, 'cluster'), '--username=postgres', `--pwfile=${password}`, '--auth=scram-sha-256']
  // Locale of the C library may be missing on a small system; ICU comes with the programs and knows Chinese.
  const forms = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und', '--no-instructions']
  const child = spawn(binaries.initdb, [...flags, ...forms], {
    ...as(account),
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk))
  const code = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status, signal) => resolve(status ?? signal ?? 'unknown'))
  })
  // The file came into the account's hands for initdb only.
  if (account !== null) chownSync(password, process.getuid?.() ?? 0, process.getgid?.() ?? 0)
  if (code === 0) return
  rmSync(making, { recursive: true, force: true })
  throw new Error(`The database cluster could not be made (initdb ended with ${code}):\n${Buffer.concat(said).toString().trim()}`)
}
