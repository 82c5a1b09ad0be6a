// The server is killed under load, every second time with its database; then every acknowledged report must be there, once, under its number.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import type { Measure } from '../figure.ts'
import { homeOf, withCluster } from '../ledger/with-cluster.ts'
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
  const control = await killOften(quick ? 2 : 10, 0, true)
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
  return withCluster(async ({ url, admin, folder }) => {
    await plantDesk(admin)
    if (isAsynchronous) {
      await admin.query('alter role shengmian_intake set synchronous_commit = off')
      await admin.query(`alter system set wal_writer_delay = '10s'`)
      await admin.query('select pg_reload_conf()')
    }
    // Its connection dies with the database; every question below makes one of its own.
    admin.on('error', () => undefined)
    const acknowledged = new Map<string, number>()
    let done = 0
    for (; done < kills || acknowledged.size < atLeast; done += 1) {
      const server = await startServer(url)
      const isStopped = { now: false }
      const phones = Array.from({ length: PHONES }, () => phone(server.port, acknowledged, isStopped))
      await new Promise((resolve) => setTimeout(resolve, 1_000 + (done % 10) * 100))
      if (isAsynchronous || done % 2 === 1) killDatabase(folder)
      await server.stop('SIGKILL')
      isStopped.now = true
      await Promise.all(phones)
      await isBack(url)
    }
    const { lost, doubled } = await compare(url, acknowledged)
    return { acknowledged: acknowledged.size, lost, doubled, kills: done }
  })
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
