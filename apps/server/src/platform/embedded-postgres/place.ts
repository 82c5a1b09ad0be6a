// Where a folder's cluster lives: in the folder itself, unless the account cannot enter it (root's clone in a closed home).
// Then it lives under /var/lib/shengmian, and a note in the folder says where, so that a moved folder keeps its data.
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { accountOfOwner, canEnter, chooseAccount, type Account } from './account.ts'

export const SHARED = '/var/lib/shengmian'

/** What a home outside its folder notes of it. */
export interface Maker {
  readonly folder: string
  readonly ino: string
}

export interface Place {
  readonly account: Account
  /** Holds `cluster/`, `password` and `postgres.log`. */
  readonly home: string
  /** Where copies of the programs go. */
  readonly copies: string
}

export function findPlace(folder: string, log: (line: string) => void): Place {
  const home = existsSync(join(folder, 'cluster')) ? folder : notedHome(folder)
  if (home !== null) {
    const owner = statSync(join(home, 'cluster'))
    const account = accountOfOwner(join(home, 'cluster'), owner.uid, owner.gid)
    if (!canEnter(account, home)) {
      throw new Error(
        `The database in ${home} runs as ${account?.name ?? 'you'}, who may no longer enter that folder. Open it again (chmod o+x).`,
      )
    }
    return { account, home, copies: copiesFor(account, home) }
  }
  const account = chooseAccount(log)
  if (canEnter(account, folder)) return { account, home: folder, copies: copiesFor(account, folder) }
  return { account, home: newHome(folder, log), copies: copiesFor(account, SHARED) }
}

function copiesFor(account: Account, home: string): string {
  return account === null ? home : SHARED
}

function newHome(folder: string, log: (line: string) => void): string {
  const { dev, ino, birthtimeNs } = statSync(folder, { bigint: true })
  const name = createHash('sha256').update(`${folder}\n${dev}\n${ino}\n${birthtimeNs}`).digest('hex').slice(0, 16)
  const home = join(SHARED, name)
  mkdirSync(home, { recursive: true })
  for (const each of [SHARED, home]) chmodSync(each, 0o755)
  // In this order: at no moment does the home look like one that nobody uses.
  writeFileSync(join(folder, 'postgres.json'), JSON.stringify({ home }))
  noteMaker(home, { folder, ino: String(ino) })
  log(`${folder} is closed to the database's user, so the database lives in ${home}`)
  return home
}

/** The home that the folder's note names, unless the folder is a copy of one that still uses it. */
function notedHome(folder: string): string | null {
  const note = readJson(join(folder, 'postgres.json')) as { home: string } | null
  if (note === null || !existsSync(join(note.home, 'cluster'))) return null
  const maker = readJson(join(note.home, 'made-for.json')) as Maker | null
  if (maker === null || maker.folder === folder) return note.home
  if (existsSync(join(maker.folder, 'postgres.json'))) return null
  // The folder was moved: its home must not look like one that nobody uses.
  noteMaker(note.home, { folder, ino: String(statSync(folder, { bigint: true }).ino) })
  return note.home
}

function noteMaker(home: string, maker: Maker): void {
  writeFileSync(join(home, 'made-for.json'), JSON.stringify(maker))
}

export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
