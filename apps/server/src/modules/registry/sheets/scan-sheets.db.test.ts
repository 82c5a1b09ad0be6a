import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startFakeScanner, type FakeScanner } from '../../../testing/fake-scanner.ts'
import { aWorkbook, openOffice, type Office, type Staff } from '../testing/open-office.ts'

let scanner: FakeScanner
let office: Office
let city: Staff
const pool = '4210'

beforeAll(async () => {
  // whatever is written in a cell lies packed in an xlsx: the fake knows the file by its length
  scanner = await startFakeScanner((socket, { length }) =>
    socket.end(length % 2 === 0 ? 'stream: OK\0' : 'stream: Xls.Virus FOUND\0'),
  )
  office = await openOffice(['421003105'], { scanner: { path: scanner.path } })
  city = await office.staff(pool)
})
afterAll(async () => {
  await office.stop()
  await scanner.stop()
})

const send = async (bytes: Buffer) => city.upload(`/sheets/people/imports/${pool}/${uuidv7()}`, bytes)
const kept = async () =>
  (await office.server.database.admin.query<{ count: number }>('select count(*)::int from registry.sheet_import')).rows[0]?.count

it('a sheet with a virus is refused by its name in Chinese, a clean one is read, and none is taken while the scanner is gone', async () => {
  const sheet = await aWorkbook({ 表: [['编号', '姓名', '工作地', '任职经历', '角色', '培养锻炼', '核实日期']] })
  // a zip may end with a comment: its length stands in the last two bytes
  const withComment = (bytes: number) => {
    const longer = Buffer.concat([sheet, Buffer.alloc(bytes)])
    longer.writeUInt16LE(bytes, sheet.length - 2)
    return longer
  }
  const even = withComment(sheet.length % 2 === 0 ? 2 : 1)
  const odd = withComment(sheet.length % 2 === 0 ? 1 : 2)

  expect(await send(odd)).toMatchObject({
    status: 422,
    body: {
      code: 'file-infected',
      title: expect.stringContaining('病毒') as string,
      detail: expect.stringContaining('Xls.Virus') as string,
    },
  })
  expect(await kept()).toBe(0)
  expect(await send(even)).toMatchObject({ status: 201 })
  expect(await kept()).toBe(1)

  await scanner.stop()
  expect(await send(even)).toMatchObject({ status: 503, body: { code: 'file-unchecked' } })
  expect(await kept()).toBe(1)
})
