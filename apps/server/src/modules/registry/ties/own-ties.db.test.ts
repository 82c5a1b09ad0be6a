// A person and his own ties, through HTTP: he declares, mends and takes back, and judges nothing.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { plantAccount } from '../../access/testing/accounts.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

let person: string
let self: Caller
let office: Caller
/** Of the office that keeps the pool, and in it himself. */
let planner: Caller
let plannerPerson: string

const callerOf = async (wish: { authority: string; roles?: ['office']; person?: string }) =>
  world.withToken((await plantAccount(world.database.admin, wish)).token)
type Caller = Awaited<ReturnType<typeof callerOf>>

beforeEach(async () => {
  ;[person, plannerPerson] = [v7(), v7()]
  for (const [id, name] of [
    [person, '江小渔'],
    [plannerPerson, '麦冬青'],
  ])
    await world.database.admin.query(
      `insert into registry.person (authority, id, number, name, roles) values (421003000000, $1, $1::uuid::text, $2, '{member}')`,
      [id, name],
    )
  self = await callerOf({ authority: '421003', person })
  office = await callerOf({ authority: '421003', roles: ['office'] })
  planner = await callerOf({ authority: '421003', roles: ['office'], person: plannerPerson })
})

const tie = (more: object = {}) => ({
  other: { kind: 'outsider', id: null, authority: null, name: '同窗甲' },
  kind: 'study',
  degree: 'course',
  strength: null,
  from: null,
  to: null,
  detail: '县党校同班',
  source: 'self',
  day: '2026-11-01',
  ...more,
})
const at = (id: string, whose = person) => `/people/421003/${whose}/ties/${id}`
const REVIEW = { review: 'refuted', by: '周敏', note: '查无此事' }

it('a person reads what the pool holds of him, and an account without a person reads that there is nothing', async () => {
  expect((await self.get('/session/person')).body).toMatchObject({ person: { id: person, authority: '421003', name: '江小渔' } })
  expect((await office.get('/session/person')).body).toEqual({ person: null })
  expect((await self.get(`/people/421003/${person}/ties`)).body).toEqual({ items: [] })
  expect((await self.get(`/people/421003/${plannerPerson}/ties`)).status).toBe(404)
})

it('he declares a tie in his own name alone, mends it and takes it back while nobody has judged it', async () => {
  const id = v7()
  expect((await self.send('PUT', at(id), tie({ source: 'office' }))).status).toBe(403)
  expect((await self.send('PUT', at(id), tie())).body).toMatchObject({ source: 'self', review: 'declared' })
  expect((await self.send('PUT', at(id), tie({ detail: '市党校同班' }))).body).toMatchObject({ detail: '市党校同班' })
  expect((await self.send('POST', `${at(id)}/withdrawal`, { reason: '记错了人' })).body).toMatchObject({ state: 'withdrawn' })
})

it('nobody judges a tie of his own, of the office or not; another of the office does', async () => {
  const [id, his] = [v7(), v7()]
  await self.send('PUT', at(id), tie())
  expect((await self.send('POST', `${at(id)}/review`, REVIEW)).status).toBe(403)
  await planner.send('PUT', at(his, plannerPerson), tie())
  expect((await planner.send('POST', `${at(his, plannerPerson)}/review`, REVIEW)).status).toBe(403)
  expect((await office.send('POST', `${at(his, plannerPerson)}/review`, REVIEW)).body).toMatchObject({
    review: 'refuted',
    reviewedBy: '周敏',
    reviewNote: '查无此事',
  })
})

it('what was judged, or entered by others, its person neither weakens nor takes back', async () => {
  const [judged, entered] = [v7(), v7()]
  await self.send('PUT', at(judged), tie())
  await office.send('POST', `${at(judged)}/review`, { ...REVIEW, review: 'confirmed' })
  expect((await self.send('PUT', at(judged), tie({ strength: 0 }))).status).toBe(403)
  expect((await self.send('POST', `${at(judged)}/withdrawal`, { reason: '不想说了' })).status).toBe(403)
  await office.send('PUT', at(entered, plannerPerson), tie({ source: 'unit' }))
  expect((await planner.send('POST', `${at(entered, plannerPerson)}/withdrawal`, { reason: '并无此事' })).status).toBe(403)
  expect((await office.send('POST', `${at(entered, plannerPerson)}/withdrawal`, { reason: '并无此事' })).status).toBe(200)
})
