// For tests: the whole server on a database of its own, with offices that sign in and send files.
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { startTestServer, type TestServer } from '@shengmian/testing'
import ExcelJS from 'exceljs'
import { v7 as uuidv7 } from 'uuid'
import { levelOf, placeNumber } from '../../../platform/places.ts'

export interface Staff extends ReturnType<TestServer['withToken']> {
  readonly account: string
  readonly token: string
  /** Sends a file to an endpoint that takes one. */
  readonly upload: (
    path: string,
    bytes: Buffer,
    filename?: string,
  ) => Promise<{ readonly status: number; readonly body: unknown }>
}

export interface Office {
  readonly server: TestServer
  /** Somebody with a standing role at a place, signed in. */
  readonly staff: (place: string, role?: 'office' | 'leading-group' | 'inspected-head') => Promise<Staff>
  readonly stop: () => Promise<void>
}

export async function openOffice(
  divisions: readonly string[],
  options: Pick<NonNullable<Parameters<typeof startTestServer>[0]>, 'scanner'> = {},
): Promise<Office> {
  const server = await startTestServer({ divisions, ...options })
  const { admin } = server.database
  let count = 0
  return {
    server,
    staff: async (place, role = 'office') => {
      const account = uuidv7()
      const token = randomBytes(16).toString('hex')
      count++
      await admin.query(
        'insert into access.account (id, username, name, email, authority, level) values ($1, $2, $3, $4, $5, $6)',
        [account, `staff${count}`, `staff ${count}`, `${account}@shengmian.invalid`, placeNumber(place), levelOf(place)],
      )
      await admin.query(
        `insert into access.standing_role (id, account, role, authority, level, body, valid) values ($1, $2, $3, $4, $5, '巡察办', '[2020-01-01,2099-01-01)')`,
        [uuidv7(), account, role, placeNumber(place), levelOf(place)],
      )
      await admin.query(
        `insert into access.session (id, token, account, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
        [uuidv7(), createHash('sha256').update(token).digest('hex'), account],
      )
      return {
        ...server.withToken(token),
        account,
        token,
        upload: (path, bytes, filename) => send(server, token, path, bytes, filename),
      }
    },
    stop: () => server.stop(),
  }
}

async function send(server: TestServer, token: string, path: string, bytes: Buffer, filename = '人才库.xlsx') {
  const boundary = randomUUID()
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${filename}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const response = await server.server.app.inject({
    method: 'POST',
    url: `/api${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  })
  return { status: response.statusCode, body: JSON.parse(response.payload) as unknown }
}

type Cell = string | number | boolean | Date | null

/** A workbook as Excel writes it: shared texts, one sheet a name. */
export async function aWorkbook(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  merged: readonly string[] = [],
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
    for (const range of merged) sheet.mergeCells(range)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
