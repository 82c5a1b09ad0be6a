import { v7 as uuidv7 } from 'uuid'
import type { CountyCapacity, Person, Shortage, Tie } from '@shengmian/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openOffice, type Office, type Staff } from '../testing/open-office.ts'
import { unitOfVillage } from '../units/unit-ids.ts'

const pool = '4210'
const mishi = '421003105'
const village = unitOfVillage('421003105201')
let office: Office
let city: Staff

beforeAll(async () => {
  office = await openOffice([mishi])
  city = await office.staff(pool)
})
afterAll(() => office.stop())

const nobodyYet = {
  number: null,
  name: '某某',
  employer: '市审计局',
  unit: null,
  home: '421087',
  native: '421087',
  postings: [],
  skills: ['audit'],
  roles: ['member'],
  rank: null,
  experience: 'ordinary',
  languages: null,
  absences: [],
  source: '审计',
  training: false,
  mentor: null,
  unverified: [],
  evidence: { home: { source: '干部档案', date: '2026-01-05' } },
  version: null,
}
async function enter(facts: object, authority = pool): Promise<string> {
  const id = uuidv7()
  const { status, body } = await city.send('PUT', `/people/${authority}/${id}`, { ...nobodyYet, ...facts })
  expect(body).toMatchObject({ id, authority })
  expect(status).toBe(200)
  return id
}
async function find(query: string): Promise<readonly { person: Person; why: { asked: string; result: string; zh: string }[] }[]> {
  const { body, status } = await city.get(`/people?authority=${pool}&limit=200&${query}`)
  expect(status).toBe(200)
  return (body as { items: { person: Person; why: { asked: string; result: string; zh: string }[] }[] }).items
}

it('S4-14 a search for audit, free in June, no tie to 弥市镇 finds people and says why of each', async () => {
  const official = uuidv7()
  const county = await office.staff('421003')
  const secretary = { name: '郁青禾', title: '村党支部书记', isHead: true, from: '2021-03', until: null }
  expect((await county.send('PUT', `/units/${village}/officials/${official}`, secretary)).status).toBe(200)
  const clear = await enter({ name: '沈木棉' })
  await enter({ name: '财务一', skills: ['finance'] })
  await enter({ name: '六月学习', absences: [{ from: '2026-06-10', to: '2026-06-20', why: '党校学习' }] })
  await enter({ name: '七月学习', absences: [{ from: '2026-07-10', to: '2026-07-20', why: '党校学习' }] })
  await enter({ name: '本镇成长', native: mishi })
  await enter({ name: '曾任本镇', postings: [{ region: mishi, from: '2024-01', to: '2025-06' }] })
  const tied = await enter({ name: '同学在镇' })
  const unknown = await enter({ name: '成长地未核', native: null })
  const away = await enter({ name: '已出库' })
  await city.send('POST', `/people/${pool}/${away}/state`, { state: 'out', reason: '调离', day: '2026-03-01' })
  const tie = {
    other: { kind: 'official', id: official, authority: null, name: '郁青禾' },
    kind: 'study',
    degree: null,
    strength: null,
    from: null,
    to: null,
  }
  const declared = await city.send('PUT', `/people/${pool}/${tied}/ties/${uuidv7()}`, {
    ...tie,
    detail: '高中',
    source: 'self',
    day: '2026-02-01',
  })
  expect(declared).toMatchObject({ status: 200, body: { strength: 300, class: 'friendship', review: 'declared' } })

  const found = await find(`skill=audit&freeFrom=2026-06-01&freeTo=2026-06-30&noTieTo=${mishi}`)
  expect(found.map(({ person }) => person.name).sort()).toEqual(['七月学习', '成长地未核', '沈木棉'].sort())
  const why = found.find(({ person }) => person.id === clear)?.why ?? []
  expect(why.map(({ asked, result }) => `${asked} ${result}`)).toEqual(['skill pass', 'free pass', 'noTieTo pass'])
  expect(why.map(({ zh }) => zh).join()).toMatch(/审计.*2026-06-01至2026-06-30.*弥市镇/)
  // A native place that nobody has verified is shown as unknown, never as clear.
  expect(found.find(({ person }) => person.id === unknown)?.why.at(-1)).toMatchObject({
    asked: 'noTieTo',
    result: 'unknown',
    zh: expect.stringContaining('未核') as string,
  })
  expect(await find(`q=${encodeURIComponent('沈木')}`)).toHaveLength(1)
  expect((await find('state=out')).map(({ person }) => person.name)).toEqual(['已出库'])
})

it('S4-13 a trainee has a mentor of the pool, can be no leader, and is evaluated after the round', async () => {
  const mentor = await enter({ name: '带教人甲', roles: ['leader', 'member'] })
  const put = (facts: object) =>
    city.send('PUT', `/people/${pool}/${uuidv7()}`, { ...nobodyYet, name: '年轻干部甲', training: true, ...facts })
  expect(await put({ roles: ['leader'], mentor })).toMatchObject({
    status: 422,
    body: { code: 'unfit', errors: [{ at: 'body/roles', zh: '培养锻炼人员不能任组长' }] },
  })
  expect(await put({})).toMatchObject({ status: 422, body: { errors: [{ at: 'body/mentor' }] } })
  expect(await put({ mentor: uuidv7() })).toMatchObject({ status: 422, body: { errors: [{ at: 'body/mentor' }] } })
  expect(await put({ mentor })).toMatchObject({ status: 200, body: { training: true, mentor } })
  const [{ person: trainee } = { person: null }] = await find(`q=${encodeURIComponent('年轻干部甲')}`)
  const evaluation = { round: uuidv7(), ended: '2026-10-31', text: '能独立开展谈话', by: '带教人甲', day: '2026-11-10' }
  const evaluate = (change: object, id = trainee?.id) =>
    city.send('POST', `/people/${pool}/${id}/evaluations`, { ...evaluation, ...change })
  expect(await evaluate({ day: '2026-10-30' })).toMatchObject({ status: 422, body: { errors: [{ at: 'body/day' }] } })
  expect(await evaluate({})).toMatchObject({ status: 200, body: { evaluations: [evaluation] } })
  expect(await evaluate({ text: '再评一次' })).toMatchObject({ status: 409, body: { code: 'already-there' } })
  expect(await evaluate({}, mentor)).toMatchObject({ status: 422, body: { code: 'unfit' } })
  // Nor past the server: the database itself refuses a trainee who leads.
  await expect(
    office.server.database.admin.query(`update registry.person set roles = '{leader}' where training`),
  ).rejects.toThrow('person_trainee_is_no_leader')
})

it('S1-12 of five counties a round takes two people more than one has: the shortage is shown and a loan proposed', async () => {
  const counties = ['421002', '421003', '421022', '421024', '421081']
  const authority = pool
  for (const [i, home] of counties.entries())
    for (let n = 0; n < 3 + i; n++)
      await enter({ name: `能力${home}${n}`, home, native: home, skills: ['law'], employer: `司法局${n}` }, authority)
  const { body } = await city.get(`/capacity?authority=${pool}&demand=421002:law*5,421003:law*4`)
  const { counties: capacity, shortages } = body as { counties: CountyCapacity[]; shortages: Shortage[] }
  expect(
    capacity.filter(({ county }) => counties.includes(county.code)).map(({ county, skills }) => [county.code, skills['law']]),
  ).toEqual(counties.map((code, i) => [code, 3 + i]))
  expect(shortages).toHaveLength(1)
  expect(shortages[0]).toMatchObject({
    county: { code: '421002', name: '沙市区' },
    skill: 'law',
    needed: 5,
    available: 3,
    short: 2,
  })
  // The county with most people to spare comes first.
  expect(shortages[0]?.borrow[0]).toEqual({ county: { code: '421081', name: '石首市' }, people: 7 })
  expect(shortages[0]?.zh).toBe('沙市区需要法律5人，现有3人，缺2人，可向石首市借调')
  expect(await city.get(`/capacity?authority=${pool}&demand=nonsense`)).toMatchObject({ status: 400 })
  expect(await city.get(`/capacity?authority=${pool}&demand=429999*2`)).toMatchObject({
    status: 422,
    body: { code: 'unknown-place' },
  })
})

it('S2-60 a county that is weak for its number of units gets a strong one as partner', async () => {
  const { admin } = office.server.database
  const strong = '421024'
  const weak = '421002'
  for (const [county, units] of [
    [strong, 2],
    [weak, 40],
  ] as const)
    for (let i = 0; i < units; i++)
      await admin.query(
        `insert into registry.unit (county, id, place, kind, name, source) values ($1, $2, $3, 'bureau', $4, 'office')`,
        [Number(county), uuidv7(), Number(county) * 1e6, `单位${i}`],
      )
  const { body } = await city.get(`/capacity?authority=${pool}`)
  const { counties } = body as { counties: CountyCapacity[] }
  const of = (code: string) => counties.find(({ county }) => county.code === code)
  expect(of(strong)?.index).toBeGreaterThan(of(weak)?.index ?? Infinity)
  expect(of(weak)?.partner?.code).toBe(strong)
  expect(of(strong)?.partner).toBeNull()
  // Without units there is nothing to measure by, and nobody is called weak for it.
  expect(of('421081')).toMatchObject({ index: null, partner: null })
})

it('the kinds of ties stand in three classes, and a tie is reviewed by name, withdrawn with a reason, and never lost', async () => {
  const { body } = await city.get('/tie-kinds')
  expect(new Set((body as { items: { class: string }[] }).items.map((kind) => kind.class))).toEqual(
    new Set(['interest', 'kinship', 'friendship']),
  )
  const person = await enter({ name: '申报人' })
  const at = `/people/${pool}/${person}/ties`
  const id = uuidv7()
  const tie = {
    other: { kind: 'outsider', id: null, authority: null, name: '弥市镇某企业负责人' },
    kind: 'favour',
    degree: null,
    strength: null,
    from: null,
    to: null,
    detail: null,
    source: 'self',
    day: '2026-02-01',
  }
  expect(await city.send('PUT', `${at}/${id}`, tie)).toMatchObject({ status: 200, body: { class: 'interest', strength: 500 } })
  expect(await city.send('PUT', `${at}/${uuidv7()}`, tie)).toMatchObject({ status: 409, body: { code: 'already-there' } })
  expect(await city.send('PUT', `${at}/${uuidv7()}`, { ...tie, kind: 'magic' })).toMatchObject({
    status: 422,
    body: { errors: [{ at: 'body/kind' }] },
  })
  expect(await city.send('POST', `${at}/${id}/review`, { review: 'refuted', by: '核查人', note: '查无此事' })).toMatchObject({
    body: { review: 'refuted', reviewedBy: '核查人' },
  })
  expect(await city.send('POST', `${at}/${id}/withdrawal`, { reason: '误报' })).toMatchObject({ body: { state: 'withdrawn' } })
  expect(await city.send('POST', `${at}/${id}/withdrawal`, { reason: '误报' })).toMatchObject({
    status: 409,
    body: { code: 'wrong-state' },
  })
  expect(((await city.get(at)).body as { items: Tie[] }).items).toHaveLength(1)
})

it('unknown places, postings that end before they begin and a second entry of one number are refused with their place', async () => {
  const put = (facts: object) => city.send('PUT', `/people/${pool}/${uuidv7()}`, { ...nobodyYet, ...facts })
  expect(
    await put({ name: '错地方', home: '421099', postings: [{ region: '421003', from: '2024-05', to: '2024-01' }] }),
  ).toMatchObject({
    status: 422,
    body: { code: 'unfit', errors: [{ at: 'body/home' }, { at: 'body/postings/0/to' }] },
  })
  expect((await put({ name: '有编号', number: 'JZ1' })).status).toBe(200)
  expect(await put({ name: '同编号', number: 'JZ1' })).toMatchObject({ status: 409, body: { code: 'already-there' } })
  expect(await put({ name: '', number: 'JZ2' })).toMatchObject({ status: 400, body: { code: 'bad-request' } })
})

it('a pool is out of sight for another city, and nobody writes into a pool that is not his', async () => {
  const other = await office.staff('4310')
  const person = await enter({ name: '外市看不到' })
  expect(await other.get(`/people/${pool}/${person}`)).toMatchObject({ status: 404 })
  expect((await other.get(`/people?authority=${pool}`)).body).toEqual({ items: [], next: null })
  expect(await other.send('PUT', `/people/${pool}/${uuidv7()}`, nobodyYet)).toMatchObject({ status: 403 })
})

it('pages of people follow each other without gap or repetition', async () => {
  const names: string[] = []
  for (let cursor = ''; ;) {
    const { body } = await city.get(`/people?authority=${pool}&limit=7${cursor}`)
    const page = body as { items: { person: Person }[]; next: string | null }
    names.push(...page.items.map(({ person }) => person.id))
    if (page.next === null) break
    cursor = `&cursor=${page.next}`
  }
  const { rows } = await office.server.database.admin.query<{ count: number }>(
    'select count(*)::integer as count from registry.person',
  )
  expect(new Set(names).size).toBe(names.length)
  expect(names).toHaveLength(rows[0]?.count ?? 0)
})
