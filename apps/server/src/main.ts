// Starts the server and stops it on a signal. No logic of its own.
import { existsSync, readFileSync } from 'node:fs'
import type { Server, ServerOptions } from 'node:https'
import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { THREAD_FLAG } from '@shengmian/dispatch/thread-flag'
import { compose, loadDivisions, prepareDatabase, type Composed } from './compose.ts'
import { loadDemonstration, refuseDemonstration } from './demonstration.ts'
import { makeFirstAccounts } from './modules/access/index.ts'
import { freeUnder } from './modules/intake/index.ts'
import { placeRegister } from './modules/registry/index.ts'
import { readConfig } from './platform/config.ts'
import { homesIn } from './platform/embedded-postgres/homes.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres/index.ts'
import { followTls, readTls, type TlsFiles } from './platform/tls.ts'

// Before the solver is compiled in any thread.
setFlagsFromString(THREAD_FLAG)

const project = path.resolve(import.meta.dirname, '../../..')
const config = readConfig(process.env, project)
const { version } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as { version: string }

const embedded =
  config.databaseUrl === null ? await startEmbeddedPostgres({ folder: path.join(config.dataFolder, 'postgres') }) : null
let server: Composed | null = null
let isStopping = false
async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  await server?.stop()
  await embedded?.stop()
  process.exit(code)
}
process.on('SIGINT', () => void stop(0))
process.on('SIGTERM', () => void stop(0))

try {
  server = await start(config.databaseUrl ?? embedded?.adminUrl ?? '')
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
  if (!isStopping) {
    if (isTaken)
      console.error(
        `端口${config.port}已被占用，请另选：PORT=8421 npm start · port ${config.port} is taken; choose another: PORT=8421 npm start`,
      )
    else console.error(error)
  }
  await stop(1)
}

/** Passkeys belong to the host name that people type; without one it is this machine. */
function siteOf(publicUrl: string | null): { host: string; origin: string | null } {
  if (publicUrl === null) return { host: 'localhost', origin: null }
  const { hostname, origin } = new URL(publicUrl)
  return { host: hostname, origin }
}

function certificate(): ServerOptions | null {
  const host = config.publicUrl === null ? null : new URL(config.publicUrl).hostname
  return config.tls === null ? null : readTls(config.tls, host, new Date())
}

/** A renewed certificate is taken within a minute, or at once with SIGHUP; sessions that are open stay. */
function follow({ app }: Composed, files: TlsFiles): void {
  const { look } = followTls(app.server as unknown as Server, {
    files,
    read: () => certificate() ?? {},
    everyMs: 60_000,
    onFault: (error) => app.log.error({ err: error }, 'certificate'),
  })
  process.on('SIGHUP', look)
}

async function start(adminUrl: string): Promise<Composed> {
  const tls = certificate()
  await prepareDatabase(adminUrl, config.roleSecret)
  if (!config.demonstration) await refuseDemonstration(adminUrl)
  const divisions = await loadDivisions(adminUrl)
  // Read now, so that the first who looks for a place need not wait for it.
  placeRegister()
  if (divisions.isNew) console.log(`${divisions.places} places and ${divisions.units} village units imported`)
  const logins = config.demonstration ? await loadDemonstration(adminUrl, new Date().toISOString().slice(0, 10)) : null
  const first = logins === null ? await makeFirstAccounts(adminUrl) : null
  const composed = await compose({
    adminUrl,
    secret: config.secret,
    roleSecret: config.roleSecret,
    pages: existsSync(path.join(config.pagesFolder, 'index.html')) ? config.pagesFolder : null,
    isSecure: tls !== null || (config.publicUrl?.startsWith('https:') ?? false),
    tls,
    site: siteOf(config.publicUrl),
    identityProvider:
      config.identityProvider === null
        ? null
        : {
            ...config.identityProvider,
            returnTo: `${config.publicUrl ?? `http://localhost:${config.port}`}/sign-in/return`,
          },
    version,
    reportRoots: config.reportRoots,
    holdHours: config.holdHours,
    secondFactorOf: config.secondFactorOf,
    proxies: config.proxies,
    scanner: config.scanner,
    freeBytes: freeUnder(config.dataFolder),
    ledgerFolder: path.join(config.dataFolder, 'ledger'),
    log: true,
  })
  server = composed
  await composed.app.listen({ host: config.host, port: config.port })
  const address = composed.app.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  if (config.tls !== null) follow(composed, config.tls)
  console.log(`生面 Shengmian ${version}  ${tls === null ? 'http' : 'https'}://${config.host}:${port}`)
  if (logins !== null) {
    console.log(`演示账号 demonstration accounts, passphrase: ${logins[0]?.passphrase ?? ''}`)
    for (const login of logins) console.log(`  ${login.signInName.padEnd(22)} ${login.body} ${login.role} ${login.name}`)
  }
  const left = embedded === null ? 0 : homesIn().filter(({ state }) => state === 'left').length
  if (left > 0)
    console.log(
      `另有${left}个数据库，其数据文件夹已不在；查看和删除：npm run databases · databases whose folder is gone: ${left}; see npm run databases`,
    )
  for (const login of first ?? []) console.log(`首批账号 first accounts, shown once: ${login.signInName}  ${login.passphrase}`)
  return composed
}
