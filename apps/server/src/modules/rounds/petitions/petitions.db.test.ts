import ExcelJS from 'exceljs'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PetitionFigure, PetitionTrend } from '@shengmian/contract'
import { aWorkbook, openOffice, type Office, type Staff } from '../../registry/testing/open-office.ts'
import { openSheetDesk, type SheetDesk } from '../../registry/testing/sheet-desk.ts'
import { asApplication } from '../../access/testing/as-application.ts'
import { ok, refused } from '../testing/drive.ts'
import { village } from '../testing/stage.ts'

const COUNTY = '421003'
const RIVER = '421003105201'
const header = ['区划代码', '月份', '信访量', '来源', '更正原因']
const SOURCE = '区信访局月报'

let world: Office
let office: Staff
let group: Staff
let desk: SheetDesk
let plan: string
let months: string[]
let villages: string[]

interface Trends {
  months: string[]
  items: PetitionTrend[]
  without: number
  canWrite: boolean
  sources: string[]
}

beforeAll(async () => {
  world = await openOffice(['421003105'])
  office = await world.staff(COUNTY)
  group = await world.staff(COUNTY, 'leading-group')
  desk = openSheetDesk(office, COUNTY)
  plan = uuid()
  const term = { id: plan, authority: COUNTY, title: '巡察规划', firstYear: 2026, lastYear: 2030, coolingYears: 3 }
  await ok(office.send('POST', '/term-plans', term))
  months = (await trends()).months
  const { rows } = await world.server.database.admin.query<{ place: string }>(
    `select place::text from registry.unit where kind in ('village', 'community') and place::text <> $1 order by place limit 4`,
    [RIVER],
  )
  villages = rows.map(({ place }) => place)
})
afterAll(() => world.stop())

const trends = async (who = office): Promise<Trends> => (await ok(who.get(`/term-plans/${plan}/petitions`))) as unknown as Trends
const trendOf = async (place: string, who = office) => (await trends(who)).items.find(({ unit }) => unit === village(place))
const rowsOf = (place: string, volumes: readonly (number | null)[]) =>
  volumes.flatMap((volume, k) => (volume === null ? [] : [[place, months[k] ?? '', volume, SOURCE, null]]))
const importRows = async (rows: readonly (readonly (string | number | null)[])[]) =>
  desk.importFile('petitions', await aWorkbook({ 信访量: [header, ...rows] }))
const figures = async (place: string) =>
  (await ok(office.get(`/petition-figures/${COUNTY}/${village(place)}`)))['items'] as PetitionFigure[]
const record = (place: string, body: object, who = office) =>
  who.send('POST', `/petition-figures/${COUNTY}/${village(place)}`, { source: SOURCE, ...body })
const decide = (place: string, body: object, who = office) =>
  who.send('POST', `/term-plans/${plan}/petitions/${village(place)}/decisions`, {
    id: uuid(),
    through: months.at(-1),
    reason: '信访连续走高，提前安排',
    ...body,
  })
const takeBack = (id: unknown, who = office) =>
  who.send('POST', `/urgency-decisions/${String(id)}/withdrawal`, { reason: '核实为同一事项重复信访' })
const urgencyInCalendar = async (place: string) => {
  const { items } = (await ok(office.get(`/term-plans/${plan}/calendar/visits?place=${place}`))) as unknown as {
    items: { urgency: number; isOwnUrgency: boolean }[]
  }
  return items[0]
}

it('S2-09 complaints that climb over twelve months propose a higher urgency, which a named person decides and may take back', async () => {
  await importRows(rowsOf(RIVER, [3, 2, 4, 3, 3, 2, 5, 6, 6, 8, 7, 9]))
  expect(await trendOf(RIVER)).toMatchObject({
    kind: 'rising',
    volumes: ['small', 'small', 'small', 'small', 'small', 'small', 5, 6, 6, 8, 7, 9],
    earlier: { least: 6, most: 24, known: 6 },
    recent: { least: 41, most: 41, known: 6 },
    said: { isMore: true, isSteady: true, isLarge: true },
    urgency: 0,
    proposed: 2,
    decisions: [],
  })
  // Nothing has changed by itself.
  expect(await urgencyInCalendar(RIVER)).toMatchObject({ urgency: 0, isOwnUrgency: false })

  const raised = await ok(decide(RIVER, { verdict: 'raised', urgency: 3 }))
  expect(raised).toMatchObject({ verdict: 'raised', before: null, after: 3, revoked: null, through: months.at(-1) })
  expect(String(raised['by'])).toMatch(/^staff/)
  expect(await urgencyInCalendar(RIVER)).toMatchObject({ urgency: 3, isOwnUrgency: true })
  expect(await trendOf(RIVER)).toMatchObject({ kind: 'rising', urgency: 3, proposed: null })
  await refused(decide(RIVER, { verdict: 'raised', urgency: 5 }), 'wrong-state')

  expect(await ok(takeBack(raised['id']))).toMatchObject({ revoked: { reason: '核实为同一事项重复信访' } })
  expect(await urgencyInCalendar(RIVER)).toMatchObject({ urgency: 0, isOwnUrgency: false })
  expect(await trendOf(RIVER)).toMatchObject({ proposed: 2, decisions: [{ verdict: 'raised' }] })
  await refused(takeBack(raised['id']), 'wrong-state')
})

it('leaves the urgency as it is where somebody decides so, and proposes it no more for these months', async () => {
  const [place = ''] = villages
  await importRows(rowsOf(place, [10, 12, 11, 13, 12, 14, 16, 17, 19, 21, 22, 25]))
  expect(await trendOf(place)).toMatchObject({ kind: 'rising', proposed: 2 })
  await ok(decide(place, { verdict: 'kept', reason: '集中在同一宗征地，已由镇里化解' }))
  expect(await trendOf(place)).toMatchObject({ kind: 'rising', proposed: null, urgency: 0 })
  expect(await urgencyInCalendar(place)).toMatchObject({ urgency: 0 })
})

it('takes a decision back no more once somebody has set another urgency in the calendar', async () => {
  const [, place = ''] = villages
  await importRows(rowsOf(place, [10, 12, 11, 13, 12, 14, 16, 17, 19, 21, 22, 25]))
  const raised = await ok(decide(place, { verdict: 'raised', urgency: 2 }))
  await ok(office.send('PUT', `/term-plans/${plan}/calendar/urgency`, { units: [village(place)], urgency: 9 }))
  await refused(takeBack(raised['id']), 'changed-meanwhile')
  expect(await urgencyInCalendar(place)).toMatchObject({ urgency: 9 })
})

it('shows months without a figure as unknown, judges nothing on too few, and raises nothing that does not rise', async () => {
  const [, , sparse = '', level = ''] = villages
  await importRows([
    ...rowsOf(sparse, [null, null, null, 8, 9, null, 20, 0, null, 30, null, null]),
    ...rowsOf(level, [6, 7, 5, 6, 8, 6, 7, 6, 5, 8, 6, 7]),
  ])
  expect(await trendOf(sparse)).toMatchObject({
    kind: 'unknown',
    said: null,
    proposed: null,
    volumes: [null, null, null, 8, 9, null, 20, 0, null, 30, null, null],
    earlier: { known: 2 },
  })
  expect(await trendOf(level)).toMatchObject({ kind: 'level', proposed: null })
  for (const place of [sparse, level]) await refused(decide(place, { verdict: 'raised', urgency: 4 }), 'wrong-state')
  const [first] = (await trends()).items
  expect(first?.proposed).not.toBeNull()
  await refused(decide(RIVER, { verdict: 'raised', urgency: 4, through: months.at(-2) }), 'changed-meanwhile')
  await refused(decide(RIVER, { verdict: 'raised', urgency: 0 }), 'unfit')
})

it('keeps every figure: another number is a revision with its reason, and one taken back is unknown again', async () => {
  const place = villages[3] ?? ''
  const month = months[2] ?? ''
  expect(await ok(record(place, { month, revision: 2, volume: 12, reason: '信访局更正' }))).toMatchObject({
    revision: 2,
    volume: 12,
    origin: 'typed',
  })
  await refused(record(place, { month, revision: 2, volume: 13, reason: '信访局更正' }), 'changed-meanwhile')
  await refused(record(place, { month, revision: 3, volume: 13 }), 'unfit')
  await ok(record(place, { month, revision: 3, volume: null, reason: '与另一村混计' }))
  expect((await trendOf(place))?.volumes[2]).toBeNull()
  expect((await figures(place)).filter((figure) => figure.month === month).map(({ volume, reason }) => [volume, reason])).toEqual(
    [
      [null, '与另一村混计'],
      [12, '信访局更正'],
      [5, null],
    ],
  )
  const next = new Date(Date.parse(`${months.at(-1) ?? ''}-15`) + 31 * 86_400_000).toISOString().slice(0, 7)
  await refused(record(place, { month: next, revision: 1, volume: 1 }), 'unfit')
  await refused(record('421003105999', { month, revision: 1, volume: 1 }), 'not-found')
  await expect(
    world.server.database.admin.query('set role shengmian_app; update registry.petition_volume set volume = 0'),
  ).rejects.toMatchObject({ code: '42501' })
})

it('names the cell of what a sheet cannot mean, and imports all of it or nothing', async () => {
  const place = villages[3] ?? ''
  const { id, report } = await desk.check(
    'petitions',
    await aWorkbook({
      信访量: [
        header,
        [place, months[0] ?? '', 99, SOURCE, null],
        [place, '2099-01', 4, SOURCE, null],
        [place, months[4] ?? '', '若干', SOURCE, null],
        [place, months[5] ?? '', 4, null, null],
        ['110101', months[5] ?? '', 4, SOURCE, null],
        [place, months[6] ?? '', 7, SOURCE, null],
        [place, months[6] ?? '', 8, SOURCE, null],
        [villages[0] ?? '', months[6] ?? '', 16, SOURCE, null],
      ],
    }),
  )
  expect(report).toMatchObject({ state: 'refused', errors: 6, same: 2 })
  expect(report.firstErrors.map(({ column, row, header: head }) => `${column}${row} ${head}`)).toEqual([
    'E2 更正原因',
    'B3 月份',
    'C4 信访量',
    'D5 来源',
    'A6 所在地',
    'B8 月份',
  ])
  await refused(office.send('POST', `/imports/${COUNTY}/${id}/commit`), 'wrong-state')
  expect((await figures(place)).filter(({ month }) => month === months[0])).toHaveLength(1)
  const again = await importRows([[place, months[0] ?? '', 9, SOURCE, '信访局更正'], ...rowsOf(place, [null, 7])])
  expect(again).toMatchObject({ added: 0, changed: 1, same: 1 })
  expect((await figures(place)).find(({ month }) => month === months[0])).toMatchObject({
    volume: 9,
    revision: 2,
    origin: 'sheet',
  })
})

it('is for the office and the leading group of the body: single small numbers and decisions for the office alone', async () => {
  const county = await world.staff('421022')
  const city = await world.staff('4210')
  expect((await trends(group)).canWrite).toBe(false)
  expect(await trendOf(RIVER, group)).toMatchObject({ kind: 'rising', volumes: (await trendOf(RIVER))?.volumes })
  await refused(county.get(`/term-plans/${plan}/petitions`), 'not-found')
  // The plan is reported upwards, the petitions are not.
  await refused(city.get(`/term-plans/${plan}/petitions`), 'not-allowed')
  const month = months[0] ?? ''
  for (const who of [group, city]) {
    await refused(who.get(`/petition-figures/${COUNTY}/${village(RIVER)}`), 'not-allowed')
    await refused(record(RIVER, { month, revision: 2, volume: 1, reason: '不该改的' }, who), 'not-allowed')
    await refused(decide(RIVER, { verdict: 'raised', urgency: 4 }, who), 'not-allowed')
  }
  expect((await sheetTexts(group, `/sheets/petitions/export?within=${COUNTY}`)).length).toBe(1)
  expect((await sheetTexts(office, `/sheets/petitions/export?within=${COUNTY}`)).flat()).toContain('3')
})

it('leaves as a workbook without any small number, with definition, rule and source', async () => {
  const [head, ...rows] = await sheetTexts(group, `/term-plans/${plan}/petitions.xlsx`)
  expect(head).toEqual(['单位', '所在地', ...months, '前6个月', '近6个月', '判断', '紧迫度', '建议', '决定'])
  const river = rows.find(([name]) => name?.includes('沿河'))
  expect(river?.slice(2, 16)).toEqual([
    '<5',
    '<5',
    '<5',
    '<5',
    '<5',
    '<5',
    '5',
    '6',
    '6',
    '8',
    '7',
    '9',
    '6—24（6个月）',
    '41（6个月）',
  ])
  for (const row of rows) for (const cell of row.slice(2, 14)) expect(cell).toMatch(/^(未知|<5|0|[5-9]|\d\d+)$/)
  const about = (await sheetTexts(group, `/term-plans/${plan}/petitions.xlsx`, '口径')).flat().join('')
  expect(about).toContain('petition-rise/1')
  expect(about).toContain(SOURCE)
})

async function sheetTexts(who: Staff, path: string, sheet?: string): Promise<string[][]> {
  const { status, bytes } = await who.get(path)
  expect(status).toBe(200)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  const page = sheet === undefined ? workbook.worksheets[0] : workbook.getWorksheet(sheet)
  const rows: string[][] = []
  page?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return rows
}

it('the database itself shows a figure to the office alone: a session of the leading group reads trends, and no SQL gives it a month', async () => {
  const place = villages[0] ?? ''
  await ok(
    record(place, {
      month: months[0] ?? '',
      revision: (await figures(place)).filter(({ month }) => month === months[0]).length + 1,
      volume: 3,
      reason: '更正',
    }),
  )
  expect((await trendOf(place, group))?.volumes[0]).toBe('small')
  expect(await trendOf(place, group)).toEqual(await trendOf(place))
  const read = (who: Staff, statement: string) => asApplication(world.server, who, statement)
  expect((await read(office, 'select 1 from registry.petition_volume where volume between 1 and 4')).rowCount).toBeGreaterThan(0)
  for (const statement of [
    'select volume from registry.petition_volume',
    'select count(*) from registry.petition_volume having count(*) > 0',
    'select 1 from registry.petition_volume where volume = 3',
  ])
    expect((await read(group, statement)).rows, statement).toEqual([])
})
