import { v7 as uuidv7 } from 'uuid'
import type { SheetError } from '@shengmian/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aWorkbook, openOffice, type Office, type Staff } from '../testing/open-office.ts'
import { openSheet, openSheetDesk, type SheetDesk } from '../testing/sheet-desk.ts'

let office: Office
let city: Staff
let check: SheetDesk['check']
let importFile: SheetDesk['importFile']
let people: SheetDesk['people']
const pool = '4210'

beforeAll(async () => {
  office = await openOffice(['421003105'])
  city = await office.staff(pool)
  ;({ check, importFile, people } = openSheetDesk(city, pool))
})
afterAll(() => office.stop())

it('every error is named by sheet, row and column, nothing is imported, and the file comes back with the cells marked', async () => {
  const file = await aWorkbook({
    甲表: [
      ['编号', '姓名', '工作地', '任职经历', '角色', '培养锻炼', '核实日期'],
      ['C001', '好人一', '421003', '无', '组员', '否', '2026-03-01'],
      ['C002', '坏地方', '421099', '无', '组员', '否', '2026-03-01'],
      ['C003', null, '421003', '无', '队长', '否', '2026-13-01'],
      ['C004', '培养的', '421003', '荆州区 去年', '组长', '是', null],
    ],
    乙表: [
      ['编号', '姓名'],
      ['C001', '又是他'],
    ],
  })
  const { id, report } = await check('people', file)
  expect(report).toMatchObject({ state: 'refused', errors: 6, added: 1 })
  expect(report.firstErrors.map(({ sheet, row, column, header }) => `${sheet} ${column}${row} ${header}`)).toEqual([
    '甲表 C3 工作地',
    '甲表 B4 姓名',
    '甲表 E4 可任角色',
    '甲表 G4 核实日期',
    '甲表 D5 任职经历',
    '乙表 A2 编号',
  ])
  expect(report.firstErrors[0]).toMatchObject({ value: '421099', zh: '区划代码421099不存在', en: 'no place has the code 421099' })
  // A person twice: the error names the other row too.
  expect(report.firstErrors.at(-1)?.zh).toBe('与“甲表”第2行重复')
  expect(await city.send('POST', `/imports/${pool}/${id}/commit`)).toMatchObject({ status: 409, body: { code: 'wrong-state' } })
  expect(await people('好人一')).toEqual([])

  const paged = (await city.get(`/imports/${pool}/${id}/errors?limit=4`)).body as { items: SheetError[]; next: string }
  const rest = (await city.get(`/imports/${pool}/${id}/errors?limit=4&cursor=${paged.next}`)).body as typeof paged
  expect([...paged.items, ...rest.items]).toEqual(report.firstErrors)

  const marked = await openSheet((await city.get(`/imports/${pool}/${id}/marked-file`)).bytes)
  expect(marked.worksheets.map(({ name }) => name)).toEqual(['错误清单', '甲表', '乙表'])
  const cell = marked.getWorksheet('甲表')?.getCell('C3')
  expect(cell?.value).toBe('421099')
  expect(cell?.fill).toMatchObject({ pattern: 'solid', fgColor: { argb: 'FFF8C9C4' } })
  expect(JSON.stringify(cell?.note)).toContain('区划代码421099不存在')
  expect(marked.getWorksheet('甲表')?.getCell('C2').fill).toBeUndefined()
  expect(marked.getWorksheet('错误清单')?.actualRowCount).toBe(7)
})

it('what a units, officials or ties sheet cannot mean is refused at its cell', async () => {
  const first = async (noun: string, rows: readonly (readonly (string | null)[])[]) => {
    const { report } = await check(noun, await aWorkbook({ 表: rows }))
    return report.firstErrors.map(({ header, zh }) => `${header}：${zh}`)
  }
  expect(
    await first('units', [
      ['区划代码', '单位', '类别'],
      ['421003105201', '别的村', '村'],
      ['110101', '某局', '部门'],
      ['421003105', '新单位', null],
    ]),
  ).toEqual([
    '单位名称：名称与代码不符：421003105201是沿河村',
    '所在地：不在本机关范围（4210）内',
    '单位类别：册里没有这个单位，新增要填类别',
  ])
  expect(
    await first('units', [
      ['区划代码', '村情分类', '信访件次'],
      ['421003105204', '后进', null],
      ['421003105205', null, '3'],
    ]),
  ).toEqual(['分类理由：变更分类要写理由', '信访年度：信访年度和件次要一起填'])
  expect(
    await first('officials', [
      ['区划代码', '单位', '姓名', '职务'],
      ['421003105', '没有的单位', '甲', '书记'],
    ]),
  ).toEqual(['单位名称：册里没有这个单位，请先导入单位'])
  expect(
    await first('ties', [
      ['申报人', '关系', '对方类型', '对方', '对方所在地', '申报日期'],
      ['查无此人', '同学', '单位干部', '查无此官', '421003105201', '2026-03-01'],
      ['查无此人', '神交', '其他', '某人', null, '2026-03-01'],
    ]),
  ).toEqual([
    '申报人：人才库里没有“查无此人”',
    '对方：沿河村的班子里没有“查无此官”，请先导入班子成员',
    expect.stringContaining('没有“神交”这种关系') as string,
  ])
})

it('a file that is no workbook, has no header or lacks a column is a clear problem', async () => {
  const send = (bytes: Buffer) => city.upload(`/sheets/people/imports/${pool}/${uuidv7()}`, bytes)
  expect(await send(Buffer.from('not a workbook'))).toMatchObject({
    status: 422,
    body: { code: 'file-unreadable', detail: '这不是 Excel 文件（.xlsx）' },
  })
  expect(
    (
      await check(
        'people',
        await aWorkbook({
          表: [
            ['甲', '乙'],
            ['1', '2'],
          ],
        }),
      )
    ).report.firstErrors[0]?.zh,
  ).toBe('没有找到表头（要有：姓名），请用下载的模板')
  expect(
    (
      await check(
        'people',
        await aWorkbook({
          表: [
            ['编号', '单位'],
            ['1', '2'],
          ],
        }),
      )
    ).report.firstErrors[0]?.zh,
  ).toBe('缺少“姓名”列')
  expect((await check('people', await aWorkbook({ 表: [['姓名', '名字', '编号']] }))).report.firstErrors[0]).toMatchObject({
    column: 'B',
    zh: '“姓名”列出现了两次',
  })
})

it('what changed between check and import undoes the whole import', async () => {
  const file = await aWorkbook({
    人才库: [
      ['编号', '姓名', '角色', '培养锻炼', '带教人'],
      ['F001', '先行者', '组员', '否', null],
      ['F002', '年轻干部丙', '组员', '是', '带教人丙'],
    ],
  })
  await importFile(
    'people',
    await aWorkbook({
      人才库: [
        ['编号', '姓名'],
        ['F003', '带教人丙'],
      ],
    }),
  )
  const { id, report } = await check('people', file)
  expect(report.state).toBe('checked')
  await office.server.database.admin.query(`update registry.person set name = '改了名' where number = 'F003'`)
  expect(await city.send('POST', `/imports/${pool}/${id}/commit`)).toMatchObject({
    status: 422,
    body: { code: 'unfit', errors: [{ at: '人才库!E3' }] },
  })
  expect(await people('F001')).toEqual([])
})

it('another office neither sees an import nor imports into this pool', async () => {
  const { id } = await check(
    'people',
    await aWorkbook({
      人才库: [
        ['编号', '姓名'],
        ['G001', '某人'],
      ],
    }),
  )
  const other = await office.staff('4310')
  expect(await other.get(`/imports/${pool}/${id}`)).toMatchObject({ status: 404 })
  expect(await other.send('POST', `/imports/${pool}/${id}/commit`)).toMatchObject({ status: 404 })
  const file = await aWorkbook({
    人才库: [
      ['编号', '姓名'],
      ['G002', '某人'],
    ],
  })
  expect(await other.upload(`/sheets/people/imports/${pool}/${uuidv7()}`, file)).toMatchObject({ status: 403 })
})
