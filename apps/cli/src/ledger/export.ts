import { mkdir, readdir } from 'node:fs/promises'
import pg from 'pg'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { readOptions } from '../read-options.ts'
import { note, say, type Words } from '../words.ts'
import { addressOfFolder } from './database-address.ts'
import { exportLedger } from './export-ledger.ts'

/** `shengmian ledger export FOLDER [--database ADDRESS | --data FOLDER] [--without-rows]` */
export async function runLedgerExport(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, { files: ['FOLDER'], values: ['database', 'data'], flags: ['without-rows'] })
  if (options.kind === 'refused') return refuse(options.why)
  const { files, values, flags } = options.taken
  const [folder = ''] = files
  const address = values['database'] ?? process.env['DATABASE_URL'] ?? addressOfFolder(values['data'] ?? 'data')
  if (address === null)
    return refuse({
      zh: '找不到正在运行的数据库：用 --database 地址，或 --data 数据文件夹',
      en: 'no running database found: give --database ADDRESS or --data FOLDER',
    })
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0) return refuse({ zh: `${folder}：不是空文件夹`, en: `${folder}: is not empty` })
  const client = new pg.Client({ connectionString: address })
  try {
    await client.connect()
    const exported = await exportLedger(client, folder, !flags.has('without-rows'))
    if (exported === null) return refuse({ zh: '存证日志还没有检查点', en: 'the ledger has no checkpoint yet' })
    say({
      zh: `已导出${exported.entries}条、数据${exported.rows}行至${folder}`,
      en: `${exported.entries} entries and ${exported.rows} rows written to ${folder}`,
    })
    if (!flags.has('without-rows'))
      note({
        zh: 'rows.jsonl 与 salts.bin 含业务内容，请勿外传',
        en: 'rows.jsonl and salts.bin hold business: do not pass them on',
      })
    return EXIT.done
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) && !(error instanceof Error && 'code' in error)) throw error
    return refuse({ zh: `数据库：${error.message}`, en: `database: ${error.message}` })
  } finally {
    await client.end()
  }
}

function refuse(why: Words): ExitCode {
  note(why)
  return EXIT.badInput
}
