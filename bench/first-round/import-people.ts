// Run by sheets.ts in a process of its own: serves, takes one sheet, and says how long it took and what memory it needed.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compose, prepareDatabase } from '@shengmian/server/compose'
import { startEmbeddedPostgres } from '@shengmian/server/embedded-postgres'
import pg from 'pg'

const [folder = '', file = ''] = process.argv.slice(2)
const secret = 'for measuring only'
const jingzhou = '421000000000'
const postgres = await startEmbeddedPostgres({ folder: path.join(folder, 'postgres') })
await prepareDatabase(postgres.adminUrl, secret)
const token = await signInOffice(postgres.adminUrl)
const server = await compose({ adminUrl: postgres.adminUrl, secret, pages: null, isSecure: false, version: 'bench' })
const bytes = readFileSync(file)

await ask('GET', '/api/regions?q=荆州')
const before = process.memoryUsage().rss
let peak = before
const sampling = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss)
}, 50)
const [first, checkSeconds] = await timed(() => upload(bytes))
const [imported, importSeconds] = await timed(() => commit(first.id))
const second = await upload(bytes)
const [again, againSeconds] = await timed(() => commit(second.id))
clearInterval(sampling)
const growthMegabytes = (peak - before) / 1e6
console.log(
  JSON.stringify({
    checkSeconds,
    importSeconds,
    againSeconds,
    growthMegabytes,
    peakMegabytes: peak / 1e6,
    added: imported.added,
    same: again.same,
  }),
)
await server.stop()
await postgres.stop()

interface Report {
  readonly id: string
  readonly added: number
  readonly same: number
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now()
  const result = await work()
  return [result, (performance.now() - began) / 1000]
}

function upload(bytes: Buffer): Promise<Report> {
  const mark = randomUUID()
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="people.xlsx"\r\n\r\n`
  return ask('POST', `/api/sheets/people/imports/4210/${randomUUID()}`, {
    type: `multipart/form-data; boundary=${mark}`,
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${mark}--\r\n`)]),
  })
}

function commit(id: string): Promise<Report> {
  return ask('POST', `/api/imports/4210/${id}/commit`)
}

async function ask(
  method: 'GET' | 'POST',
  url: string,
  body?: { readonly type: string; readonly payload: Buffer },
): Promise<Report> {
  const response = await server.app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': body.type }),
    },
    ...(body === undefined ? {} : { payload: body.payload }),
  })
  if (response.statusCode >= 300) throw new Error(`${method} ${url}: ${response.statusCode} ${response.payload.slice(0, 500)}`)
  return JSON.parse(response.payload) as Report
}

/** An office of 荆州市 and a session for it, past sign-in: that is not what is measured here. */
async function signInOffice(adminUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  const account = randomUUID()
  const token = randomBytes(16).toString('hex')
  await client.query(
    `insert into access.account (id, username, name, email, authority, level) values ($1, 'bench', 'bench', 'bench@shengmian.invalid', $2, 'city')`,
    [account, jingzhou],
  )
  await client.query(
    `insert into access.standing_role (id, account, role, authority, level, body, valid)
     values ($1, $2, 'office', $3, 'city', '荆州市委巡察办', '[2020-01-01,2099-01-01)')`,
    [randomUUID(), account, jingzhou],
  )
  await client.query(
    `insert into access.session (id, token, account, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
    [randomUUID(), createHash('sha256').update(token).digest('hex'), account],
  )
  await client.end()
  return token
}
