// Starts and kills the server, and plants the desk that it serves.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type pg from 'pg'

export const DESK = 'bench1'

export interface Running {
  readonly port: number
  readonly child: ChildProcess
  /** What it has said on both outputs: the log. */
  readonly said: () => string
  readonly stop: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>
}

/** Starts the server, with the built pages of a folder if one is given, and waits until it listens. */
export async function startServer(url: string, port = 0, pages: string | null = null): Promise<Running> {
  const script = path.join(import.meta.dirname, 'serve.ts')
  const child = spawn(process.execPath, [script, url, String(port), ...(pages === null ? [] : [pages])], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = once(child, 'exit')
  const listening = new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      said += `${line}\n`
      const found = /^listens (\d+)$/.exec(line)?.[1]
      if (found !== undefined) resolve(Number(found))
    })
    child.once('exit', () => reject(new Error(`the server ended before it listened: ${said}`)))
  })
  return {
    port: await listening,
    child,
    said: () => said,
    stop: async (signal) => {
      child.kill(signal)
      await ended
    },
  }
}

export async function plantDesk(admin: pg.Client): Promise<void> {
  await admin.query('begin')
  await admin.query('set local session_replication_role = replica')
  const round = '01900000-0000-7000-8000-000000000001'
  await admin.query(
    `insert into rounds.round (authority, id, year, number, title, kinds, mode, types, elevated, starts, planned_ends, ends, created_by, created_at)
     values (421003000000, $1, 2026, 1, '交叉巡察', '{routine}', 'pooled', '{}', false, '2026-11-01', '2099-12-31', '2099-12-31', $1, now())`,
    [round],
  )
  await admin.query(`insert into intake.desk (code, authority, round, until) values ($1, 421003000000, $2, '2099-12-31')`, [
    DESK,
    round,
  ])
  await admin.query('commit')
}
