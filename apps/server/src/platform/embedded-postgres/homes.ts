// Databases of closed folders outlive them: who deletes a data folder leaves its home under /var/lib/shengmian behind. They are named,
// and removed only when somebody names them back: a folder that seems gone may be a disk that is not mounted, or moved and not started yet.
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readJson, SHARED, type Maker } from './place.ts'
import { isPostmasterAlive } from './processes.ts'

export interface Home {
  readonly name: string
  /** The data folder it was last opened for. */
  readonly folder: string
  /** `kept`: the folder is there and uses it. `running`: PostgreSQL works in it. `left`: nothing on this machine points to it. */
  readonly state: 'kept' | 'running' | 'left'
  readonly lastUsed: Date
}

/** The homes of databases outside their folders, by name. */
export function homesIn(shared: string = SHARED): readonly Home[] {
  if (!existsSync(shared)) return []
  return readdirSync(shared)
    .toSorted()
    .flatMap((name): Home[] => {
      const home = join(shared, name)
      const maker = readJson(join(home, 'made-for.json')) as Maker | null
      return maker === null ? [] : [{ name, folder: maker.folder, state: stateOf(home, maker), lastUsed: lastUseOf(home) }]
    })
}

/**
 * Removes homes by name, `all` for all that are left, and answers their names.
 * @throws Error before anything is removed, if one of them is not left
 */
export function removeLeft(names: readonly string[], shared: string = SHARED): readonly string[] {
  const homes = homesIn(shared)
  const left = homes.filter(({ state }) => state === 'left').map(({ name }) => name)
  const wanted = names.includes('all') ? left : [...new Set(names)]
  for (const name of wanted) {
    if (left.includes(name)) continue
    const state = homes.find((home) => home.name === name)?.state
    throw new Error(
      state === undefined
        ? `${shared} 下没有这个数据库：${name} · there is no database ${name} in ${shared}`
        : `${name} 还在使用，没有删除任何数据库 · ${name} is in use; nothing was removed`,
    )
  }
  for (const name of wanted) rmSync(join(shared, name), { recursive: true })
  return wanted
}

function stateOf(home: string, { folder }: Maker): Home['state'] {
  const note = readJson(join(folder, 'postgres.json')) as { readonly home: string } | null
  if (note?.home === home) return 'kept'
  return isPostmasterAlive(join(home, 'cluster')) ? 'running' : 'left'
}

function lastUseOf(home: string): Date {
  const log = join(home, 'postgres.log')
  return statSync(existsSync(log) ? log : home).mtime
}
