// From a sealed report to a verified correction, and what the unit's side learns of it: the order, and nothing that it began with.
import type { Matter, SealedReport } from '@shengmian/contract'
import { openReport, readReplies, sealReply, signManifest } from '@shengmian/sealing'
import { startTestServer, type TestServer } from '@shengmian/testing'
import { topicsOf } from '@shengmian/triage'
import ExcelJS from 'exceljs'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Planted } from '../../access/testing/accounts.ts'
import { asApplication } from '../../access/testing/as-application.ts'
import { plantTeamDesk, type PlantedTeam } from '../../inbox/testing/team.ts'
import { random, type Phone, type TestDesk } from '../../intake/testing/desk.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer({ intakeTerms: { tries: 20, usual: 1000, flood: 2000 } })
})
afterAll(() => world.stop())

let count = 0
let desk: TestDesk
let team: PlantedTeam
let member: Planted
let phone: Phone
beforeEach(async () => {
  count += 1
  world.clock.set('2026-11-21T02:00:00Z')
  ;({ desk, team, member, phone } = await plantTeamDesk(world, `order${1000 + count}`))
})

const as = (who: Planted) => world.withToken(who.token)
const codeOf = (answer: { body: unknown }) => (answer.body as { code?: string }).code
const at = (path: string) => `/inboxes/${desk.code}${path}`
const send = async (from: Phone, what: Parameters<Phone['seal']>[0]) => {
  const sealed = from.seal(what)
  expect((await from.send(sealed.envelope)).statusCode).toBe(201)
  return sealed
}

/** What the receipt of a phone finds. */
async function answersOf(from: Phone) {
  const box = await world.server.app.inject({
    method: 'POST',
    url: `/intake/${desk.code}/mailbox`,
    payload: { fetch: from.reporter.fetch },
  })
  const envelopes = box.json<{ replies: string[] }>().replies.map((text) => new Uint8Array(Buffer.from(text, 'base64')))
  return readReplies(envelopes, from.reporter, {
    root: desk.root.verify,
    round: desk.code,
    manifests: [signManifest(desk.manifest, desk.root.secret)],
  })
}

it('S2-75 a report of 16 September goes from intake to topic, check, immediate order, the unit’s answer and its verification, each with its time, and the receipt reads what was done', async () => {
  const { hash: about } = await send(phone, { text: '学校突然把食堂用的一卡通换成另一家的，要家长重新交押金。', named: null })
  await world.database.admin.query(`update intake.release set day = '2026-09-16' where desk = $1`, [desk.code])
  const accepted = { verdict: 'accept', reason: '属于巡察受理范围', addressee: null }
  expect((await as(member).send('POST', at('/reports/1/decisions'), accepted)).status).toBe(201)
  const opened = openReport(new Uint8Array((await as(member).get(at('/reports/1/envelope'))).bytes), [desk.team], desk.code)
  if (opened.kind === 'refused') throw new Error(opened.why)
  expect(opened.report.named).toBeNull()
  const topic = topicsOf(opened.report.text)[0]?.topic
  expect(topic).toMatchObject({ en: 'school fees', kind: 'livelihood' })

  const way = async () =>
    (await as(member).get(at('/reports/1/matter'))).body as { matter: Matter | null; targets: { id: string }[] }
  const unit = (await way()).targets[0]?.id
  expect((await way()).matter).toBeNull()
  const clock = (time: string) => world.clock.set(`2026-11-21T${time}:00Z`)
  const say = async (path: string, body: object, who = member) => {
    const answer = await as(who).send('POST', path, body)
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    return answer.body as { id: string; state?: string }
  }
  clock('03:00')
  const matter = await say(at('/reports/1/matter'), { id: v7(), unit, topic: topic?.zh, kind: topic?.kind })
  const order = { id: v7(), what: '停用新卡，退还重复收取的一卡通押金', until: '2026-11-25', matter: matter.id }
  const path = `/rounds/${team.round}/targets/${unit}/corrections`
  expect(codeOf(await as(member).send('POST', path, order))).toBe('wrong-state')
  clock('04:00')
  await say(`/matters/${matter.id}/check`, { holds: true, note: '查看收费票据、走访十名家长属实' })
  clock('05:00')
  expect(codeOf(await as(member).send('POST', path, { ...order, until: '2026-11-20' }))).toBe('unfit')
  await say(path, order)
  expect(codeOf(await as(member).send('POST', path, { ...order, id: v7() }))).toBe('wrong-state')

  const liaison = await team.liaison()
  const judge = (kind: string, text: string) => say(`/corrections/${order.id}/judgements`, { id: v7(), kind, text })
  const done = (text: string) => say(`/own-corrections/${order.id}/answers`, { id: v7(), text }, liaison)
  expect(
    codeOf(await as(member).send('POST', `/corrections/${order.id}/judgements`, { id: v7(), kind: 'verify', text: '属实' })),
  ).toBe('wrong-state')
  clock('06:00')
  expect((await done('已停用新卡，押金退了一半')).state).toBe('answered')
  clock('07:00')
  expect((await judge('return', '押金要全部退还')).state).toBe('open')
  clock('08:00')
  await done('押金全部退还，公示三天')
  clock('09:00')
  expect((await judge('verify', '抽查二十户，均已退还')).state).toBe('verified')

  const hour = (time: string) => `2026-11-21T${time}:00.000Z`
  expect((await way()).matter).toMatchObject({
    topic: '学校收费',
    kind: 'livelihood',
    at: hour('03:00'),
    by: '测试账号',
    check: { holds: true, at: hour('04:00'), by: '测试账号' },
    correction: {
      what: order.what,
      until: '2026-11-25',
      at: hour('05:00'),
      by: '测试账号',
      report: { desk: desk.code, number: 1 },
      state: 'verified',
      steps: [
        { kind: 'answer', at: hour('06:00') },
        { kind: 'return', at: hour('07:00') },
        { kind: 'answer', at: hour('08:00'), text: '押金全部退还，公示三天' },
        { kind: 'verify', at: hour('09:00'), by: '测试账号' },
      ],
    },
  })

  const said = {
    seq: 1,
    prev: null,
    about,
    day: '2026-11-21',
    text: '已核实并责令改正：押金全部退还，公示三天。',
    accepted: null,
  }
  const sealed = sealReply(said, opened.report, desk.manifest, { replySecret: desk.replies.secret, random })
  const envelope = Buffer.from(sealed?.envelope ?? []).toString('base64')
  expect((await as(member).send('POST', at('/reports/1/replies'), { seq: 1, prev: null, envelope })).status).toBe(204)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const { items } = (await as(member).get(at('/reports'))).body as { items: SealedReport[] }
  expect(items[0]).toMatchObject({ day: '2026-09-16', decision: { on: today } })
  expect((await as(member).get(at('/reports/1/replies'))).body).toMatchObject({ items: [{ day: today }] })
  expect((await answersOf(phone)).replies).toMatchObject([{ text: '已核实并责令改正：押金全部退还，公示三天。' }])
})

it('S2-75 the liaison who answers an order learns neither of a reporter nor that there is a report; nobody else answers or verifies', async () => {
  await send(phone, { text: '学校收费太高。' })
  const unit = ((await as(member).get(at('/reports/1/matter'))).body as { targets: { id: string }[] }).targets[0]?.id
  const [matter, order, plain] = [v7(), v7(), v7()]
  const path = `/rounds/${team.round}/targets/${unit}/corrections`
  const body = { what: '停用新卡，退还押金', until: '2026-11-25' }
  await as(member).send('POST', at('/reports/1/matter'), { id: matter, unit, topic: '学校收费', kind: 'livelihood' })
  await as(member).send('POST', `/matters/${matter}/check`, { holds: true, note: '票据属实' })
  expect((await as(member).send('POST', path, { id: order, ...body, matter })).status).toBe(201)
  expect((await as(member).send('POST', path, { id: plain, ...body })).status).toBe(201)
  const liaison = await team.liaison()
  const all = ((await as(liaison).get('/own-corrections')).body as { items: Record<string, unknown>[] }).items
  const items = all.filter(({ round }) => round === team.round)
  expect(items).toHaveLength(2)
  // What came of a report and what the team saw itself look the same, key by key.
  const [one, other] = items.map(({ id: _id, ...rest }) => rest)
  expect(one).toEqual(other)
  for (const word of [desk.code, 'report', 'matter', '学校收费', '票据']) expect(JSON.stringify(items)).not.toContain(word)
  for (const closed of [at('/reports/1/matter'), at('/reports'), `/rounds/${team.round}/corrections`])
    expect(codeOf(await as(liaison).get(closed))).toBe('not-found')
  expect((await asApplication(world, liaison, 'select * from rounds.matter')).rows).toEqual([])
  expect(
    (await asApplication(world, liaison, `select id from rounds.correction where round = '${team.round}'`)).rows,
  ).toHaveLength(2)
  const answer = { id: v7(), text: '已退还' }
  for (const who of [member, team.office, team.group])
    expect(codeOf(await as(who).send('POST', `/own-corrections/${order}/answers`, answer))).toBe('not-found')
  expect((await as(liaison).send('POST', `/own-corrections/${order}/answers`, answer)).status).toBe(201)
  const verdict = { id: v7(), kind: 'verify', text: '属实' }
  for (const who of [liaison, team.office, team.group])
    expect(codeOf(await as(who).send('POST', `/corrections/${order}/judgements`, verdict))).toBe('not-allowed')
  const { items: shown } = (await as(team.office).get(`/rounds/${team.round}/corrections`)).body as { items: object[] }
  expect(shown).toHaveLength(2)
  await world.database.admin.query(
    'update access.engagement_order set revoked_at = now(), revoked_reason = $2 where round = $1',
    [team.round, '调整分工'],
  )
  expect(codeOf(await as(member).send('POST', `/corrections/${order}/judgements`, verdict))).toMatch(/not-/)
  expect(codeOf(await as(member).get(at('/reports/1/matter')))).toBe('not-found')
})

it('orders leave as a workbook with what is overdue in words, and without a word of the report that one began with', async () => {
  await send(phone, { text: '学校收费太高。' })
  const unit = ((await as(member).get(at('/reports/1/matter'))).body as { targets: { id: string }[] }).targets[0]?.id
  const matter = v7()
  await as(member).send('POST', at('/reports/1/matter'), { id: matter, unit, topic: '学校收费', kind: 'livelihood' })
  await as(member).send('POST', `/matters/${matter}/check`, { holds: true, note: '票据属实' })
  const path = `/rounds/${team.round}/targets/${unit}/corrections`
  const order = (what: string, until: string, more: object = {}) =>
    as(member).send('POST', path, { id: v7(), what, until, ...more })
  world.clock.set('2026-11-21T03:00:00Z')
  expect((await order('退还押金', '2026-11-22', { matter })).status).toBe(201)
  world.clock.set('2026-11-21T04:00:00Z')
  await order('公示低保名单', '2026-11-24')
  world.clock.set('2026-11-24T03:00:00Z')
  const { items } = (await as(member).get(`/rounds/${team.round}/corrections`)).body as {
    items: { daysLeft: number; isOverdue: boolean }[]
  }
  expect(items.map(({ daysLeft, isOverdue }) => [daysLeft, isOverdue])).toEqual([
    [0, false],
    [-2, true],
  ])
  const liaison = await team.liaison()
  expect(codeOf(await as(liaison).get(`/rounds/${team.round}/corrections.xlsx`))).toBe('not-found')
  const workbook = new ExcelJS.Workbook()
  const { bytes } = await as(team.office).get(`/rounds/${team.round}/corrections.xlsx`)
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer)
  const texts = workbook.worksheets.map((sheet) => sheet.getSheetValues().flat().map(String))
  expect(texts[0]).toEqual(expect.arrayContaining(['退还押金', '逾期2天', '公示低保名单', '今天到期', '待单位答复']))
  for (const word of [desk.code, '学校收费', '票据', '来件', '反映', '组内']) expect(texts.flat().join(' ')).not.toContain(word)
  expect(texts[1]?.join(' ')).toMatch(/其中逾期 1/)
  world.clock.set('2026-11-21T02:00:00Z')
})
