import ExcelJS from 'exceljs'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Questionnaire, QuestionnaireBatches, SurveyResults } from '@shengmian/contract'
import { ok, refused } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'
import { closed, entered, issued, openSurvey, published, sheets, villageForm, type Survey } from '../testing/survey.ts'

let stage: Stage
let survey: Survey
let office: Staff

beforeAll(async () => {
  stage = await openStage(['421003'])
  survey = await openSurvey(stage, 24)
  office = survey.office
})
afterAll(() => stage.stop())

const results = async (id: string, by = office) => (await ok(by.get(`/questionnaires/${id}/results`))) as unknown as SurveyResults
const upload = async (path: string, bytes: Uint8Array) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), '问卷.xlsx')
  const request = new Request('http://localhost', { method: 'POST', body: form })
  const answer = await stage.server.server.app.inject({
    method: 'POST',
    url: `/api${path}`,
    headers: {
      authorization: `Bearer ${office.token}`,
      'idempotency-key': uuid(),
      'content-type': request.headers.get('content-type') ?? '',
    },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() }
}
const village = (index: number): string => survey.villages[index] ?? ''
const draft = async (id: string) => (await ok(office.get(`/questionnaires/${id}`))) as unknown as Questionnaire

it('S0-25 2,000 questionnaires are issued in 24 villages, each shows its returned rate, and a village with 3 answers shows <5', async () => {
  const id = await published(office, survey.round)
  const counts = survey.villages.map((unit, index) => [unit, index < 8 ? 84 : 83] as const)
  const batches = await issued(office, id, counts)
  await entered(office, batches[0] ?? '', sheets(42, { knows: 'yes', content: 'good' }))
  await entered(office, batches[1] ?? '', sheets(3, { knows: 'no', content: 'bad' }))
  await entered(office, batches[2] ?? '', [
    ...sheets(20, { knows: 'yes', content: 'good' }),
    ...sheets(9, { knows: 'no', content: 'bad' }),
  ])
  await entered(office, batches[2] ?? '', sheets(6, { knows: 'no' }))
  await closed(office, id)
  const { villages, total, questions, definitions } = await results(id)
  expect(villages).toHaveLength(24)
  expect(villages.reduce((sum, { issued: own }) => sum + own, 0)).toBe(2000)
  expect(villages[0]).toMatchObject({ issued: 84, returned: 42, valid: 42, returnedRate: 50, awareness: 100 })
  expect(villages[1]).toMatchObject({ returned: '*', valid: '<5', returnedRate: null, awareness: null, participation: null })
  expect(villages[3]).toMatchObject({ returned: 0, returnedRate: 0 })
  // No total counts the village of three, so none gives it away.
  expect(questions[0]?.rows[1]).toEqual(['*', '*', '*'])
  expect(total).toMatchObject({ issued: 1916, valid: 71, invalid: 6, returned: 77, returnedRate: 4, participation: 0.1 })
  expect(definitions.map(({ zh }) => zh)).toContain('回收率＝已录入问卷÷发放问卷')
  const file = await office.get(`/questionnaires/${id}/results.xlsx`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(file.bytes as never)
  const lines = book.worksheets[0]?.getSheetValues() as unknown[][]
  expect(lines[3]?.slice(2, 7)).toEqual([84, '*', '<5', '*', '—'])
  expect(lines[2]?.slice(6, 9)).toEqual([0.5, 1, 1])
  expect(book.worksheets[0]?.getCell('F2').numFmt).toBe('0.0%')
})

it("S4-55 60 of 100 answers 'know': 60 %; and 45 questionnaires of 3,000 residents: participation 1.5 %", async () => {
  const id = await published(office, survey.round)
  const [hundred = '', few = ''] = await issued(office, id, [
    [village(0), 120],
    [village(1), 60],
  ])
  await entered(office, hundred, [
    ...sheets(60, { knows: 'yes', content: 'good' }),
    ...sheets(40, { knows: 'no', content: 'bad' }),
  ])
  await entered(office, few, sheets(45, { knows: 'yes', content: 'good' }))
  await closed(office, id)
  const { villages } = await results(id)
  expect(villages[0]).toMatchObject({ awareness: 60, returned: 100 })
  expect(villages[1]).toMatchObject({ residents: 3000, participation: 1.5 })
})

it('S2-08 for a village of 3,000 residents 111 questionnaires and 4 days are suggested, with formula and source', async () => {
  const id = await published(office, survey.round)
  const { targets, formula } = (await ok(office.get(`/questionnaires/${id}/batches`))) as unknown as QuestionnaireBatches
  expect(targets[0]).toMatchObject({ residents: 3000, suggested: { answers: 94, issued: 111, days: 4 } })
  expect(formula.zh).toContain('Cochran')
})

it('S3-40 public 55 %, the other sides 95 %: not passed', async () => {
  const id = await published(office, survey.round)
  const [batch = ''] = await issued(office, id, [[village(0), 120]])
  await entered(office, batch, [
    ...sheets(55, { knows: 'yes', content: 'good' }),
    ...sheets(45, { knows: 'yes', content: 'bad' }),
  ])
  await closed(office, id)
  const review = { id: uuid(), unit: village(0), organisation: 95, department: 95, basis: '组织部点评会记录' }
  const said = (await ok(office.send('POST', `/questionnaires/${id}/side-reviews`, review))) as unknown as SurveyResults
  expect(said.villages[0]).toMatchObject({
    satisfaction: 55,
    review: { verdict: 'not-passed', weighted: 71, basis: '组织部点评会记录', recordedBy: '周敏' },
  })
  await refused(survey.group.send('POST', `/questionnaires/${id}/side-reviews`, { ...review, id: uuid() }), 'not-allowed')
  const elsewhere = { ...review, id: uuid(), unit: village(5) }
  await refused(office.send('POST', `/questionnaires/${id}/side-reviews`, elsewhere), 'wrong-state')
})

it('S4-26 a question without its official indicator beside the plain words is not published, and the fault names it', async () => {
  const id = uuid()
  await ok(office.send('POST', `/rounds/${survey.round}/questionnaires`, { id, title: '问卷' }))
  const items = villageForm.items.map((item) => (item.name === 'knows' ? { ...item, indicator: '' } : item))
  await ok(office.send('PUT', `/questionnaires/${id}/draft`, { edition: 0, form: { ...villageForm, items } }))
  const said = await refused(office.send('POST', `/questionnaires/${id}/versions`, { edition: 1 }), 'unfit')
  expect(said['errors']).toMatchObject([{ at: 'form/knows', zh: '“knows”：没有写对应的正式指标' }])
})

it('a version never changes: papers issued of it keep its form when the draft goes on', async () => {
  const id = await published(office, survey.round)
  const [batch = ''] = await issued(office, id, [[village(0), 20]])
  const items = villageForm.items.slice(0, 1)
  const changed = { ...villageForm, items, satisfaction: null, title: '改过的问卷' }
  // nothing has changed yet: a second version would be the first under another number
  await refused(office.send('POST', `/questionnaires/${id}/versions`, { edition: 1 }), 'already-there')
  await ok(office.send('PUT', `/questionnaires/${id}/draft`, { edition: 1, form: changed }))
  await refused(office.send('PUT', `/questionnaires/${id}/draft`, { edition: 1, form: changed }), 'changed-meanwhile')
  await ok(office.send('POST', `/questionnaires/${id}/versions`, { edition: 2 }))
  expect((await draft(id)).versions.map(({ version }) => version)).toEqual([1, 2])
  expect(await ok(office.get(`/questionnaire-batches/${batch}`))).toMatchObject({ version: 1, form: { title: '村级巡察问卷' } })
  await closed(office, id)
  expect(await ok(office.get(`/questionnaires/${id}/results?version=1`))).toMatchObject({ villages: [{ issued: 20 }] })
  await issued(office, id, [[village(1), 30]])
  expect(await results(id)).toMatchObject({ version: 1, villages: [{ issued: 20 }] })
  await refused(office.get(`/questionnaires/${id}/results?version=2`), 'wrong-state')
  await closed(office, id, 2)
  expect(await results(id)).toMatchObject({ version: 2, villages: [{ issued: 30 }] })
})

it('an exported form imports to the same form; one with what is not supported is refused by cell and nothing is taken', async () => {
  const id = await published(office, survey.round)
  const { bytes } = await office.get(`/questionnaires/${id}/form.xlsx`)
  const before = await draft(id)
  expect((await upload(`/questionnaires/${id}/draft/1/form.xlsx`, bytes)).status).toBe(200)
  expect(await draft(id)).toMatchObject({ form: before.form, edition: 2 })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  book.getWorksheet('survey')?.addRow(['geopoint', 'where', '在哪里？'])
  const spoilt = Buffer.from(await book.xlsx.writeBuffer())
  const said = await refused(upload(`/questionnaires/${id}/draft/2/form.xlsx`, spoilt), 'unfit')
  expect(said['errors']).toMatchObject([{ at: 'survey!A5', zh: 'survey表A5：不支持题型“geopoint”' }])
  expect(await draft(id)).toMatchObject({ form: before.form, edition: 2 })
  await refused(upload(`/questionnaires/${id}/draft/2/form.xlsx`, Buffer.from('no')), 'file-unreadable')
})

it('who is ordered to a village enters its sheets and sees no other village; a sheet is corrected by saying so, and typed again to check', async () => {
  const id = await published(office, survey.round)
  const [own = '', other = ''] = await issued(office, id, [
    [village(0), 10],
    [village(1), 10],
  ])
  const member = await survey.order(village(0))
  const put = (number: number, answers: object, isCorrection = false, batch = own) =>
    member.send('PUT', `/questionnaire-batches/${batch}/sheets/${number}`, { answers, isCorrection })
  expect(await ok(put(1, { knows: 'no', content: 'good' }))).toMatchObject({ isValid: true, batch: { next: 2, entered: 1 } })
  expect(await ok(put(2, { knows: 'no', times: 2, content: 'good' }))).toMatchObject({
    isValid: false,
    faults: [{ question: 'times', rule: 'not-asked' }],
  })
  await refused(put(1, { knows: 'no', content: 'bad' }), 'already-there')
  await ok(put(1, { knows: 'no', content: 'bad' }, true))
  await refused(put(11, { knows: 'no', content: 'bad' }), 'unfit')
  await refused(put(1, { knows: 'no', content: 'bad' }, false, other), 'not-found')
  const again = (answers: object) => member.send('POST', `/questionnaire-batches/${own}/sheets/1/check`, { answers })
  expect(await ok(again({ knows: 'yes', content: 'bad' }))).toMatchObject({ differing: ['knows'], batch: { checked: 0 } })
  expect(await ok(again({ knows: 'no', content: 'bad' }))).toMatchObject({ differing: [], batch: { checked: 1 } })
  await closed(office, id)
  expect((await results(id, member)).villages.map(({ unit }) => unit.id)).toEqual([village(0)])
  await refused(member.send('PUT', `/questionnaires/${id}/draft`, { edition: 1, form: villageForm }), 'not-allowed')
  const stranger = await stage.staff('421022', 'office')
  await refused(stranger.get(`/questionnaires/${id}`), 'not-found')
})

it('results are read once entry is closed, and nothing is typed, corrected or issued after: two readings tell no sheet between them', async () => {
  const id = await published(office, survey.round)
  const close = () => office.send('POST', `/questionnaires/${id}/closing`, { version: 1 })
  await refused(close(), 'wrong-state')
  const [batch = ''] = await issued(office, id, [[village(0), 40]])
  await entered(office, batch, sheets(20, { knows: 'yes', content: 'good' }))
  await refused(office.get(`/questionnaires/${id}/results`), 'wrong-state')
  await refused(office.get(`/questionnaires/${id}/results.xlsx`), 'wrong-state')
  const member = await survey.order(village(0))
  await refused(member.send('POST', `/questionnaires/${id}/closing`, { version: 1 }), 'not-allowed')
  await ok(close())
  await refused(close(), 'already-there')
  expect((await draft(id)).versions[0]?.closedAt).not.toBeNull()
  const before = await results(id)
  const answers = { knows: 'no', content: 'bad' }
  const put = (number: number, isCorrection: boolean) =>
    member.send('PUT', `/questionnaire-batches/${batch}/sheets/${number}`, { answers, isCorrection })
  await refused(put(21, false), 'wrong-state')
  await refused(put(1, true), 'wrong-state')
  await refused(member.send('POST', `/questionnaire-batches/${batch}/sheets/1/check`, { answers }), 'wrong-state')
  await refused(
    office.send('POST', `/questionnaires/${id}/batches`, { batches: [{ id: uuid(), unit: village(1), issued: 9 }] }),
    'wrong-state',
  )
  expect(await results(id)).toEqual(before)
  const { admin } = stage.server.database
  await expect(admin.query(`update rounds.answer_sheet set is_valid = false where batch = $1`, [batch])).rejects.toThrow('closed')
})

it('a sheet on the disk has no person, no identifier of its own and nothing finer than a day', async () => {
  const { rows } = await stage.server.database.admin.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns where table_schema = 'rounds' and table_name = 'answer_sheet'`,
  )
  expect(rows.filter(({ type }) => type.startsWith('timestamp') || type.startsWith('time')).map(({ name }) => name)).toEqual([])
  expect(
    rows
      .filter(({ type }) => type === 'uuid')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['batch', 'entered_by', 'round', 'unit'])
})
