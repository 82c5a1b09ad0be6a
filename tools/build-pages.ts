// Builds the staff pages when their sources are not those of the last build.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprintOf, project } from './fingerprint.ts'
import { run } from './run.ts'

const web = path.join(project, 'apps/web')
const stamp = path.join(web, 'dist', '.made-from')
const sources = ['apps/web', 'contract', 'package-lock.json', 'tsconfig.base.json']

export async function buildPages(log: (line: string) => void): Promise<void> {
  const fingerprint = fingerprintOf(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  log('building the staff pages (once after each change) · 正在构建页面')
  const built = await run('vite', ['build', '--logLevel', 'warn'], { cwd: web })
  if (built.code !== 0) throw new Error(`The staff pages could not be built:\n${built.output}`)
  writeFileSync(stamp, fingerprint)
  log(`built in ${built.seconds.toFixed(1)} s`)
}
