// Starts the server and stops it on a signal. No logic of its own.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compose, loadDivisions, prepareDatabase } from './compose.ts'
import { loadDemonstration } from './demonstration.ts'
import { makeFirstAccount } from './modules/access/index.ts'
import { placeRegister } from './modules/registry/index.ts'
import { readConfig } from './platform/config.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres/index.ts'

const project = path.resolve(import.meta.dirname, '../../..')
const config = readConfig(process.env, project)
const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as { version: string }

const embedded =
  config.databaseUrl === null ? await startEmbeddedPostgres({ folder: path.join(config.dataFolder, 'postgres') }) : null
const adminUrl = config.databaseUrl ?? embedded?.adminUrl ?? ''
await prepareDatabase(adminUrl, config.secret)
const divisions = await loadDivisions(adminUrl)
// Read now, so that the first who looks for a place need not wait for it.
placeRegister()
if (divisions.isNew) console.log(`${divisions.places} places and ${divisions.units} village units imported`)
const logins = config.demonstration ? await loadDemonstration(adminUrl) : null
const first = logins === null ? await makeFirstAccount(adminUrl) : null
const server = await compose({
  adminUrl,
  secret: config.secret,
  pages: existsSync(path.join(config.pagesFolder, 'index.html')) ? config.pagesFolder : null,
  isSecure: config.publicUrl?.startsWith('https:') ?? false,
  version,
  log: true,
})
await server.app.listen({ host: config.host, port: config.port })
const address = server.app.server.address()
const port = typeof address === 'object' && address !== null ? address.port : config.port
console.log(`生面 Shengmian ${version}  http://${config.host}:${port}`)
if (logins !== null) {
  console.log(`演示账号 demonstration accounts, passphrase: ${logins[0]?.passphrase ?? ''}`)
  for (const login of logins) console.log(`  ${login.signInName.padEnd(22)} ${login.body} ${login.role} ${login.name}`)
}
if (first !== null) console.log(`首个账号 first account, shown once: ${first.signInName}  ${first.passphrase}`)

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  await server.stop()
  await embedded?.stop()
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())
