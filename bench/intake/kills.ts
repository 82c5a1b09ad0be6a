// The server is killed under load, every second time with its database; then every acknowledged report must be there, once, under its number.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { prepareDatabase } from '../../apps/server/src/compose.ts'
import { startEmbeddedPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts'
import type { Measure } from '../figure.ts'
import { homeOf, SECRET } from '../ledger/with-cluster.ts'
import { DESK, plantDesk, startServer } from './intake-server.ts'
import { ENVELOPE_BYTES, makeSubmission, openConnection, readNumber, submit, workFor, type Submission } from './phones.ts'

const PHONES = 64

interface Outcome {
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly kills: number
}

export const measureKills: Measure = async ({ quick }) => {
  const sound = await killOften(quick ? 4 : 200, quick ? 0 : 100_000, false)
  const control = await killOften(quick ? 2 : 5, 0, true)
  const how = `${PHONES} phones; the server is killed with SIGKILL after one to two seconds, every second time PostgreSQL and all its processes with it, and started again; phones send what was not acknowledged once more under the same key`
  return [
    {
      figure: 'acknowledged reports lost',
      value: sound.lost,
      unit: `of ${sound.acknowledged}`,
      target: quick ? '0 (quick: fewer kills)' : '0 of at least 100,000',
      holds: sound.lost === 0 && sound.acknowledged >= (quick ? 1_000 : 100_000),
      how: `${sound.kills} kills; ${how}${quick ? '; whole: 200 kills' : ''}`,
    },
    {
      figure: 'reports stored twice',
      value: sound.doubled,
      unit: `of ${sound.acknowledged}`,
      target: '0',
      holds: sound.doubled === 0,
      how,
    },
    {
      figure: 'control: acknowledged reports lost with asynchronous commit',
      value: control.lost,
      unit: `of ${control.acknowledged}`,
      target: '> 0: the measurement sees a loss',
      holds: control.lost > 0,
      how: `the same with synchronous_commit = off for the role of the intake, the database killed every time, ${control.kills} kills`,
    },
  ]
}

async function killOften(kills: number, atLeast: number, isAsynchronous: boolean): Promise<Outcome> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-kills-'))
  const acknowledged = new Map<string, number>()
  let done = 0
  try {
    await inCluster(folder, (url) => prepare(url, isAsynchronous))
    // PostgreSQL's keeper gives up after five deaths, as it should; so it is started anew after every eight kills.
    while (done < kills || acknowledged.size < atLeast) {
      done += await inCluster(folder, (url) =>
        killSome(Math.min(8, Math.max(1, kills - done)), { url, folder, acknowledged, isAsynchronous }),
      )
    }
    const { lost, doubled } = await inCluster(folder, (url) => compare(url, acknowledged))
    return { acknowledged: acknowledged.size, lost, doubled, kills: done }
  } finally {
    rmSync(homeOf(path.join(folder, 'postgres')), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

async function inCluster<T>(folder: string, work: (url: string) => Promise<T>): Promise<T> {
  const cluster = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })
  try {
    return await work(cluster.adminUrl)
  } finally {
    await cluster.stop()
  }
}

async function prepare(url: string, isAsynchronous: boolean): Promise<void> {
  await prepareDatabase(url, SECRET)
  await ask(url, plantDesk)
  if (!isAsynchronous) return
  await ask(url, (client) => client.query('alter role shengmian_intake set synchronous_commit = off'))
  await ask(url, (client) => client.query(`alter system set wal_writer_delay = '10s'`))
}

async function killSome(
  kills: number,
  at: {
    readonly url: string
    readonly folder: string
    readonly acknowledged: Map<string, number>
    readonly isAsynchronous: boolean
  },
): Promise<number> {
  for (let kill = 0; kill < kills; kill += 1) {
    const server = await startServer(at.url)
    const isStopped = { now: false }
    const phones = Array.from({ length: PHONES }, () => phone(server.port, at.acknowledged, isStopped))
    await new Promise((resolve) => setTimeout(resolve, 1_000 + kill * 100))
    const isOfDatabase = kill % 2 === 1 || (at.isAsynchronous && kill < 5)
    if (isOfDatabase) killDatabase(at.folder)
    await server.stop('SIGKILL')
    isStopped.now = true
    await Promise.all(phones)
    if (isOfDatabase) await isBack(at.url)
  }
  return kills
}

/** What was on its way when the server died: sent again by the next phones, as an outbox would. */
const unanswered: Submission[] = []

async function phone(port: number, acknowledged: Map<string, number>, isStopped: { readonly now: boolean }): Promise<void> {
  const connection = openConnection(port)
  while (!isStopped.now) {
    const submission = unanswered.pop() ?? makeSubmission()
    try {
      const { number, envelope } = readNumber(await submit(connection, submission, await workFor(connection, ENVELOPE_BYTES)))
      if (envelope !== submission.hash) throw new Error('another report was acknowledged')
      acknowledged.set(envelope, number)
    } catch {
      unanswered.push(submission)
      break
    }
  }
  connection.close()
}

function killDatabase(folder: string): void {
  const [pidFile = ''] = execFileSync('find', [homeOf(path.join(folder, 'postgres')), '-name', 'postmaster.pid'], {
    encoding: 'utf8',
  }).split('\n')
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' }).split('\n')
  for (const pid of [postmaster, ...children.map(Number)]) {
    try {
      if (pid > 0) process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself meanwhile.
    }
  }
}

async function isBack(url: string): Promise<void> {
  for (let left = 300; left > 0; left -= 1) {
    try {
      await ask(url, (client) => client.query('select 1'))
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
  throw new Error('the database did not come back')
}

async function compare(url: string, acknowledged: ReadonlyMap<string, number>): Promise<{ lost: number; doubled: number }> {
  const { rows } = await ask(url, (client) =>
    client.query<{ hash: string; number: string }>(
      `select encode(hash, 'hex') as hash, number from intake.report where desk = $1`,
      [DESK],
    ),
  )
  const numbers = new Map<string, number[]>()
  for (const { hash, number } of rows) numbers.set(hash, [...(numbers.get(hash) ?? []), Number(number)])
  let lost = 0
  for (const [hash, number] of acknowledged) if (numbers.get(hash)?.includes(number) !== true) lost += 1
  return { lost, doubled: [...numbers.values()].filter(({ length }) => length > 1).length }
}

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { default: postgres } = await import('pg')
  const client = new postgres.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
