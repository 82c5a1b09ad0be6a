import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ok, refused, type Json } from '../testing/drive.ts'
import { openStage, village, type Staff, type Stage } from '../testing/stage.ts'

const JINGZHOU = '4210'
const VILLAGES = ['421003105201', '421003105202'] as const
let stage: Stage
let office: Staff
let group: Staff
let native: string
let stranger: string
let secretary: string

beforeAll(async () => {
  stage = await openStage([JINGZHOU])
  office = await stage.staff(JINGZHOU, 'office', '周敏')
  group = await stage.staff(JINGZHOU, 'leading-group', '罗启明')
  const from = (name: string, home: string) => stage.person({ name, authority: JINGZHOU, home, native: home })
  native = await from('钱小梅', VILLAGES[0])
  stranger = await from('孙立', VILLAGES[1])
  secretary = await stage.official(village(VILLAGES[0]), '贺建华')
})
afterAll(() => stage.stop())

const event = (more: object = {}) => ({
  id: uuid(),
  authority: JINGZHOU,
  kind: 'area',
  title: '弥市镇跨村片区协作',
  starts: '2026-03-01',
  ends: '2026-03-05',
  people: [stranger],
  units: [village(VILLAGES[0])],
  ...more,
})

const record = (more: object = {}): Promise<Json> => ok(office.send('POST', '/cooperation-events', event(more)))

const warnings = (shown: Json) => shown['warnings'] as { level: string; rule: string; zh: string }[]

it('S3-21 an area event with a member from the same village is recorded with a warning that names him, the village and why', async () => {
  const shown = await record({ people: [native, stranger] })
  const named = warnings(shown).filter(({ level }) => level === 'warn')
  expect(new Set(named.map(({ rule }) => rule))).toEqual(new Set(['home', 'native']))
  for (const { zh } of named) expect(zh).toMatch(/^钱小梅与.+：/)
  expect(shown).toMatchObject({ kind: 'area', people: [{ name: '钱小梅' }, { name: '孙立' }] })
})

it('S3-21 a neighbour from the next village of the same town is not warned of', async () => {
  expect(warnings(await record()).filter(({ level }) => level === 'warn')).toEqual([])
})

it('S3-22 192 pairing and 261 area events make a total of 453, and one taken back does not count', async () => {
  const { admin } = stage.server.database
  await admin.query(
    `insert into rounds.cooperation_event (authority, id, kind, title, starts, ends, people, units, recorded_by, recorded_name, recorded_at)
     select 421000000000, gen_random_uuid(), case when n <= 192 then 'pairing' else 'area' end, '第' || n || '次', '2025-05-01', '2025-05-02',
       jsonb_build_array($1::text), jsonb_build_array($2::text), $3, '周敏', now() from generate_series(1, 453) n`,
    [stranger, village(VILLAGES[0]), office.account],
  )
  const wrong = await record({ starts: '2025-06-01', ends: '2025-06-01' })
  const ask = '/cooperation-events?authority=4210&year=2025'
  expect(await ok(group.get(ask))).toMatchObject({ counts: { pairing: 192, area: 262, total: 454 } })
  const path = `/cooperation-events/${String(wrong['id'])}/withdrawal`
  expect(await ok(office.send('POST', path, { reason: '重复登记' }))).toMatchObject({ withdrawnReason: '重复登记' })
  await refused(office.send('POST', path, { reason: '重复登记' }), 'wrong-state')
  const list = await ok(group.get(ask))
  expect(list['counts']).toEqual({ pairing: 192, area: 261, total: 453 })
  expect(list['byYear']).toContainEqual({ year: 2025, pairing: 192, area: 261, total: 453 })
  expect((await ok(group.get(`${ask}&kind=pairing`)))['items']).toHaveLength(192)
})

it('S3-23 the ties of those who take part are reported: exposure in thousandths, the tie by name, and nothing for a stranger', async () => {
  expect((await record())['exposure']).toBe(0)
  const known = await stage.person({ name: '吴桐', authority: JINGZHOU, home: '421024', native: '421024' })
  await stage.tie(known, secretary, 'study', 600)
  const shown = await record({ kind: 'pairing', people: [known] })
  expect(shown['exposure']).toBe(600)
  expect(warnings(shown)).toContainEqual(expect.objectContaining({ level: 'warn', rule: 'study' }))
  const found = async (staff: Staff) => {
    const { items } = (await ok(staff.get('/cooperation-events?authority=4210&year=2026'))) as { items: Json[] }
    return items.find(({ id }) => id === shown['id'])?.['exposure']
  }
  expect([await found(office), await found(group)]).toEqual([600, 600])
})

it('S3-22 the list leaves as a workbook, for office and leading group', async () => {
  await record()
  for (const staff of [office, group]) {
    const file = await staff.get('/cooperation-events/table.xlsx?authority=4210&year=2026')
    expect(file.status).toBe(200)
    expect(file.bytes.subarray(0, 2).toString()).toBe('PK')
  }
  const other = await stage.staff('421003', 'office', '外县')
  await refused(other.get('/cooperation-events/table.xlsx?authority=4210&year=2026'), 'not-allowed')
})

it('only the office records, ends are not before starts, and people whom nobody lists are refused', async () => {
  await refused(group.send('POST', '/cooperation-events', event()), 'not-allowed')
  await refused(office.send('POST', '/cooperation-events', event({ ends: '2026-02-01' })), 'unfit')
  await refused(office.send('POST', '/cooperation-events', event({ people: [uuid()] })), 'unfit')
  const other = await stage.staff('421003', 'office', '别处')
  await refused(other.get('/cooperation-events?authority=4210&year=2026'), 'not-allowed')
})
