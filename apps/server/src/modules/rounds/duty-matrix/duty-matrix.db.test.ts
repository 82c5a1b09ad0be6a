import PizZip from 'pizzip'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok, refused } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const CITY = '4210'
let stage: Stage
let office: Staff
let group: Staff

beforeAll(async () => {
  stage = await openStage(['4210'])
  office = await stage.staff(CITY, 'office', '周敏')
  group = await stage.staff(CITY, 'leading-group', '罗启明')
})
afterAll(() => stage.stop())

const ask = `/duty-matrices?authority=${CITY}`
const matrix = (version: number, parts: readonly (string | null)[] = ['A', 'R', 'C']) => ({
  authority: CITY,
  version,
  holders: ['组长', '巡察办', '弥市镇党委<b>'],
  tasks: [{ title: '村级整改', parts }],
  reason: '领导小组会议审定',
})

it('S4-11 the duty matrix prints as a document and as a workbook, with every task, every holder and the sign of each', async () => {
  expect(await ok(group.get(ask))).toMatchObject({ version: 0, adoptedBy: null })
  await ok(office.send('POST', '/duty-matrices', matrix(0)))
  const word = await group.get(`/duty-matrices/matrix.docx?authority=${CITY}`)
  expect(word.status).toBe(200)
  const text = new PizZip(word.bytes).file('word/document.xml')?.asText() ?? ''
  const said = text.replace(/<\/w:tc>/g, '|').replace(/<[^>]+>/g, '')
  expect(said).toContain('荆州市职责分工表')
  expect(said).toContain('事项|组长|巡察办|弥市镇党委&lt;b&gt;|村级整改|责|办|商|')
  expect(said).toContain('第1版，周敏于2026年11月21日采用')
  const sheet = await group.get(`/duty-matrices/matrix.xlsx?authority=${CITY}`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(sheet.bytes as never)
  const rows = book.worksheets[0]?.getSheetValues() as unknown[][]
  expect(rows.slice(1, 3).map((row) => row.slice(1))).toEqual([
    ['事项', '组长', '巡察办', '弥市镇党委<b>'],
    ['村级整改', '责', '办', '商'],
  ])
})

it('a change is a new version, made from the newest, by the office alone, with one who is accountable for each task', async () => {
  const { version } = (await ok(office.get(ask))) as { version: number }
  await refused(office.send('POST', '/duty-matrices', matrix(version + 1)), 'changed-meanwhile')
  const said = await refused(office.send('POST', '/duty-matrices', matrix(version, ['A', 'A', null])), 'unfit')
  expect(JSON.stringify(said)).toContain('“村级整改”有2家“责”')
  await refused(group.send('POST', '/duty-matrices', matrix(version)), 'not-allowed')
  expect(await ok(office.send('POST', '/duty-matrices', matrix(version)))).toMatchObject({ version: version + 1 })
  const other = await stage.staff('421003', 'office')
  await refused(other.get(ask), 'not-allowed')
})
