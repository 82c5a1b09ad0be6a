// Vitest's global set-up of the `database` project: one real PostgreSQL for the run, migrated once into a template
// that every test file clones. Nothing is shared between files but the server process.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { prepareDatabase } from '@shengmian/server/compose'
import { startEmbeddedPostgres } from '@shengmian/server/embedded-postgres'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

export const TEST_SECRET = 'for tests only'
export const TEMPLATE = 'shengmian_template'

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string
  }
}

/** Starts the cluster (or uses TEST_DATABASE_URL), makes the template, and hands the tests its address. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['TEST_DATABASE_URL']
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-test-'))
  const embedded = given === undefined ? await startEmbeddedPostgres({ folder, isThrowaway: true }) : null
  const adminUrl = given ?? embedded?.adminUrl ?? ''
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`drop database if exists ${TEMPLATE} with (force)`)
  await client.query(`create database ${TEMPLATE}`)
  await client.end()
  const template = new URL(adminUrl)
  template.pathname = `/${TEMPLATE}`
  await prepareDatabase(template.href, TEST_SECRET)
  project.provide('adminUrl', adminUrl)
  return async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
