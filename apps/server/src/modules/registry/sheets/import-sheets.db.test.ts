import type ExcelJS from 'exceljs'
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

const titled = [['2026年巡察人才库登记表'], ['填报单位：荆州市委巡察办']]
const header = [
  '序号',
  '人员编号',
  '姓 名',
  '单位',
  '工作地',
  '籍贯',
  '工作经历',
  '专业特长',
  '角色',
  '经验',
  '请假',
  '核实依据',
  '核实时间',
  '电话',
]

it('people come in as offices write them: title lines, other headers, merged cells, full-width digits, dates in several forms', async () => {
  const file = await aWorkbook(
    {
      花名册: [
        ...titled,
        header,
        [
          1,
          'Ａ００１',
          '沈木棉',
          '荆州区审计局',
          '荆州市荆州区',
          '湖北省荆州市江陵县',
          '421022 2015.03-2018.06 副局长；沙市区 2018年7月至今',
          '审计、财会',
          '副组长、组员',
          '骨干',
          '无',
          '干部档案',
          45_717,
          '不要的列',
        ],
        [
          2,
          'A002',
          '郁青禾',
          null,
          '421003000000',
          '４２１０２４',
          null,
          '无',
          '组员',
          null,
          '2026.6.1至2026年6月20日 学习',
          null,
          null,
          null,
        ],
      ],
    },
    ['A1:N1', 'D4:D5'],
  )
  const { id, report } = await check('people', file)
  expect(report).toMatchObject({ state: 'checked', rows: 2, added: 2, changed: 0, same: 0, errors: 0, ignored: ['电话'] })
  expect(await people('沈木棉')).toEqual([])
  expect(await city.send('POST', `/imports/${pool}/${id}/commit`)).toMatchObject({
    status: 200,
    body: { state: 'done', added: 2 },
  })

  const [first] = await people('沈木棉')
  expect(first).toMatchObject({
    number: 'A001',
    employer: '荆州区审计局',
    home: { code: '421003' },
    native: { code: '421024' },
    postings: [
      { region: '421022', from: '2015-03', to: '2018-06', title: '副局长' },
      { region: '421002', from: '2018-07', to: null },
    ],
    skills: ['audit', 'finance'],
    roles: ['deputy', 'member'],
    experience: 'senior',
    absences: [],
    evidence: { home: { source: '干部档案', date: '2025-03-01' }, native: { source: '干部档案', date: '2025-03-01' } },
  })
  // The merged employer holds for the second row; what is empty is not verified, 无 is known to be none.
  const [second] = await people('郁青禾')
  expect(second).toMatchObject({
    employer: '荆州区审计局',
    native: { code: '421024' },
    postings: null,
    skills: [],
    experience: null,
    absences: [{ from: '2026-06-01', to: '2026-06-20', why: '学习' }],
    evidence: {},
  })
})

it('the same file twice changes nothing, an empty cell takes no knowledge away, and a changed cell changes one person', async () => {
  const rows = (rank: string | null) => [
    ['编号', '姓名', '职务', '专长'],
    ['B001', '同一人甲', rank, '审计'],
    ['B002', '同一人乙', '科员', '无'],
  ]
  expect(await importFile('people', await aWorkbook({ 人才库: rows('主任') }))).toMatchObject({ added: 2, changed: 0, same: 0 })
  expect(await importFile('people', await aWorkbook({ 人才库: rows('主任') }))).toMatchObject({ added: 0, changed: 0, same: 2 })
  expect(await importFile('people', await aWorkbook({ 人才库: rows(null) }))).toMatchObject({ added: 0, changed: 0, same: 2 })
  expect(await importFile('people', await aWorkbook({ 人才库: rows('局长') }))).toMatchObject({ added: 0, changed: 1, same: 1 })
  expect((await people('B001'))[0]).toMatchObject({ rank: '局长', skills: ['audit'], version: 2 })
})

it('a trainee may stand above his mentor in the file, and one who leads or has no mentor is refused', async () => {
  const rows = (roles: string, mentor: string | null) => [
    ['编号', '姓名', '角色', '培养锻炼', '带教人'],
    ['D001', '年轻干部乙', roles, '是', mentor],
    ['D002', '带教人乙', '组长、组员', '否', null],
  ]
  expect((await check('people', await aWorkbook({ 人才库: rows('组长', 'D002') }))).report.firstErrors[0]).toMatchObject({
    row: 2,
    header: '可任角色',
  })
  expect((await check('people', await aWorkbook({ 人才库: rows('组员', null) }))).report.firstErrors[0]).toMatchObject({
    row: 2,
    header: '带教人',
  })
  expect((await check('people', await aWorkbook({ 人才库: rows('组员', '查无此人') }))).report.firstErrors[0]?.zh).toBe(
    '人才库里没有“查无此人”',
  )
  expect(await importFile('people', await aWorkbook({ 人才库: rows('组员', '带教人乙') }))).toMatchObject({ added: 2 })
  const [mentor] = await people('D002')
  expect((await people('D001'))[0]).toMatchObject({ training: true, mentor: mentor?.id })
})

it('units, officials and ties come in by their sheets, go out and come in again unchanged', async () => {
  const units = await aWorkbook({
    单位: [
      [
        '区划代码',
        '单位',
        '类别',
        '村情分类',
        '分类理由',
        '审核人',
        '人口',
        '信访年度',
        '信访件次',
        '软弱涣散',
        '集体经济收入',
        '上次巡察',
      ],
      ['421003105', '弥市镇党委', '乡镇党委', null, null, null, null, null, null, null, null, null],
      ['421003105201', '沿河村', null, '后进', '班子软弱', '审核人甲', '2,180', 2025, 6, '是', 38.6, '2021年5月20日'],
      ['荆州市荆州区弥市镇太平桥村', null, null, '一般', '各项居中', '审核人甲', null, null, null, '否', '12元', null],
    ],
  })
  expect(await importFile('units', units)).toMatchObject({ added: 1, changed: 2, same: 0 })
  expect(await importFile('units', units)).toMatchObject({ added: 0, changed: 0, same: 3 })
  const dossier = (await city.get('/units/00000000-0000-8000-8000-421003105201')).body
  expect(dossier).toMatchObject({
    unit: { class: 'lagging' },
    facts: {
      population: 2180,
      petitions: { '2025': 6 },
      weakBranch: true,
      economy: 38_600_000,
      lastInspected: '2021-05-20',
      poverty: null,
    },
    classes: [{ class: 'lagging', reason: '班子软弱', reviewer: '审核人甲' }],
  })

  const officials = await aWorkbook({
    班子: [
      ['所在地', '单位名称', '姓名', '职务', '是否一把手', '任职时间'],
      ['421003105201', null, '村书记甲', '村党支部书记', '是', '2021.03'],
      ['421003105', '弥市镇党委', '镇书记甲', '党委书记', '√', '2020年1月'],
    ],
  })
  expect(await importFile('officials', officials)).toMatchObject({ added: 2 })
  await importFile(
    'people',
    await aWorkbook({
      人才库: [
        ['编号', '姓名'],
        ['E001', '申报人甲'],
        ['E002', '申报人乙'],
      ],
    }),
  )
  const ties = await aWorkbook({
    关系: [
      ['申报人', '关系', '对方类型', '对方', '对方所在地', '对方单位', '申报日期'],
      ['E001', '同班同学', '单位干部', '村书记甲', '421003105201', null, '2026-03-01'],
      ['申报人乙', '配偶', '干部', '镇书记甲', '弥市镇', '弥市镇党委', '2026/3/1'],
      ['E001', '朋友', '人才库人员', 'E002', null, null, '20260301'],
    ],
  })
  expect(await importFile('ties', ties)).toMatchObject({ added: 3, same: 0 })
  expect(await importFile('ties', ties)).toMatchObject({ added: 0, changed: 0, same: 3 })

  for (const [noun, within] of [
    ['units', '421003105'],
    ['officials', '421003105'],
    ['people', pool],
    ['ties', pool],
  ] as const) {
    const { bytes, status } = await city.get(`/sheets/${noun}/export?within=${within}`)
    expect(status).toBe(200)
    const again = await check(noun, bytes)
    expect(again.report, noun).toMatchObject({ state: 'checked', added: 0, changed: 0, errors: 0 })
    expect(again.report.same).toBe(again.report.rows)
    expect(again.report.rows).toBeGreaterThan(1)
  }
})

it('the template imports as nothing, and its filled example as one person', async () => {
  for (const noun of ['units', 'officials', 'people', 'ties', 'petitions']) {
    const { bytes, status } = await city.get(`/sheets/${noun}/template`)
    expect(status).toBe(200)
    expect((await check(noun, bytes)).report).toMatchObject({ state: 'checked', rows: 0, errors: 0 })
  }
  const template = await openSheet((await city.get('/sheets/people/template')).bytes)
  const [sheet] = template.worksheets
  expect(sheet?.getCell('B1')).toMatchObject({ value: '姓名*' })
  expect(JSON.stringify(sheet?.getCell('B1').note)).toContain('必填')
  expect(sheet?.getCell('J2').dataValidation).toMatchObject({ type: 'list' })
  const guide = template.getWorksheet('填表说明')
  let filled: ExcelJS.Row | undefined
  guide?.eachRow((row) => {
    if (row.getCell(1).value === 'JZ0001') filled = row
  })
  const headers = ((sheet?.getRow(1).values ?? []) as string[]).slice(1)
  const values = headers.map((_, i) => filled?.getCell(i + 1).text ?? '')
  expect((await check('people', await aWorkbook({ 人才库: [headers, values] }))).report).toMatchObject({
    errors: 0,
    added: 1,
    ignored: [],
  })
})
