import { rename } from 'node:fs/promises'
import { DuckDBInstance } from '@duckdb/node-api'
import { quoted } from './quoted.ts'

/** Turns the table of pairs that was written as CSV into Parquet, in its place. */
export async function csvToParquet(file: string, idType: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '512MB' })
  const connection = await instance.connect()
  const columns = `{'person': '${idType}', 'insider': '${idType}', 'strength': 'USMALLINT'}`
  const parquet = `${file}.parquet`
  try {
    await connection.run(
      `copy (from read_csv(${quoted(file)}, header = true, columns = ${columns})) to ${quoted(parquet)} (format parquet)`,
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  await rename(parquet, file)
}
