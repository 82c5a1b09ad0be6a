// A rotation taken over elevated or paired: what becomes of the teams and of the form of the round, and how it goes back.
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newRound, ok, refused, roundBody, type Json } from '../testing/drive.ts'
import { openStage, type Staff, type Stage } from '../testing/stage.ts'

const RING = ['530502', '530521', '530523', '530524', '530581']
const ZONES = [{ name: '全市', members: RING, similarity: '五县（区、市）' }]
const LETTER = { number: '保委发〔2026〕9号', date: '2026-08-01', by: '中共保山市委' }

interface Shown {
  readonly canUndo: string | null
  readonly mode: string
  readonly patterns: readonly { pattern: string; mode: string; elevated: boolean; whyNot: { zh: string } | null }[]
}

let stage: Stage
let office: Staff

beforeAll(async () => {
  stage = await openStage(['5305'])
  office = await stage.staff('5305', 'office', '段世昌')
})
afterAll(() => stage.stop())

const ring = (more: object = {}): Promise<string> =>
  newRound(office, { authority: '5305', mode: 'rotation', types: ['cross-region'], zones: ZONES, ...more })

const adopt = (round: string, pattern: string, id = uuid()) =>
  office.send('POST', `/rounds/${round}/rotation/adoptions`, { id, rounds: 1, seed: 'ab'.repeat(32), ordinal: 1, pattern })

const undo = (round: string, id: string) => office.send('POST', `/rounds/${round}/rotation/adoptions/${id}/undo`, { id: uuid() })

const slotsOf = async (round: string): Promise<string[][]> => {
  const { items } = (await ok(office.get(`/rounds/${round}/teams`))) as { items: { slots: Json[] }[] }
  return items.map(({ slots }) => slots.map(({ role, origin, skill }) => [role, origin, skill].filter(Boolean).join(' ')))
}
const formOf = async (round: string): Promise<Json> => {
  const { mode, elevated, rules, basis } = await ok(office.get(`/rounds/${round}`))
  return { mode, elevated, rules, basis }
}

describe('the paired pattern', () => {
  it('seats a leader and a liaison of each side, makes the round paired, and goes back whole', async () => {
    const round = await ring({ rules: { minSenior: 1, wholeTeams: true } })
    const before = await formOf(round)
    const id = uuid()
    const adopted = (await ok(adopt(round, 'paired', id))) as unknown as Shown
    expect(adopted.mode).toBe('paired')
    expect(adopted.canUndo).toBe(id)
    expect((await slotsOf(round))[0]).toEqual([
      'leader sender',
      'leader host',
      'deputy sender',
      'liaison sender',
      'liaison host',
      'member sender',
      'member sender',
      'member sender',
    ])
    const after = await formOf(round)
    expect(after).toMatchObject({ mode: 'paired', elevated: false, rules: { minSenior: 1, zoneBound: true, noSwap: true } })
    expect(after['rules']).not.toHaveProperty('wholeTeams')
    await ok(undo(round, id))
    expect(await formOf(round)).toEqual(before)
    expect(await slotsOf(round)).toEqual([])
    await refused(undo(round, id), 'changed-meanwhile')
  })

  it('keeps the seats of a team with their skills, is not doubled by a second pairing, and gives way to another pattern', async () => {
    const round = await ring()
    const seats = [{ role: 'leader' }, { role: 'liaison' }, { role: 'member', skill: 'audit' }]
    const teams = RING.map((home, k) => ({ id: uuid(), number: k + 1, name: `第${k + 1}组`, home, host: null, slots: seats }))
    await ok(office.send('PUT', `/rounds/${round}/teams`, { teams }))
    const paired = ['leader sender', 'leader host', 'liaison sender', 'liaison host', 'member sender audit']
    await ok(adopt(round, 'paired'))
    expect((await slotsOf(round))[4]).toEqual(paired)
    await ok(adopt(round, 'paired'))
    expect((await slotsOf(round))[4]).toEqual(paired)
    const whole = (await ok(adopt(round, 'whole-team'))) as unknown as Shown
    expect(whole.mode).toBe('rotation')
    expect((await slotsOf(round))[4]).toEqual(['leader', 'liaison', 'member audit'])
  })

  it('is not undone once the office has changed the mode by hand', async () => {
    const round = await ring()
    const id = uuid()
    await ok(adopt(round, 'paired', id))
    const own = roundBody({ authority: '5305', mode: 'paired', types: ['cross-region'], zones: ZONES, rules: { minSenior: 2 } })
    await ok(office.send('PUT', `/rounds/${round}`, own))
    expect(((await ok(office.get(`/rounds/${round}/rotation`))) as unknown as Shown).canUndo).toBeNull()
    await refused(undo(round, id), 'changed-meanwhile')
  })
})

describe('the elevated pattern', () => {
  it('is refused where the round is not raised to the level above, and the page knows it beforehand', async () => {
    const round = await ring()
    const { patterns } = (await ok(office.get(`/rounds/${round}/rotation`))) as unknown as Shown
    expect(patterns.map(({ pattern, whyNot }) => [pattern, whyNot === null])).toEqual([
      ['whole-team', true],
      ['half-team', true],
      ['elevated', false],
      ['paired', true],
    ])
    expect((await refused(adopt(round, 'elevated'), 'unfit'))['detail']).toContain('提级')
    expect(await slotsOf(round)).toEqual([])
  })

  it('has leaders of the level above in a raised round, and is taken back', async () => {
    const round = await ring({ types: ['cross-region', 'level-raised'], authorisation: LETTER })
    const id = uuid()
    await ok(adopt(round, 'elevated', id))
    expect(await formOf(round)).toMatchObject({ mode: 'rotation', elevated: true })
    expect((await slotsOf(round))[0]?.every((slot) => !slot.includes(' '))).toBe(true)
    await ok(undo(round, id))
    expect(await formOf(round)).toMatchObject({ mode: 'rotation', elevated: false })
  })
})

it('a round whose type excludes whole teams refuses them and takes the pairing', async () => {
  const round = await newRound(office, { authority: '5305', mode: 'paired', types: ['assistance'], zones: ZONES })
  expect((await refused(adopt(round, 'whole-team'), 'unfit'))['detail']).toContain('帮扶')
  expect(((await ok(adopt(round, 'paired'))) as unknown as Shown).mode).toBe('paired')
})
