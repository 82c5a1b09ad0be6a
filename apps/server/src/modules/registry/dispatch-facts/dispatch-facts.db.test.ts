import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Transaction } from '../../../platform/transaction.ts'
import { openOffice, type Office, type Staff } from '../testing/open-office.ts'
import { noteInspected } from '../units/note-inspected.ts'
import { unitOfVillage } from '../units/unit-ids.ts'
import { findUnits, neverInspected, unitsBelow, unitsDue } from '../units/unit-summaries.ts'
import { declareTie } from './declare-late.ts'
import { factsForDispatch } from './facts-for-dispatch.ts'

const mishi = '421003105'
const village = unitOfVillage('421003105201')
const silent = unitOfVillage('421003105203')
let office: Office
let city: Staff
const person: Record<string, string> = {}
const official = uuidv7()

const acting = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  office.server.server.database.transact({ kind: 'session', token: city.token }, work)

beforeAll(async () => {
  office = await openOffice([mishi])
  city = await office.staff('4210')
  const secretary = { name: '郁青禾', title: '村党支部书记', isHead: true, from: null, until: null }
  await city.send('PUT', `/units/${village}/officials/${official}`, secretary)
  await city.send('PUT', `/units/${village}/officials/${uuidv7()}`, { ...secretary, title: '前任书记', until: '2020-01' })
  for (const name of ['甲', '乙', '丙', '丁']) {
    const id = uuidv7()
    person[name] = id
    const body = {
      number: null,
      name,
      employer: null,
      unit: null,
      home: '441900',
      native: null,
      postings: null,
      skills: null,
      roles: ['member'],
      rank: null,
      experience: null,
      languages: null,
      absences: null,
      source: null,
      training: false,
      mentor: null,
      unverified: [],
      evidence: {},
      version: null,
    }
    expect((await city.send('PUT', `/people/4210/${id}`, body)).status).toBe(200)
  }
  // 甲 — 乙 — an outsider — 丙 — the secretary: four steps from 甲, one from 丙.
  const ends = [
    ['甲', { kind: 'person', id: person['乙'], authority: '4210', name: '乙' }],
    ['乙', { kind: 'outsider', id: null, authority: null, name: '老同学' }],
    ['丙', { kind: 'outsider', id: null, authority: null, name: '老同学' }],
    ['丙', { kind: 'official', id: official, authority: null, name: '郁青禾' }],
  ] as const
  for (const [from, other] of ends) {
    const tie = {
      other,
      kind: 'friendship',
      degree: null,
      strength: null,
      from: null,
      to: null,
      detail: null,
      source: 'self',
      day: '2026-02-01',
    }
    expect((await city.send('PUT', `/people/4210/${person[from] ?? ''}/ties/${uuidv7()}`, tie)).status).toBe(200)
  }
})
afterAll(() => office.stop())

it('what is not known of people and units stays unknown, and a county that ends in zeros keeps them', async () => {
  const facts = await acting((tx) => factsForDispatch(tx, { people: [person['丁'] ?? ''], units: [village, silent] }))
  expect(facts.people[0]).toMatchObject({
    name: '丁',
    home: '441900',
    native: null,
    postings: null,
    unit: null,
    skills: [],
    unavailable: false,
    source: '4210',
  })
  expect(facts.targets).toMatchObject([
    // Somebody who has left office is no insider; where nobody was entered the list is unknown, not empty.
    {
      id: village,
      region: '421003105201',
      county: 421_003,
      level: 'village',
      insiders: [official],
      class: null,
      petitions: null,
      workload: 20,
    },
    { id: silent, insiders: null },
  ])
  expect(facts.regions.map(({ code, parent }) => [code, parent])).toContainEqual(['421003105', '421003'])
  expect(facts.regions.map(({ code }) => code)).toContain('441900')
})

it('ties come as far as three steps from the people, outsiders among them, and refuted ones not', async () => {
  const of = async (name: string) =>
    (await acting((tx) => factsForDispatch(tx, { people: [person[name] ?? ''], units: [village] }))).ties
  expect(await of('甲')).toHaveLength(3)
  expect(await of('乙')).toHaveLength(4)
  expect((await of('丙')).find(({ b }) => b === official)).toMatchObject({
    a: person['丙'],
    kind: 'friendship',
    strength: 400,
    source: '本人申报',
    date: '2026-02-01',
  })
  expect(await of('丁')).toEqual([])
  const { body } = await city.get(`/people/4210/${person['甲'] ?? ''}/ties`)
  const [{ id }] = (body as { items: [{ id: string }] }).items
  const refuted = { review: 'refuted', by: '核查人', note: '查无此事' }
  await city.send('POST', `/people/4210/${person['甲'] ?? ''}/ties/${id}/review`, refuted)
  expect(await of('甲')).toEqual([])
})

it('a late tie and an objection of the unit become facts of the next dispatch', async () => {
  const late = { person: person['丁'] ?? '', detail: '表兄弟', at: new Date('2026-11-21T02:00:00Z'), by: city.account }
  expect(
    await acting((tx) =>
      declareTie(tx, { ...late, id: uuidv7(), official, kind: 'kinship', degree: 'cousin', source: 'office' }),
    ),
  ).toMatchObject({ strength: 1000, official: expect.any(String) as string })
  await acting((tx) =>
    declareTie(tx, { ...late, id: uuidv7(), unit: village, kind: 'objection', detail: '曾有纠纷', source: 'unit' }),
  )
  const facts = await acting((tx) => factsForDispatch(tx, { people: [late.person], units: [village] }))
  // Over the secretary the ties of others come along: they are steps of a path too.
  expect(facts.ties[0]).toMatchObject({
    a: late.person,
    b: official,
    kind: 'kinship',
    degree: 'cousin',
    strength: 1000,
    source: '巡察办核实',
  })
  expect(facts.ties).toHaveLength(3)
  expect(facts.barred).toEqual([
    { person: late.person, target: village, why: '曾有纠纷', source: '被巡察单位提出', date: '2026-11-21' },
  ])
  await expect(
    acting((tx) => declareTie(tx, { ...late, id: uuidv7(), official: uuidv7(), kind: 'kinship', source: 'self' })),
  ).rejects.toMatchObject({ code: 'not-found' })
})

it('a town with its villages is what 巡镇带村 takes, and an inspection is noted as a version of the dossier', async () => {
  const town = uuidv7()
  await city.send('PUT', `/units/${town}`, { place: mishi, kind: 'township', name: '弥市镇党委', version: null })
  const units = await acting((tx) => unitsBelow(tx, mishi))
  expect(units).toHaveLength(25)
  expect(units[0]).toEqual({ id: town, name: '弥市镇党委', place: 421_003_105_000, county: 421_003, level: 'township' })
  expect(await acting((tx) => findUnits(tx, [silent, uuidv7(), town]))).toMatchObject([
    { name: '太平桥村' },
    { name: '弥市镇党委' },
  ])
  expect(await acting((tx) => unitsDue(tx, mishi))).toEqual(
    expect.arrayContaining([
      { level: 'township', due: 1 },
      { level: 'village', due: 24 },
      { level: 'other', due: 4 },
    ]),
  )
  expect((await acting((tx) => neverInspected(tx, mishi, { limit: 3 }))).total).toBe(25)
  await acting((tx) => noteInspected(tx, { unit: silent, on: '2026-10-31', round: uuidv7() }))
  await acting((tx) => noteInspected(tx, { unit: silent, on: '2025-10-31', round: uuidv7() }))
  expect((await city.get(`/units/${silent}`)).body).toMatchObject({ facts: { lastInspected: '2026-10-31' }, version: 1 })
  expect((await city.get(`/units/${silent}/versions`)).body).toMatchObject({
    items: [{ version: 1, facts: { lastInspected: '2026-10-31' } }],
  })
  expect((await acting((tx) => neverInspected(tx, mishi, { level: 'village', limit: 3 }))).total).toBe(23)
})
