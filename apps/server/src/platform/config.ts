import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import path from 'node:path'
import { RoleName } from '@shengmian/contract'
import { readSecret } from './read-secret.ts'
import type { TlsFiles } from './tls.ts'
import type { Scanner } from './virus-check.ts'

export interface Config {
  /** Where the embedded database, the secret and uploads live. */
  readonly dataFolder: string
  /** Replaces the embedded database: a PostgreSQL of version 15 or newer, as a user that may create roles. */
  readonly databaseUrl: string | null
  readonly host: string
  readonly port: number
  /** Files of a certificate and its key, where the product itself speaks TLS. */
  readonly tls: TlsFiles | null
  /** The address people type, when a proxy stands in front. */
  readonly publicUrl: string | null
  /** Keys of seals and sessions; never logged. */
  readonly secret: string
  /** What the passwords of the database roles come from: new at each start and in memory only, unless several processes must agree. */
  readonly roleSecret: string
  /** The built staff pages, where they do not lie in the project. */
  readonly pagesFolder: string
  /** The identity provider that people may sign in with; `null`: passphrases only. */
  readonly identityProvider: {
    readonly issuer: string
    readonly clientId: string
    readonly clientSecret: string
    readonly name: string
  } | null
  /** Public keys of roots, 64 hexadecimal digits each, for desks that do not name theirs (decision 0087). */
  readonly reportRoots: readonly string[]
  /** Hours up to which a sealed report waits before its team sees it (decision 0092); none in the demonstration, unless asked for. */
  readonly holdHours: number
  /** Addresses of the proxies in front, as `127.0.0.1` or `10.0.0.0/8`; none: no header says where a request comes from. */
  readonly proxies: readonly string[]
  /** The virus scanner that uploaded files are shown to; `null`: none. */
  readonly scanner: Scanner | null
  /** Standing roles that must have a second factor (decision 0107); none in the demonstration, unless asked for. */
  readonly secondFactorOf: readonly RoleName[]
  /** Loads the demonstration world into an empty database, with logins that everybody knows. */
  readonly demonstration: boolean
}

/** Reads the settings from the environment; makes the secret once. */
export function readConfig(environment: NodeJS.ProcessEnv, projectFolder: string): Config {
  const dataFolder = path.resolve(environment['SHENGMIAN_DATA'] ?? path.join(projectFolder, 'data'))
  const port = Number(environment['PORT'] ?? '8420')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a number from 0 to 65535, not "${environment['PORT']}"`)
  const demonstration = wantsDemonstration(environment)
  const tls = readTlsFiles(environment)
  const proxies = readProxies(environment['SHENGMIAN_PROXY'] ?? '')
  if (tls === null && proxies.length === 0 && !isLoopback(environment))
    throw new Error(
      `HOST=${environment['HOST']}：不经 TLS，口令会明文经过网络。请设 SHENGMIAN_TLS_CERT 和 SHENGMIAN_TLS_KEY，或在 SHENGMIAN_PROXY 写明前面的代理 · ` +
        'without TLS passphrases would cross the network in clear: set SHENGMIAN_TLS_CERT and SHENGMIAN_TLS_KEY, or name the proxies in front in SHENGMIAN_PROXY',
    )
  const secret = readSecret(environment, 'SHENGMIAN_SECRET') ?? keptSecret(dataFolder)
  return {
    dataFolder,
    databaseUrl: readSecret(environment, 'DATABASE_URL'),
    host: environment['HOST'] ?? '127.0.0.1',
    port,
    tls,
    publicUrl: environment['PUBLIC_URL'] ?? null,
    secret,
    roleSecret: sharesRoles(environment) ? secret : randomBytes(32).toString('hex'),
    pagesFolder: path.resolve(environment['SHENGMIAN_PAGES'] ?? path.join(projectFolder, 'apps/web/dist')),
    identityProvider: readProvider(environment),
    reportRoots: readRoots(environment['SHENGMIAN_REPORT_ROOT'] ?? ''),
    holdHours: readHold(environment['SHENGMIAN_HOLD_HOURS'] ?? (demonstration ? '0' : '6')),
    scanner: readScanner(environment['SHENGMIAN_CLAMD']),
    proxies,
    secondFactorOf: readRoles(environment['SHENGMIAN_SECOND_FACTOR'] ?? (demonstration ? 'off' : MOST_TO_LOSE)),
    demonstration,
  }
}

/** Where others than this machine can come, nobody gets the well-known logins who has not asked for them. */
function wantsDemonstration(environment: NodeJS.ProcessEnv): boolean {
  const isReached = environment['PUBLIC_URL'] !== undefined || !isLoopback(environment)
  return (environment['SHENGMIAN_DEMONSTRATION'] ?? (isReached ? 'off' : 'on')) !== 'off'
}

function isLoopback(environment: NodeJS.ProcessEnv): boolean {
  return ['127.0.0.1', 'localhost', '::1'].includes(environment['HOST'] ?? '127.0.0.1')
}

function readTlsFiles(environment: NodeJS.ProcessEnv): TlsFiles | null {
  const [cert, key] = [environment['SHENGMIAN_TLS_CERT'], environment['SHENGMIAN_TLS_KEY']]
  if (cert === undefined && key === undefined) return null
  if (cert === undefined || key === undefined)
    throw new Error('SHENGMIAN_TLS_CERT 与 SHENGMIAN_TLS_KEY 要一起设置 · SHENGMIAN_TLS_CERT and SHENGMIAN_TLS_KEY go together')
  return { cert: path.resolve(cert), key: path.resolve(key) }
}

/** Whether several processes serve one database: a new password would shut the others out. */
function sharesRoles(environment: NodeJS.ProcessEnv): boolean {
  const said = environment['SHENGMIAN_ROLE_PASSWORDS'] ?? 'new'
  if (said !== 'new' && said !== 'shared') throw new Error(`SHENGMIAN_ROLE_PASSWORDS must be new or shared, not "${said}"`)
  return said === 'shared'
}

function readProvider(environment: NodeJS.ProcessEnv): Config['identityProvider'] {
  const issuer = environment['SHENGMIAN_OIDC_ISSUER']
  if (issuer === undefined) return null
  const clientId = environment['SHENGMIAN_OIDC_CLIENT']
  const clientSecret = readSecret(environment, 'SHENGMIAN_OIDC_SECRET')
  if (clientId === undefined || clientSecret === null)
    throw new Error('SHENGMIAN_OIDC_ISSUER needs SHENGMIAN_OIDC_CLIENT and SHENGMIAN_OIDC_SECRET beside it')
  return { issuer, clientId, clientSecret, name: environment['SHENGMIAN_OIDC_NAME'] ?? '统一身份认证' }
}

/** Who reaches accounts, records of reads, leads and plans; people who come once in months are left to decide for themselves. */
const MOST_TO_LOSE = 'system-admin,security-admin,audit-admin,case-management,office,leading-group'

function readRoles(listed: string): readonly RoleName[] {
  const known: readonly RoleName[] = RoleName.enum
  return (listed === 'off' ? [] : listed.split(',')).map((one) => {
    const role = known.find((name) => name === one.trim())
    if (role !== undefined) return role
    throw new Error(
      `SHENGMIAN_SECOND_FACTOR must be off or list roles of ${known.join(', ')}, joined with commas; "${one}" is none`,
    )
  })
}

function readScanner(where: string | undefined): Scanner | null {
  if (where === undefined) return null
  if (path.isAbsolute(where)) return { path: where }
  const [, host, port] = /^([^:/\s]+):(\d{1,5})$/.exec(where) ?? []
  if (host === undefined) throw new Error(`SHENGMIAN_CLAMD must be the socket file of clamd or HOST:PORT, not "${where}"`)
  return { host, port: Number(port) }
}

function readHold(hours: string): number {
  if (!/^\d{1,2}$/.test(hours) || Number(hours) > 12) throw new Error(`SHENGMIAN_HOLD_HOURS must be from 0 to 12, not "${hours}"`)
  return Number(hours)
}

function readProxies(listed: string): readonly string[] {
  const proxies = listed.split(',').filter((one) => one !== '')
  const wrong = proxies.find((one) => {
    const [address = '', bits, ...more] = one.split('/')
    return isIP(address) === 0 || more.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))
  })
  if (wrong !== undefined) throw new Error(`SHENGMIAN_PROXY must list addresses, joined with commas; "${wrong}" is none`)
  return proxies
}

function readRoots(listed: string): readonly string[] {
  const roots = listed.split(',').filter((root) => root !== '')
  if (roots.some((root) => !/^[0-9a-f]{64}$/.test(root)))
    throw new Error('SHENGMIAN_REPORT_ROOT must be the 64 hexadecimal digits of root.pub; several are joined with commas')
  return roots
}

function keptSecret(dataFolder: string): string {
  const file = path.join(dataFolder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
