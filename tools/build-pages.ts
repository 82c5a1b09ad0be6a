// Builds the staff pages when their sources are not those of the last build.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fingerprintOf, project } from './fingerprint.ts'
import { run } from './run.ts'

const web = path.join(project, 'apps/web')
const dist = path.join(web, 'dist')
const stamp = '.made-from'
const sources = [
  'apps/web',
  'apps/verifier-page',
  'apps/report-page',
  'apps/ceremony-page',
  'tools/one-file-page.ts',
  'engines',
  'contract',
  'package-lock.json',
  'tsconfig.base.json',
]

export async function buildPages(log: (line: string) => void): Promise<void> {
  const fingerprint = fingerprintOf(sources)
  const made = path.join(dist, stamp)
  if (existsSync(made) && readFileSync(made, 'utf8') === fingerprint) return
  log('building the staff pages (once after each change) · 正在构建页面')
  // Built aside and then renamed: a server that starts meanwhile sees the old pages or the new ones, never half of them.
  const making = path.join(project, 'node_modules', '.cache', `pages-${process.pid}`)
  mkdirSync(path.dirname(making), { recursive: true })
  const built = await run('vite', ['build', '--logLevel', 'warn', '--outDir', making, '--emptyOutDir'], { cwd: web })
  if (built.code !== 0) throw new Error(`The staff pages could not be built:\n${built.output}`)
  const verifier = await run('node', ['apps/verifier-page/build.ts', path.join(making, 'ledger-verifier.html')], { cwd: project })
  if (verifier.code !== 0) throw new Error(`The offline verifier could not be built:\n${verifier.output}`)
  const report = await run('node', ['apps/report-page/build.ts', making], { cwd: project })
  if (report.code !== 0) throw new Error(`The villager's page could not be built:\n${report.output}`)
  const ceremony = await run('node', ['apps/ceremony-page/build.ts', path.join(making, 'key-ceremony.html')], { cwd: project })
  if (ceremony.code !== 0) throw new Error(`The key ceremony could not be built:\n${ceremony.output}`)
  writeFileSync(path.join(making, stamp), fingerprint)
  const old = `${making}-old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(making, dist)
  rmSync(old, { recursive: true, force: true })
  log(`built in ${built.seconds.toFixed(1)} s`)
}
