// A server with the villager's page and nothing in its database, as a process of its own: `node report-server.ts`. It says where it listens
// and how to reach the database, and ends with its standard input.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { compose, prepareDatabase } from '../../apps/server/src/compose.ts'
import { startEmbeddedPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-report-'))
const pages = path.join(folder, 'pages')
mkdirSync(path.join(pages, 'assets'), { recursive: true })
writeFileSync(path.join(pages, 'index.html'), '')
execFileSync(process.execPath, [path.join(import.meta.dirname, '../../apps/report-page/build.ts'), pages])

const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres'), isThrowaway: true })
const secret = 'for journeys only'
await prepareDatabase(postgres.adminUrl, secret)
const parts = { adminUrl: postgres.adminUrl, secret, pages, isSecure: false, version: 'test' }
const { app, stop } = await compose({
  ...parts,
  // So little work that a journey does not wait for it.
  intakeTerms: { tries: 50, usual: 1e9, flood: 1e9 },
  holdHours: 0,
  reportRoots: [process.argv[2] ?? ''],
})
await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0
console.log(JSON.stringify({ origin: `http://127.0.0.1:${port}`, adminUrl: postgres.adminUrl }))

process.stdin.resume()
process.stdin.once('end', () => {
  void stop()
    .then(() => postgres.stop())
    .then(() => rmSync(folder, { recursive: true, force: true }))
    .then(() => process.exit(0))
})
