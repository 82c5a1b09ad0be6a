// The demonstration world: eight rounds on real places with invented people, loaded once into a new database.
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'
import { isInUse, loadDemonstrationAccounts, type DemonstrationLogin } from './modules/access/index.ts'
import { loadDemonstrationRegistry, type DemonstrationWorld } from './modules/registry/index.ts'
import { loadDemonstrationRounds, type DemonstrationRounds } from './modules/rounds/index.ts'

type World = DemonstrationWorld & DemonstrationRounds

const folder = path.join(import.meta.dirname, '../demo')

/**
 * Loads the world unless this database has it already, and answers the logins, one for each role.
 * A product that holds people of its own is left alone: `null`.
 */
export async function loadDemonstration(adminUrl: string): Promise<readonly DemonstrationLogin[] | null> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('set role shengmian_owner')
    const { rowCount } = await client.query('select 1 from platform.demonstration')
    if (rowCount === 0) {
      if (await isInUse(adminUrl)) return null
      const worlds = await readWorlds()
      await loadDemonstrationRegistry(adminUrl, worlds)
      await loadDemonstrationRounds(adminUrl, worlds)
      await client.query('insert into platform.demonstration default values')
    }
    return await loadDemonstrationAccounts(adminUrl)
  } finally {
    await client.end()
  }
}

async function readWorlds(): Promise<readonly World[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as World))
}
