import type pg from 'pg'
import type { Manifest } from '@shengmian/sealing'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { say } from '../words.ts'
import { atDesk, DATABASE } from './desk-database.ts'
import { asCommand, readSigned, refuse, type Given } from './report-files.ts'

/**
 * `shengmian report publish --desk CODE --manifest M --root R [--authority N --round-id UUID --until DAY]`: publishes a manifest; the first one
 * opens the desk, for which the other three are needed.
 */
export function runPublish(args: readonly string[]): Promise<ExitCode> {
  const values = [...DATABASE, 'manifest', 'root', 'authority', 'round-id', 'until']
  return asCommand(args, { files: [], values }, async (given) => {
    const { bytes, manifest } = await readSigned(given.need('manifest'), given.need('root'))
    return atDesk(given, async (client, desk) => {
      if (manifest.round !== desk) return refuse(`钥匙单属于 ${manifest.round}`, `the manifest is for ${manifest.round}`)
      await open(client, desk, given)
      await add(client, desk, manifest, bytes)
      say({ zh: `${desk}：第${manifest.seq}期钥匙单已公布`, en: `${desk}: manifest ${manifest.seq} is published` })
      return EXIT.done
    })
  })
}

async function open(client: pg.Client, desk: string, { need }: Given): Promise<void> {
  const { rowCount } = await client.query('select 1 from intake.desk where code = $1', [desk])
  if (rowCount === 1) return
  await client.query('insert into intake.desk (code, authority, round, until) values ($1, $2, $3, $4)', [
    desk,
    need('authority'),
    need('round-id'),
    need('until'),
  ])
}

/** Numbers only rise: a phone that has seen a higher one takes no lower. */
async function add(client: pg.Client, desk: string, manifest: Manifest, bytes: Uint8Array): Promise<void> {
  const { rows } = await client.query<{ last: string | null }>('select max(seq) as last from intake.manifest where desk = $1', [
    desk,
  ])
  const last = rows[0]?.last ?? null
  if (last !== null && Number(last) >= manifest.seq)
    refuse(`已公布第${last}期，只能更新`, `manifest ${last} is published; only a higher one may follow`)
  await client.query('insert into intake.manifest (desk, seq, signed) values ($1, $2, $3)', [
    desk,
    manifest.seq,
    Buffer.from(bytes).toString(),
  ])
}
