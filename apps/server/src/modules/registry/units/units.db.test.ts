import { v7 as uuidv7 } from 'uuid'
import type { Dossier, Unit } from '@shengmian/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aWorkbook, openOffice, type Office, type Staff } from '../testing/open-office.ts'
import { unitOfVillage } from './unit-ids.ts'

const linzhou = '410581'
const mishi = '421003105'
let office: Office
let city: Staff
let leibo: Staff

beforeAll(async () => {
  office = await openOffice([linzhou, mishi, '513437'])
  city = await office.staff(linzhou)
  leibo = await office.staff('513437')
})
afterAll(() => office.stop())

const village = unitOfVillage('421003105201')
const unknownFacts = {
  population: null,
  petitions: null,
  weakBranch: null,
  poverty: null,
  economy: null,
  conflicts: null,
  lastInspected: null,
}

async function allUnits(caller: Staff, query: string): Promise<Unit[]> {
  const units: Unit[] = []
  for (let cursor = ''; ;) {
    const { body } = await caller.get(`/units?${query}&limit=200${cursor}`)
    const page = body as { items: Unit[]; next: string | null }
    units.push(...page.items)
    if (page.next === null) return units
    cursor = `&cursor=${page.next}`
  }
}

it('S0-05 one town and its 24 villages and communities are 25 units, 24 of them villages and communities', async () => {
  const jingzhou = await office.staff('4210')
  const town = uuidv7()
  const added = await jingzhou.send('PUT', `/units/${town}`, {
    place: mishi,
    kind: 'township',
    name: '弥市镇党委',
    version: null,
  })
  expect(added.status).toBe(200)
  const units = (await allUnits(jingzhou, `within=${mishi}`)).filter(({ kind }) => kind !== 'other')
  expect(units).toHaveLength(25)
  expect(units[0]).toMatchObject({ id: town, kind: 'township', name: '弥市镇党委', place: { code: mishi, name: '弥市镇' } })
  expect(units.filter(({ kind }) => kind === 'village' || kind === 'community')).toHaveLength(24)
  const { body } = await jingzhou.get(`/unit-counts?within=${mishi}`)
  // Four farms and quarters with codes from 500 are of class "other".
  expect(body).toMatchObject({ total: 29, kinds: { township: 1, community: 1, village: 23, other: 4 } })
})

it('S4-20 588 villages stand in three classes that add up to 588, and a change keeps the history', async () => {
  const units = (await allUnits(city, `within=${linzhou}`))
    .filter(({ kind }) => kind === 'village' || kind === 'community')
    .slice(0, 588)
  expect(units).toHaveLength(588)
  const classes = ['典型示范', '一般中等', '后进']
  const rows = units.map(({ place }, i) => [place.code, classes[i % 3] ?? '', '三类划分', '2026-03-01', '审核人甲'])
  const file = await aWorkbook({ 分类: [['区划代码', '村情分类', '分类理由', '分类日期', '审核人'], ...rows] })
  const sheet = uuidv7()
  expect(await city.upload(`/sheets/units/imports/${linzhou}/${sheet}`, file)).toMatchObject({
    status: 201,
    body: { state: 'checked', changed: 588 },
  })
  expect(await city.send('POST', `/imports/${linzhou}/${sheet}/commit`)).toMatchObject({
    status: 200,
    body: { state: 'done', changed: 588 },
  })
  const { body } = await city.get(`/unit-counts?within=${linzhou}`)
  const counts = (body as { classes: Record<string, number> }).classes
  expect(counts).toMatchObject({ exemplary: 196, ordinary: 196, lagging: 196 })
  expect((counts['exemplary'] ?? 0) + (counts['ordinary'] ?? 0) + (counts['lagging'] ?? 0)).toBe(588)

  const id = units[2]?.id ?? ''
  const later = { class: 'ordinary', reason: '整改见效', day: '2026-09-01', reviewer: '审核人乙' }
  const { body: dossier } = await city.send('POST', `/units/${id}/classes`, later)
  expect((dossier as Dossier).unit.class).toBe('ordinary')
  expect((dossier as Dossier).classes.map(({ class: name, reason, day, reviewer }) => ({ name, reason, day, reviewer }))).toEqual(
    [
      { name: 'ordinary', reason: '整改见效', day: '2026-09-01', reviewer: '审核人乙' },
      { name: 'lagging', reason: '三类划分', day: '2026-03-01', reviewer: '审核人甲' },
    ],
  )
  // A change entered late for an earlier day joins the history and does not take the class back.
  await city.send('POST', `/units/${id}/classes`, { ...later, class: 'lagging', day: '2026-05-01' })
  expect(((await city.get(`/units/${id}`)).body as Dossier).unit.class).toBe('ordinary')
})

it('S4-18 a dossier has all sections, says what is missing and how complete it is, and keeps its versions', async () => {
  const jingzhou = await office.staff('421003')
  const empty = (await jingzhou.get(`/units/${village}`)).body as Dossier
  expect(empty.sections.map(({ section }) => section)).toEqual([
    'facts',
    'leaders',
    'economy',
    'assets',
    'petitions',
    'past-problems',
    'rectification',
  ])
  expect(empty).toMatchObject({ completeness: 0, officials: null, facts: unknownFacts, version: 0 })
  expect(empty.ancestors.map(({ name }) => name)).toEqual(['湖北省', '荆州市', '荆州区', '弥市镇'])

  const facts = {
    population: 2180,
    petitions: { '2025': 6 },
    weakBranch: false,
    poverty: false,
    economy: 38_600_000,
    conflicts: 0,
    lastInspected: '2021-05-20',
  }
  expect((await jingzhou.send('PUT', `/units/${village}/facts`, { facts, version: 0, reason: null })).status).toBe(200)
  await jingzhou.send('PUT', `/units/${village}/officials/${uuidv7()}`, {
    name: '郁青禾',
    title: '村党支部书记',
    isHead: true,
    from: '2021-03',
    until: null,
  })
  await jingzhou.send('POST', `/units/${village}/classes`, {
    class: 'ordinary',
    reason: '班子较强',
    day: '2026-03-01',
    reviewer: '审核人甲',
  })
  let { version, completeness } = (await jingzhou.get(`/units/${village}`)).body as Dossier
  expect(completeness).toBeGreaterThan(60)
  expect(completeness).toBeLessThan(100)
  for (const section of ['economy', 'assets', 'past-problems', 'rectification']) {
    const { status, body } = await jingzhou.send('PUT', `/units/${village}/sections/${section}`, {
      text: '已写明',
      source: '镇农经站',
      day: '2026-03-01',
      version,
    })
    expect(status).toBe(200)
    ;({ version, completeness } = body as Dossier)
  }
  expect(completeness).toBe(100)
  const { body } = await jingzhou.get(`/units/${village}/versions?limit=2`)
  const page = body as { items: { version: number; facts: unknown }[]; next: string }
  expect(page.items).toHaveLength(2)
  const rest = (await jingzhou.get(`/units/${village}/versions?limit=50&cursor=${page.next}`)).body as typeof page
  expect([...page.items, ...rest.items].at(-1)).toMatchObject({ version: 1, facts })
})

it('S2-74 a police bureau, a statistics bureau and a school are three units of their county', async () => {
  const targets = [
    { name: '雷波县公安局', kind: 'bureau' },
    { name: '雷波县统计局', kind: 'bureau' },
    { name: '雷波民族中学', kind: 'school' },
  ]
  for (const target of targets) {
    const { status } = await leibo.send('PUT', `/units/${uuidv7()}`, { place: '513437', ...target, version: null })
    expect(status).toBe(200)
  }
  const found = (await allUnits(leibo, 'within=513437')).filter(({ kind }) => kind === 'bureau' || kind === 'school')
  expect(found.map(({ name, kind, county, place }) => ({ name, kind, county, place: place.name }))).toEqual(
    expect.arrayContaining(targets.map((target) => ({ ...target, county: '513437', place: '雷波县' }))),
  )
  expect(found).toHaveLength(3)
  const again = await leibo.send('PUT', `/units/${uuidv7()}`, {
    place: '513437',
    name: '雷波县公安局',
    kind: 'bureau',
    version: null,
  })
  expect(again).toMatchObject({ status: 409, body: { code: 'already-there' } })
})

it('a dossier changed by somebody else meanwhile is not overwritten', async () => {
  const id = unitOfVillage('421003105203')
  const jingzhou = await office.staff('421003')
  const write = (population: number, version: number) =>
    jingzhou.send('PUT', `/units/${id}/facts`, { facts: { ...unknownFacts, population }, version, reason: null })
  expect((await write(100, 0)).status).toBe(200)
  expect(await write(200, 0)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
  expect((await write(200, 1)).status).toBe(200)
})

it('another county reads names but neither dossiers nor officials, and writes nothing', async () => {
  const id = unitOfVillage('421003105204')
  const facts = { facts: { ...unknownFacts, population: 5 }, version: 0, reason: null }
  const own = await office.staff('421003')
  await own.send('PUT', `/units/${id}/facts`, facts)
  expect((await leibo.get(`/units/${id}`)).body).toMatchObject({ unit: { name: '里甲口村' }, facts: unknownFacts })
  expect((await leibo.send('PUT', `/units/${id}/facts`, { ...facts, version: 1 })).status).toBeGreaterThanOrEqual(400)
  const named = { place: '421003105204', kind: 'village', name: '改名村', version: 1 }
  expect(await leibo.send('PUT', `/units/${id}`, named)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  expect(await leibo.send('POST', `/units/${id}/withdrawal`, { reason: '越权撤销' })).toMatchObject({
    status: 403,
    body: { code: 'not-allowed' },
  })
  expect((await own.get(`/units/${id}`)).body).toMatchObject({ unit: { name: '里甲口村', state: 'active' } })
  expect(await office.server.nobody.get(`/units/${id}`)).toMatchObject({ status: 401 })
})

it('places that do not exist, other places for a unit and villages made by hand are refused with the place of the error', async () => {
  const put = (id: string, body: object) =>
    leibo.send('PUT', `/units/${id}`, { kind: 'bureau', name: '某局', version: null, ...body })
  expect(await put(uuidv7(), { place: '513499' })).toMatchObject({
    status: 422,
    body: { code: 'unknown-place', errors: [{ at: 'body/place' }] },
  })
  expect(await put(unitOfVillage('421003105201'), { place: '421003105201' })).toMatchObject({
    status: 422,
    body: { code: 'unfit' },
  })
  expect(await put(uuidv7(), { place: '51343' })).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  expect(await leibo.get('/units?within=513437&cursor=bad')).toMatchObject({ status: 400, body: { code: 'bad-cursor' } })
})
