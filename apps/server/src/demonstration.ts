// The demonstration world: eight rounds on real places with invented people, loaded once into a new database.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { datedFor, type World } from './demonstration-dates.ts'
import { isInUse, loadDemonstrationAccounts, type DemonstrationLogin } from './modules/access/index.ts'
import { loadDemonstrationRegistry } from './modules/registry/index.ts'
import { loadDemonstrationRounds } from './modules/rounds/index.ts'

const folder = path.join(import.meta.dirname, '../demo')

/**
 * Loads the world, dated for the day, unless this database has it already, and answers the logins, one for each role.
 * A product that holds people of its own is left alone: `null`.
 */
export async function loadDemonstration(adminUrl: string, day: string): Promise<readonly DemonstrationLogin[] | null> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('set role shengmian_owner')
    const { rowCount } = await client.query('select 1 from platform.demonstration')
    if (rowCount === 0) {
      if (await isInUse(adminUrl)) return null
      const worlds = (await readWorlds()).map((world) => datedFor(day, world))
      await loadDemonstrationRegistry(adminUrl, worlds)
      await loadDemonstrationRounds(adminUrl, worlds)
      await client.query('insert into platform.demonstration default values')
    }
    return await loadDemonstrationAccounts(adminUrl)
  } finally {
    await client.end()
  }
}

/**
 * Stops the start on a database that holds the demonstration: its logins, administrators among them, stand in the source, and turning
 * the demonstration off takes none of them away.
 */
export async function refuseDemonstration(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('set role shengmian_owner')
    const { rowCount } = await client.query('select 1 from platform.demonstration')
    if (rowCount === 0) return
    throw new Error(
      '这个数据库里有演示账号，口令人人皆知：正式使用请换新的数据库或 SHENGMIAN_DATA；只想继续演示请设 SHENGMIAN_DEMONSTRATION=on · ' +
        'this database holds the demonstration’s accounts, whose passphrase everybody knows: begin with a new database or SHENGMIAN_DATA; to go on with the demonstration set SHENGMIAN_DEMONSTRATION=on',
    )
  } finally {
    await client.end()
  }
}

async function readWorlds(): Promise<readonly World[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as World))
}
