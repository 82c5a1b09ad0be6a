import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newRound, ok, refused, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const COUNTY = '421003'
const TOWNS = ['421003105', '421003104', '421003103'] as const
let stage: Stage
let office: Staff
let group: Staff

beforeAll(async () => {
  stage = await openStage(['4210'])
  office = await stage.staff(COUNTY, 'office', '周敏')
  group = await stage.staff(COUNTY, 'leading-group', '罗启明')
})
afterAll(() => stage.stop())

const body = (kind: string, place: string, more: object = {}) => ({
  id: uuid(),
  authority: COUNTY,
  kind,
  place,
  name: '某同志',
  ...more,
})
const name = (kind: string, place: string, more: object = {}): Promise<Json> =>
  ok(office.send('POST', '/charges', body(kind, place, more)))

/** A round of the county on three villages of each town, under way without the walk through its approval. */
async function roundUnderWay(): Promise<{ readonly round: string; readonly units: readonly string[] }> {
  const { admin } = stage.server.database
  const round = await newRound(office, { authority: COUNTY, title: '第一轮' })
  const { rows } = await admin.query<{ id: string }>(
    `select id from (select id, row_number() over (partition by place / 1000 order by place) as n from registry.unit
       where kind = 'village' and place / 1000 = any ($1)) v where n <= 3`,
    [TOWNS.map(Number)],
  )
  const units = rows.map(({ id }) => id)
  await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: units.map((unit) => ({ unit })) }))
  await admin.query(
    `set session_replication_role = replica; update rounds.round set state = 'running' where id = '${round}'; reset session_replication_role`,
  )
  return { round, units }
}

it('S4-10 the page of a county leader shows his three towns and the twelve items in them, each with its town and days, and nobody else’s', async () => {
  const leader = await stage.somebody(COUNTY, '县委常委甲')
  const other = await stage.somebody(COUNTY, '副县长乙')
  for (const town of TOWNS) await name('area-leader', town, { title: '县委常委', signInName: leader.signInName })
  await name('area-leader', '421003102', { signInName: other.signInName })
  const { round, units } = await roundUnderWay()
  for (const [index, unit] of units.slice(0, 4).entries())
    await ok(
      office.send('POST', `/rounds/${round}/targets/${unit}/arrangements`, {
        id: uuid(),
        kind: index === 3 ? 'meeting' : 'documents',
        day: index === 0 ? '2026-11-20' : '2026-12-05',
        title: '三年收支账簿',
      }),
    )
  const page = (await ok(leader.get('/own-areas'))) as { areas: Json[]; items: Json[] }
  expect(page.areas).toHaveLength(3)
  expect(page.items).toHaveLength(12)
  expect(page.items.filter(({ kind }) => kind === 'documents')).toHaveLength(3)
  expect(page.areas.reduce((sum, area) => sum + Number(area['items']), 0)).toBe(12)
  expect(page.items.filter(({ isOverdue }) => isOverdue)).toMatchObject([{ kind: 'documents', due: '2026-11-20' }])
  // no word of what is asked for leaves the team and the liaison
  expect(JSON.stringify(page)).not.toContain('账簿')
  expect(await ok(other.get('/own-areas'))).toMatchObject({ areas: [{ items: 0 }], items: [] })
  expect(await ok(group.get('/own-areas'))).toEqual({ areas: [], items: [] })
})

it('S2-51 every target names its daily supervisor: its own before that of its county, and the leader of the area reads it too', async () => {
  const { round, units } = await roundUnderWay()
  const supervisor = '市纪委监委第三监督检查室'
  const shown = async (): Promise<unknown[]> =>
    ((await ok(office.get(`/rounds/${round}/targets`)))['items'] as Json[]).map((item) => item['supervisor'])
  expect(new Set(await shown())).toEqual(new Set([null]))
  await name('daily-supervisor', COUNTY, { name: supervisor })
  expect(await shown()).toEqual(units.map(() => supervisor))
  await name('daily-supervisor', COUNTY, { name: '市纪委监委第五监督检查室', unit: units[0] })
  expect((await shown()).filter((one) => one === '市纪委监委第五监督检查室')).toHaveLength(1)
  const leader = await stage.somebody(COUNTY, '县委常委丙')
  const town = `${Math.floor(Number(units[0]?.slice(24)) / 1000)}`
  const held = ((await ok(office.get(`/charges?authority=${COUNTY}`)))['items'] as Json[]).find(
    (charge) => charge['kind'] === 'area-leader' && (charge['place'] as Json)['code'] === town,
  )
  if (held !== undefined) await ok(office.send('POST', `/charges/${String(held['id'])}/revocation`, { reason: '调整分工' }))
  await name('area-leader', town, { signInName: leader.signInName })
  const { items } = (await ok(leader.get('/own-areas'))) as { items: Json[] }
  expect(items.length).toBeGreaterThan(0)
  for (const item of items) expect(item['supervisor']).toMatch(/^市纪委监委第[三五]监督检查室$/)
})

it('a place has one liaison at a time: the next is named when the first is taken back, and both stay on record', async () => {
  const first = await name('liaison', COUNTY, { name: '甲' })
  const said = await refused(office.send('POST', '/charges', body('liaison', COUNTY, { name: '乙' })), 'already-there')
  expect(JSON.stringify(said)).toContain('现由甲担任')
  const path = `/charges/${String(first['id'])}/revocation`
  await ok(office.send('POST', path, { reason: '调离' }))
  await refused(office.send('POST', path, { reason: '调离' }), 'wrong-state')
  await name('liaison', COUNTY, { name: '乙' })
  const { items } = (await ok(group.get(`/charges?authority=${COUNTY}`))) as { items: Json[] }
  expect(items.filter(({ kind }) => kind === 'liaison').map((one) => [one['name'], one['revokedReason']])).toEqual([
    ['乙', null],
    ['甲', '调离'],
  ])
})

it('a group has many deputies, and nobody is one twice', async () => {
  await name('group-deputy', COUNTY, { name: '丁' })
  await name('group-deputy', COUNTY, { name: '戊' })
  const said = await refused(office.send('POST', '/charges', body('group-deputy', COUNTY, { name: ' 丁 ' })), 'already-there')
  expect(JSON.stringify(said)).toContain('现由丁担任')
})

it('only the office names, within its own area, an account of its own range, and never itself', async () => {
  await refused(group.send('POST', '/charges', body('liaison', TOWNS[0])), 'not-allowed')
  await refused(office.send('POST', '/charges', body('liaison', '421022')), 'unfit')
  await refused(office.send('POST', '/charges', body('group-leader', TOWNS[0])), 'unfit')
  await refused(office.send('POST', '/charges', body('area-leader', TOWNS[0], { unit: uuid() })), 'unfit')
  const far = await stage.somebody('421022', '外县')
  await refused(office.send('POST', '/charges', body('liaison', TOWNS[1], { signInName: far.signInName })), 'unfit')
  const { rows } = await stage.server.database.admin.query<{ username: string }>(
    'select username from access.account where id = $1',
    [office.account],
  )
  await refused(office.send('POST', '/charges', body('liaison', TOWNS[1], { signInName: rows[0]?.username })), 'unfit')
  await refused(far.get(`/charges?authority=${COUNTY}`), 'not-allowed')
})
