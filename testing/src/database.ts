import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { TEMPLATE, TEST_SECRET } from './cluster.ts'

export interface TestDatabase {
  /** Of the superuser, for planting rows past all policies and for looking at what is really there. */
  readonly admin: pg.Pool
  readonly adminUrl: string
  readonly secret: string
  readonly drop: () => Promise<void>
}

/** A database of one's own, cloned from the migrated template or with nothing in it; drop it in `afterAll`. */
export async function openTestDatabase({ isEmpty = false }: { readonly isEmpty?: boolean } = {}): Promise<TestDatabase> {
  const clusterUrl = inject('adminUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onCluster(clusterUrl, `create database ${name}${isEmpty ? '' : ` template ${TEMPLATE}`}`)
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  const admin = new pg.Pool({ connectionString: url.href, max: 3 })
  admin.on('error', () => undefined)
  return {
    admin,
    adminUrl: url.href,
    secret: TEST_SECRET,
    drop: async () => {
      await admin.end()
      await onCluster(clusterUrl, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onCluster(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
