// The desk of a round in the database of an installation, for whoever runs it: until staff pages do this, a technician publishes what the
// ceremony made and carries sealed files to those who can open them. It sees no more than the server does.
import pg from 'pg'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { addressOfFolder } from '../ledger/database-address.ts'
import { note } from '../words.ts'
import { refuse, type Given } from './report-files.ts'

/** Options that say where the database is. */
export const DATABASE = ['database', 'data', 'desk'] as const

/** Works in one transaction; an error of the database is said in its own words. */
export async function atDesk(
  { need, value }: Given,
  work: (client: pg.Client, desk: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const address = value('database') ?? process.env['DATABASE_URL'] ?? addressOfFolder(value('data') ?? 'data')
  if (address === null)
    return refuse(
      '找不到正在运行的数据库：用 --database 地址，或 --data 数据文件夹',
      'no running database found: give --database ADDRESS or --data FOLDER',
    )
  const desk = need('desk')
  const client = new pg.Client({ connectionString: address })
  try {
    await client.connect()
    await client.query('begin')
    const exit = await work(client, desk)
    await client.query('commit')
    return exit
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) && !(error instanceof Error && 'code' in error)) throw error
    note({ zh: `数据库：${error.message}`, en: `database: ${error.message}` })
    return EXIT.badInput
  } finally {
    await client.end()
  }
}

/** Today in China: the intake keeps days and nothing finer. */
export const TODAY = `(now() at time zone 'Asia/Shanghai')::date`
