// Where the database is: as given, or the embedded one of a data folder while its server runs.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A PostgreSQL address; null where no server runs on that folder. */
export function addressOfFolder(data: string): string | null {
  const folder = join(data, 'postgres')
  const home = existsSync(join(folder, 'cluster')) ? folder : notedHome(join(folder, 'postgres.json'))
  if (home === null) return null
  try {
    const password = readFileSync(join(home, 'password'), 'utf8').trim()
    const [, , , port] = readFileSync(join(home, 'cluster/postmaster.pid'), 'utf8').split('\n')
    return `postgres://postgres:${password}@127.0.0.1:${Number(port)}/postgres`
  } catch {
    return null
  }
}

function notedHome(file: string): string | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { home: string }).home : null
}
