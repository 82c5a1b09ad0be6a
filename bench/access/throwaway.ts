// A database for one measure, thrown away after it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '@shengmian/server/embedded-postgres'

export const SECRET = 'for this measure only'

export async function withDatabase<T>(work: (adminUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-access-'))
  const database = await startEmbeddedPostgres({ folder, isThrowaway: true })
  try {
    return await work(database.adminUrl)
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
