// What SQL run through the application could do in somebody's session: the database alone stands against it.
import type { TestServer } from '@shengmian/testing'
import type { Planted } from './accounts.ts'

/** Runs a statement as the application's role in a person's session, and takes it back. */
export async function asApplication(
  { server }: TestServer,
  who: Planted,
  statement: string,
): Promise<{ rows: unknown[]; rowCount: number | null }> {
  const client = await server.database.pool('app').connect()
  try {
    await client.query('begin')
    await client.query('select access.enter($1)', [who.token])
    return await client.query(statement)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
