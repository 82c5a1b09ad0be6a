// A short name for the content of some files and folders: what was made from them is stale when it changes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

export const project = path.resolve(import.meta.dirname, '..')

/** @param sources files and folders, relative to the project; `node_modules` and `dist` inside are left out */
export function fingerprintOf(sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(filesUnder)) {
    hash.update(`${file}\0`)
    hash.update(readFileSync(path.join(project, file)))
  }
  return hash.digest('hex').slice(0, 24)
}

function filesUnder(source: string): string[] {
  if (statSync(path.join(project, source)).isFile()) return [source]
  return readdirSync(path.join(project, source), { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'dist')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(source, entry.name)))
}
