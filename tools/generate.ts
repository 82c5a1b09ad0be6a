// Makes the code that is not committed: the types of the database's tables, read from a throwaway database
// after all migrations. Does nothing when the migrations are those it was made from.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@shengmian/server/embedded-postgres'
import { migrate } from '@shengmian/server/migrate'
import { prepareRoles } from '@shengmian/server/roles'
import { fingerprintOf, project } from './fingerprint.ts'
import { run } from './run.ts'

const target = path.join(project, 'apps/server/src/platform/tables.generated.ts')
const forms = { int8: 'number', numeric: 'number', date: 'string' }

/** @returns whether anything had to be made */
export async function generate(): Promise<boolean> {
  const mark = `// From migrations ${fingerprintOf(['apps/server/migrations', 'tools/generate.ts'])}\n`
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) return false
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-generate-'))
  const database = await startEmbeddedPostgres({ folder, isThrowaway: true })
  try {
    await prepareRoles(database.adminUrl, 'for this run only')
    await migrate(database.adminUrl)
    const out = path.join(folder, 'tables.ts')
    const flags = ['--dialect', 'postgres', '--type-mapping', JSON.stringify(forms), '--out-file', out]
    const made = await run('kysely-codegen', ['--url', database.adminUrl, ...flags])
    if (made.code !== 0) throw new Error(`kysely-codegen failed:\n${made.output}`)
    const making = `${target}.making-${process.pid}`
    writeFileSync(making, mark + readFileSync(out, 'utf8'))
    renameSync(making, target)
    return true
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) console.log((await generate()) ? 'made tables.generated.ts' : 'tables.generated.ts is up to date')
