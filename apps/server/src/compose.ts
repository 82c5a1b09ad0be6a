// The table of contents: every part of the server and how they hang together.
import type { ServerOptions } from 'node:https'
import type { RoleName } from '@shengmian/contract'
import type { FastifyInstance } from 'fastify'
import { healthRoutes, type HealthCheck } from './http/health.ts'
import { makeServer } from './http/server.ts'
import {
  accessRoutes,
  accessWatch,
  applyPolicies,
  makeIdentityProvider,
  openSignInDesk,
  type ProviderSettings,
} from './modules/access/index.ts'
import { deskRoutes } from './modules/desks/index.ts'
import { inboxRoutes } from './modules/inbox/index.ts'
import { intakeRoutes, openIntake, watchDisk, type Intake, type Terms } from './modules/intake/index.ts'
import { leadRoutes } from './modules/leads/index.ts'
import { coverTables, ledgerRoutes, runLedger, type RunningLedger } from './modules/ledger/index.ts'
import { importDivisions, registryRoutes, type ImportedDivisions } from './modules/registry/index.ts'
import {
  loadRoundSteps,
  resumeComparisons,
  resumeCalendars,
  resumeDraws,
  resumeProposals,
  roundsJobs,
  roundsRoutes,
} from './modules/rounds/index.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { openDatabase, type Database } from './platform/database.ts'
import { dropOldKeys } from './platform/idempotency.ts'
import { migrate } from './platform/migrate.ts'
import { installJobQueue, startJobs } from './platform/job-queue.ts'
import { prepareRoles } from './platform/roles.ts'
import type { Transact } from './platform/transaction.ts'
import { refuseInfected, type Scanner } from './platform/virus-check.ts'

export interface Parts {
  /** Of a PostgreSQL user that may create roles. */
  readonly adminUrl: string
  readonly secret: string
  /** What the passwords of the database roles were made from; without it the secret. */
  readonly roleSecret?: string
  /** The built staff pages; `null` serves the API alone. */
  readonly pages: string | null
  /** Whether people reach the product over https: the cookie then never travels otherwise. */
  readonly isSecure: boolean
  /** TLS of our own; without it, plain http to this machine and to `proxies` alone. */
  readonly tls?: ServerOptions | null
  /** Host name and origin of the pages, which passkeys belong to; without it this machine, at any port. */
  readonly site?: { readonly host: string; readonly origin: string | null }
  /** The province's identity provider, where the installation is joined to one. */
  readonly identityProvider?: ProviderSettings | null
  /** Standing roles that must have a second factor; without it none. */
  readonly secondFactorOf?: readonly RoleName[]
  readonly version: string
  /** Keys, witnesses and files of the ledger; without it changes wait until a server with one sequences them. */
  readonly ledgerFolder?: string
  readonly clock?: Clock
  /** What the public intake asks for; other than usual where it is measured. */
  readonly intakeTerms?: Terms
  /** Hours up to which a report waits before its team sees it; without it, as usual. */
  readonly holdHours?: number
  /** Public keys of the roots whose manifests this installation publishes. */
  readonly reportRoots?: readonly string[]
  /** Bytes that are free where the database writes; without it there is always room. */
  readonly freeBytes?: () => Promise<number>
  readonly log?: boolean | { readonly write: (line: string) => void }
  /** Addresses of proxies in front whose word on where a request comes from is believed. */
  readonly proxies?: readonly string[]
  /** The virus scanner that uploaded files are shown to; without it none. */
  readonly scanner?: Scanner | null
  /** Set around the transactions of requests: tests look into each before it ends. */
  readonly around?: (transact: Transact) => Transact
}

export interface Composed {
  readonly app: FastifyInstance
  readonly database: Database
  readonly ledger: RunningLedger | null
  readonly intake: Intake
  readonly stop: () => Promise<void>
}

/** Brings the schema up to date: roles, tables, the policies generated from their spec, the ledger's triggers, the job queue. */
export async function prepareDatabase(adminUrl: string, roleSecret: string): Promise<void> {
  await prepareRoles(adminUrl, roleSecret)
  await migrate(adminUrl, [applyPolicies, loadRoundSteps, coverTables])
  await installJobQueue(adminUrl, roleSecret)
}

/** Imports the places of China and their village units once; `within` cuts them to some places, for tests. */
export async function loadDivisions(adminUrl: string, within: readonly string[] | null = null): Promise<ImportedDivisions> {
  return importDivisions(adminUrl, within)
}

function providerOf({ identityProvider }: Parts) {
  return identityProvider === undefined || identityProvider === null ? null : makeIdentityProvider(identityProvider)
}

/** Puts the server together on a prepared database. */
export async function compose(parts: Parts): Promise<Composed> {
  const database = openDatabase(parts.adminUrl, parts.roleSecret ?? parts.secret, {
    app: 10,
    auth: 4,
    lead: 3,
    worker: 4,
    ledger: 2,
    audit: 2,
    intake: 4,
  })
  const disk = watchDisk(parts.freeBytes ?? (() => Promise.resolve(Number.MAX_SAFE_INTEGER)))
  await disk.look()
  const checks: readonly HealthCheck[] = [
    {
      name: 'disk',
      check: async () => {
        await disk.look()
        return disk.room() === 'spent'
          ? { state: 'down', note: 'less than 1 GB is free: photos and voice are put off' }
          : { state: 'up', note: disk.room() === 'short' ? 'less than 5 GB are free' : 'has room' }
      },
    },
    {
      name: 'database',
      check: async () => {
        await database.pool('app').query('select 1')
        return { state: 'up', note: 'answers' }
      },
    },
  ]
  const clock = parts.clock ?? systemClock
  const desk = openSignInDesk({
    pool: database.pool('auth'),
    secret: parts.secret,
    secure: parts.isSecure,
    site: parts.site ?? { host: 'localhost', origin: null },
    demandedOf: parts.secondFactorOf ?? [],
    now: () => clock.now().getTime(),
  })
  let ledger: RunningLedger | null = null
  const transact = parts.around?.(database.transact) ?? database.transact
  const intake = openIntake({
    transact: database.transact,
    clock,
    secret: parts.secret,
    roots: parts.reportRoots ?? [],
    disk,
    ...(parts.intakeTerms === undefined ? {} : { terms: parts.intakeTerms }),
    ...(parts.holdHours === undefined ? {} : { holdHours: parts.holdHours }),
  })
  const app = await makeServer({
    transact,
    identify: desk.identify,
    watch: accessWatch(database.record),
    clock: parts.clock ?? systemClock,
    examine: async (file) => {
      if (parts.scanner !== undefined && parts.scanner !== null) await refuseInfected(parts.scanner, file)
    },
    routes: [
      ...healthRoutes(parts.version, checks),
      ...accessRoutes({ desk, transact, provider: providerOf(parts) }),
      ...registryRoutes(),
      ...roundsRoutes(database.transact),
      ...leadRoutes(parts.secret),
      ...inboxRoutes,
      ...deskRoutes(intake.acknowledge),
      ...ledgerRoutes(() => ledger, parts.pages),
    ],
    extend: (server) => intakeRoutes(server, intake),
    version: parts.version,
    pages: parts.pages,
    log: parts.log ?? false,
    isSecure: parts.isSecure,
    tls: parts.tls ?? null,
    proxies: parts.proxies ?? [],
  })
  if (parts.ledgerFolder !== undefined) {
    const onFailure = (error: Error) => app.log.error({ err: error }, 'ledger')
    ledger = await runLedger({ transact: database.transact, clock, folder: parts.ledgerFolder, onFailure })
  }
  const jobs = await startJobs(database.pool('worker'), roundsJobs(database.transact, parts.clock ?? systemClock), (error) =>
    app.log.error({ err: error }, 'job'),
  )
  await resumeProposals(database.transact)
  await resumeDraws(database.transact)
  await resumeComparisons(database.transact)
  await resumeCalendars(database.transact)
  const forgetOldKeys = () => database.transact({ kind: 'worker' }, (tx) => dropOldKeys(tx, clock.now()))
  await forgetOldKeys()
  const hourly = setInterval(() => {
    void forgetOldKeys().catch((error: unknown) => app.log.error({ err: error }, 'keys'))
    void intake.tidy().catch((error: unknown) => app.log.error({ err: error }, 'intake'))
  }, 3_600_000)
  hourly.unref()
  const release = () => void intake.release().catch((error: unknown) => app.log.error({ err: error }, 'release'))
  release()
  const releasing = setInterval(release, 60_000)
  releasing.unref()
  const looking = setInterval(() => void disk.look().catch((error: unknown) => app.log.error({ err: error }, 'disk')), 30_000)
  looking.unref()
  return {
    app,
    database,
    ledger,
    intake,
    stop: async () => {
      clearInterval(hourly)
      clearInterval(releasing)
      clearInterval(looking)
      await app.close()
      await jobs.stop()
      await ledger?.stop()
      await database.close()
    },
  }
}
