// Programmes that bind the rounds of all 16 districts of 天津.
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok, refused } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const TIANJIN = '12'
let stage: Stage
let office: Staff
let group: Staff
let districts: string[]

beforeAll(async () => {
  stage = await openStage(['12'])
  office = await stage.staff(TIANJIN, 'office', '孟凡青')
  group = await stage.staff(TIANJIN, 'leading-group', '于海')
  const { rows } = await stage.server.database.admin.query<{ code: number }>(
    `select code from registry.region where level = 3 and code / 10000000000 = 12 order by code`,
  )
  districts = rows.map((row) => String(row.code).slice(0, 6))
})
afterAll(() => stage.stop())

async function newProgramme(bodies = districts): Promise<string> {
  const id = uuid()
  await ok(
    office.send('POST', '/programmes', {
      id,
      authority: TIANJIN,
      title: '统配巡首轮',
      mode: 'pooled',
      starts: '2026-12-01',
      ends: '2027-02-28',
      guidance: { title: '关于开展“统配巡”的指导意见', text: '一体部署、一体推进。' },
      bodies: bodies.map((body, index) => ({ body, starts: '2026-12-01', ends: index === 8 ? '2027-03-31' : '2027-02-28' })),
      items: [
        { id: uuid(), text: '统一工作目标要求' },
        { id: uuid(), text: '统一起止时间' },
      ],
    }),
  )
  return id
}

it('S2-21 the guidance has 16 receipts, and district 9’s window outside the round’s is warned of', async () => {
  const programme = await newProgramme()
  for (const district of districts) {
    const staff = await stage.staff(district, 'office')
    await ok(staff.send('POST', `/programmes/${programme}/acknowledgements`, { body: district, what: 'received' }))
    await refused(
      staff.send('POST', `/programmes/${programme}/acknowledgements`, {
        body: districts[district === districts[0] ? 1 : 0],
        what: 'received',
      }),
      'not-allowed',
    )
  }
  const shown = (await ok(office.get(`/programmes/${programme}`))) as {
    received: number
    warnings: { rule: string; en: string }[]
  }
  expect(shown.received).toBe(16)
  expect(shown.warnings.filter((warning) => warning.rule === 'window')).toHaveLength(1)
  expect(shown.warnings[0]?.en).toContain(districts[8] ?? '')
})

it('S2-02 a new end date of the master asks every local office to confirm', async () => {
  const programme = await newProgramme(districts.slice(0, 3))
  const confirmed = async () =>
    ((await ok(office.get(`/programmes/${programme}`))) as { bodies: { confirmed: boolean }[] }).bodies.map(
      (body) => body.confirmed,
    )
  expect(await confirmed()).toEqual([true, true, true])
  await ok(office.send('POST', `/programmes/${programme}/dates`, { ends: '2027-03-15', reason: '春节顺延' }))
  expect(await confirmed()).toEqual([false, false, false])
  const staff = await stage.staff(districts[1] ?? '', 'office')
  await ok(staff.send('POST', `/programmes/${programme}/acknowledgements`, { body: districts[1], what: 'confirmed' }))
  expect(await confirmed()).toEqual([false, true, false])
})

it('S2-84 a local office adds four items of its own and cannot take a locked one away', async () => {
  const programme = await newProgramme(districts.slice(0, 2))
  const staff = await stage.staff(districts[0] ?? '', 'office')
  for (const text of ['城中村改造', '物业监管', '老旧小区', '集贸市场']) {
    await ok(staff.send('POST', `/programmes/${programme}/items`, { id: uuid(), body: districts[0], text }))
  }
  const { items } = (await ok(staff.get(`/programmes/${programme}`))) as {
    items: { id: string; locked: boolean; addedBy: { code: string } }[]
  }
  expect(items.filter((item) => !item.locked)).toHaveLength(4)
  const locked = items.find((item) => item.locked)
  const refusal = await refused(
    staff.send('POST', `/programmes/${programme}/items/${locked?.id}/remove`, { reason: '不适用' }),
    'unfit',
  )
  expect(refusal['detail']).toContain('上级')
  const own = items.find((item) => !item.locked)
  await ok(staff.send('POST', `/programmes/${programme}/items/${own?.id}/remove`, { reason: '并入其他' }))
})

it('S2-66 a programme has four sections, 四联, and is approved only with all four and a meeting', async () => {
  const programme = await newProgramme(districts.slice(0, 2))
  const { items } = (await ok(office.get(`/papers/programmes/${programme}/sections`))) as { items: { key: string; zh: string }[] }
  expect(items.map((section) => section.zh)).toEqual(['队伍联带', '力量联合', '方法联创', '党建联建'])
  const meeting = uuid()
  const record = {
    id: meeting,
    kind: 'leading-group',
    date: '2026-11-19',
    title: '专题研究',
    attendees: ['于海'],
    decision: '同意',
  }
  await ok(group.send('POST', `/papers/programmes/${programme}/meetings`, record))
  for (const { key } of items.slice(0, 3))
    await ok(office.send('PUT', `/papers/programmes/${programme}/sections/${key}`, { text: '已定' }))
  const refusal = await refused(group.send('POST', `/programmes/${programme}/approval`, { meeting }), 'unfit')
  expect(refusal['errors']).toMatchObject([{ zh: '方案缺“党建联建”一节' }])
  await ok(office.send('PUT', `/papers/programmes/${programme}/sections/party-building`, { text: '已定' }))
  await refused(group.send('POST', `/programmes/${programme}/approval`, {}), 'unfit')
  expect(await ok(group.send('POST', `/programmes/${programme}/approval`, { meeting }))).toMatchObject({
    state: 'approved',
    meeting,
  })
})

it('S2-63 the county stays the responsible body of a programme though a helper leads', async () => {
  const programme = await newProgramme(districts.slice(0, 2))
  const { roles } = (await ok(office.get(`/programmes/${programme}`))) as { roles: { level: string; responsible: boolean }[] }
  expect(roles.filter((role) => role.responsible).map((role) => role.level)).toEqual(['county'])
})
