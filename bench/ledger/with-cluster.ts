import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { prepareDatabase } from '../../apps/server/src/compose.ts'
import { startEmbeddedPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts'

export interface Bench {
  readonly url: string
  readonly admin: pg.Client
  readonly folder: string
}

export const SECRET = 'for measuring only'

/** Works on a cluster of its own with durable commits, as in production, with the schema in place. */
export async function withCluster<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-'))
  const cluster = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })
  try {
    await prepareDatabase(cluster.adminUrl, SECRET)
    const admin = new pg.Client({ connectionString: cluster.adminUrl })
    await admin.connect()
    try {
      return await work({ url: cluster.adminUrl, admin, folder })
    } finally {
      await admin.end()
    }
  } finally {
    await cluster.stop()
    rmSync(homeOf(path.join(folder, 'postgres')), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Where the data are: beside the folder, if the database's account cannot enter it. */
export function homeOf(folder: string): string {
  const note = path.join(folder, 'postgres.json')
  return existsSync(note) ? (JSON.parse(readFileSync(note, 'utf8')) as { home: string }).home : folder
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
